import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const DATA_IMAGE = /url\((["']?)data:image\/svg\+xml(?:;charset=utf-8)?,((?:\\.|[^\\])*?)\1\)/g;

/**
 * Designsystemet's CSS carries its icons as `data:` images, which our content security policy (`img-src 'self'`) refuses.
 * Makes each a file of ours, named by its content. Stops the build if any other `data:` address is left in the CSS.
 */
export function iconsAsFiles(): Plugin {
  return {
    name: "varde-icons-as-files",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".css")) continue;
        const css = typeof file.source === "string" ? file.source : new TextDecoder().decode(file.source);
        const filed = css.replace(DATA_IMAGE, (_match, _quote, encoded: string) => {
          const source = decodeURIComponent(encoded.replace(/\\(.)/g, "$1"));
          const fileName = `assets/icon-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.svg`;
          this.emitFile({ type: "asset", fileName, source });
          return `url(/${fileName})`;
        });
        if (/url\(["']?data:/.test(filed)) this.error(`${file.fileName} holds a data: address our policy forbids`);
        file.source = filed;
      }
    },
  };
}
