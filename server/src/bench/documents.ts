import { readFile } from "node:fs/promises";

/** Finds the app's own documents in its manifest by their operation's name: the hash is all that is sent. */
export async function documentsOf(manifestPath: string): Promise<(name: string) => string> {
  const manifest = JSON.parse(await readFile(manifestPath, "utf8")) as Record<string, string>;
  const byName = new Map<string, string>();
  for (const [hash, text] of Object.entries(manifest)) {
    const name = /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
    if (name) byName.set(name, hash.replace(/^sha256:/, ""));
  }
  return (name) => {
    const hash = byName.get(name);
    if (!hash) throw new Error(`the manifest has no operation ${name}`);
    return hash;
  };
}

/** The body of one persisted operation, as the web app sends it. */
export const bodyOf = (hash: string, variables: object): string =>
  JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });
