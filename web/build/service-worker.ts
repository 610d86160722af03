import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Plugin, Rollup } from "vite";
import { MEMBER_FORM } from "./member-form.ts";

type Chunk = Rollup.OutputChunk;

const WORKER = fileURLToPath(new URL("../worker/sw.ts", import.meta.url));
/** What works without a network: the app itself, a board's day and its tasks, the queue, and the texts in each language. */
const NEEDED = [
  /[\\/]index\.html$/,
  /[\\/]src[\\/]main\.tsx$/,
  /[\\/]app[\\/](?:HomePage|MorePage)\.tsx$/,
  /[\\/]features[\\/]touchpoints[\\/][^\\/]*Page\.tsx$/,
  /[\\/]features[\\/]offline[\\/]Queue(?:List|Page)\.tsx$/,
  /[\\/]app[\\/]offline[\\/]engine\.ts$/,
  /[\\/]features[\\/]accounts[\\/]SignOutPage\.tsx$/,
  /[\\/]src[\\/]texts[\\/](?:nb|nn|en)[\\/](?:index|more)\.ts$/,
];
const ALWAYS = ["/favicon.svg", "/icon-192.png", "/manifest.webmanifest"];

const isNeeded = ({ facadeModuleId, moduleIds, isEntry }: Chunk): boolean =>
  (isEntry && facadeModuleId !== WORKER && facadeModuleId !== MEMBER_FORM) ||
  NEEDED.some((one) => one.test(facadeModuleId ?? "") || moduleIds.some((id) => one.test(id)));

/** The files of a build without which a board cannot work offline: chunks with all they import, their styles, and what the page names. */
export function neededFiles(bundle: Readonly<Record<string, Rollup.OutputAsset | Chunk>>, html: string): string[] {
  const needed = new Set<string>();
  const add = (name: string): void => {
    const file = bundle[name];
    if (!file || needed.has(name)) return;
    needed.add(name);
    if (file.type !== "chunk") return;
    for (const imported of file.imports) add(imported);
    for (const style of file.viteMetadata?.importedCss ?? []) add(style);
    for (const asset of file.viteMetadata?.importedAssets ?? []) add(asset);
  };
  for (const file of Object.values(bundle)) if (file.type === "chunk" && isNeeded(file)) add(file.fileName);
  for (const [, name] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) if (name) add(name);
  // pictures of the styles
  for (const name of needed) {
    const file = bundle[name];
    if (file?.type !== "asset" || !name.endsWith(".css")) continue;
    const source = typeof file.source === "string" ? file.source : new TextDecoder().decode(file.source);
    for (const [, picture] of source.matchAll(/url\(["']?\/?(assets\/[^"')]+)/g)) if (picture) add(picture);
  }
  return [...needed].sort().map((name) => `/${name}`);
}

/** `sw.js`, with the list of what it keeps; its version is that of the list and of the page. */
export function serviceWorker(): Plugin {
  return {
    name: "varde-service-worker",
    apply: "build",
    enforce: "post",
    buildStart() {
      this.emitFile({ type: "chunk", id: WORKER, fileName: "sw.js" });
    },
    generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      const worker = bundle["sw.js"];
      if (page?.type !== "asset" || worker?.type !== "chunk") return this.error("there is no page, or no worker");
      if (worker.imports.length > 0) this.error("the service worker imports from the app");
      const html = typeof page.source === "string" ? page.source : new TextDecoder().decode(page.source);
      const files = [...neededFiles(bundle, html), ...ALWAYS];
      const version = createHash("sha256")
        .update(JSON.stringify([html, files]))
        .digest("hex")
        .slice(0, 12);
      const filled = worker.code
        .replace(/(["'`])__VARDE_FILES__\1/, () => JSON.stringify(files))
        .replace(/(["'`])__VARDE_VERSION__\1/, () => JSON.stringify(version))
        .replace("__VARDE_VERSION__", () => version)
        .replace(/export\s*\{\s*\};?/g, "");
      if (!filled.includes(version) || filled.includes("__VARDE_"))
        this.error("the service worker has no place for what the build knows");
      worker.code = filled;
    },
  };
}
