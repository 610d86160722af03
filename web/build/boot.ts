import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const MANIFEST = new URL("../../graphql/generated/persisted-documents.json", import.meta.url);
const PUBLIC = new URL("../public/", import.meta.url);
const TEXTS = /[\\/]src[\\/]texts[\\/](nb|nn|en)[\\/]index\.ts$/;

/** The first word of the addresses outside the session, where nobody is asked who is signed in. */
const PUBLIC_PAGES = [
  "logg-inn",
  "invitasjon",
  "avmeld",
  "postkasse",
  "logg-ut",
  "kommer",
  "avmeld-medlem",
  "hvem-ser-meg",
  "stem",
];

/** The hash by which the server knows the query. */
function hashOf(name: string): string {
  const documents = JSON.parse(readFileSync(MANIFEST, "utf8")) as Record<string, string>;
  const found = Object.entries(documents).find(([, text]) => new RegExp(`\\bquery ${name}\\b`).test(text));
  if (!found) throw new Error(`no operation is called ${name}`);
  return found[0];
}

const fileName = (name: string, end: string, source: string): string =>
  `assets/${name}-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.${end}`;

/** `public/boot.js` with what it asks for at once: the texts of the language, and who is signed in. */
export function filledBoot(source: string, texts: Readonly<Record<string, string>>): string {
  const built = JSON.stringify({ texts, viewer: hashOf("Viewer"), publicPages: PUBLIC_PAGES });
  const filled = source.replace("var built = null;", `var built = ${built};`);
  if (filled === source) throw new Error("public/boot.js has no place for what the build knows");
  return filled.replace(/^\s*\/\/.*\n/gm, "");
}

/**
 * What stands in the page before the app, as files named by their content: a phone that has been here asks for neither
 * again, and each would be a wait of its own before the first line of the app runs.
 */
export function bootAsFiles(): Plugin {
  return {
    name: "varde-boot-as-files",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const texts: Record<string, string> = {};
      for (const file of Object.values(bundle)) {
        const language = file.type === "chunk" ? TEXTS.exec(file.facadeModuleId ?? "")?.[1] : undefined;
        if (language) texts[language] = `/${file.fileName}`;
      }
      if (Object.keys(texts).length !== 3) this.error("the texts of a language are no file of their own");
      const page = bundle["index.html"];
      if (page?.type !== "asset") return this.error("there is no index.html");
      let html = typeof page.source === "string" ? page.source : new TextDecoder().decode(page.source);
      for (const [name, end] of [
        ["boot", "js"],
        ["layers", "css"],
      ] as const) {
        const source = readFileSync(new URL(`${name}.${end}`, PUBLIC), "utf8");
        const filled = name === "boot" ? filledBoot(source, texts) : source;
        const file = fileName(name, end, filled);
        const placed = html.replace(`"/${name}.${end}"`, `"/${file}"`);
        if (placed === html) this.error(`index.html does not ask for /${name}.${end}`);
        html = placed;
        this.emitFile({ type: "asset", fileName: file, source: filled });
      }
      page.source = html;
    },
  };
}
