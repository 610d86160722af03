import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const GENERATED = new URL("../../graphql/generated/", import.meta.url);
const DOCUMENT = /^export const (\w+) = (\{"__meta__".*\}) as unknown as .*;$/gm;
const FRAGMENT = /^export const (\w+FragmentDoc) = /gm;
const HOOK =
  /^export function (use\w+)\(((?:options)?).*\{\n\s*return Urql\.(\w+)<.*>\((.*Operations\.(\w+).*)\);\n\};?$/gm;
const IMPORT = /^import \{([^}]*)\} from "[^"]*\/graphql\/generated\/(?:graphql|hooks)";$/gm;

/** The modules that are made of the generated ones: one for each document, fragment and hook. */
const PIECE = "virtual:varde-operation/";

type Definition = { kind: string; operation?: string; name: { value: string } };
type Whole = { __meta__: { hash: string }; definitions: Definition[] };

/**
 * What is left of a document where the server knows its text: the hash by which it asks, whether it is a query or a
 * mutation, and its name. `documentId` is what urql's memory goes by instead of the text, which has to be there but is
 * not sent.
 */
function documentOf(name: string, source: string): string {
  const { __meta__, definitions } = JSON.parse(source) as Whole;
  const operation = definitions.find(({ kind }) => kind === "OperationDefinition");
  if (!operation) throw new Error(`${name} has a hash and holds no operation`);
  const short = {
    kind: "Document",
    documentId: __meta__.hash,
    __meta__,
    definitions: [
      {
        kind: "OperationDefinition",
        operation: operation.operation,
        name: { kind: "Name", value: operation.name.value },
        selectionSet: { kind: "SelectionSet", selections: [] },
      },
    ],
  };
  return `export const ${name} = ${JSON.stringify(short)};`;
}

/**
 * The generated documents and hooks as the production build carries them, each a module of its own by its name: half a
 * megabyte of syntax trees less, and a page downloads the operations it runs. A mask that is read gives back what it was
 * given, so that a fragment says something to the types alone.
 */
export function operationPieces(documents: string, hooks: string): Map<string, string> {
  const pieces = new Map<string, string>();
  for (const [, name = "", source = ""] of documents.matchAll(DOCUMENT)) pieces.set(name, documentOf(name, source));
  for (const [, name = ""] of documents.matchAll(FRAGMENT)) pieces.set(name, `export const ${name} = undefined;`);
  for (const [, name = "", options = "", kind = "", given = "", document = ""] of hooks.matchAll(HOOK))
    pieces.set(
      name,
      `import { ${kind} } from "urql";\nimport { ${document} } from "${PIECE}${document}";\n` +
        `export function ${name}(${options}) { return ${kind}(${given.replace(`Operations.${document}`, document)}); }`,
    );
  const expected = [documents, hooks].map((code) => code.match(/^export (?:const|function) /gm)?.length ?? 0);
  if (pieces.size !== expected[0]! + expected[1]!) throw new Error("something that was generated was not recognised");
  return pieces;
}

/** Imports from the generated modules as imports of the pieces; what is only a type goes, as it would anyway. */
export function importsOfPieces(code: string): string {
  return code.replace(IMPORT, (_whole, names: string) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type "))
      .map((name) => `import { ${name} } from "${PIECE}${name.split(" ")[0]}";`)
      .join(" "),
  );
}

/**
 * The production server knows our documents by their hashes, and knows no others: their texts need not be downloaded.
 * `vite dev`, whose server takes free documents, keeps them.
 */
export function documentsByHash(): Plugin {
  let pieces = new Map<string, string>();
  const read = (name: string): string => readFileSync(new URL(name, GENERATED), "utf8");
  return {
    name: "varde-documents-by-hash",
    apply: "build",
    enforce: "pre",
    buildStart: () => void (pieces = operationPieces(read("graphql.ts"), read("hooks.ts"))),
    resolveId: (id) => (id.startsWith(PIECE) ? { id: `\0${id}`, moduleSideEffects: false } : undefined),
    load(id) {
      if (!id.startsWith(`\0${PIECE}`)) return undefined;
      const name = id.slice(PIECE.length + 1);
      return pieces.get(name) ?? this.error(`nothing generated is called ${name}`);
    },
    transform: (code, id) =>
      /[\\/]web[\\/]src[\\/]/.test(id) && code.includes("/graphql/generated/")
        ? { code: importsOfPieces(code), map: null }
        : undefined,
  };
}
