import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Addresses of the form's two files, named by their content; null where there is no web build, and the form is plain. */
export type FormAssets = { style: string | null; script: string | null };

const ENTRY = "src/features/surveys/form/enhance.ts";

/** Finds them in the list that the web build left beside itself. */
export function formAssets(webDist: string | null): FormAssets {
  if (webDist === null) return { style: null, script: null };
  const manifest = JSON.parse(readFileSync(join(webDist, ".vite/manifest.json"), "utf8")) as Record<
    string,
    { file: string; css?: string[] }
  >;
  const entry = manifest[ENTRY];
  return {
    script: entry ? `/${entry.file}` : null,
    style: entry?.css?.[0] ? `/${entry.css[0]}` : null,
  };
}
