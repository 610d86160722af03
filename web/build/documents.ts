import type { Plugin } from "vite";

const GENERATED = /[\\/]graphql[\\/]generated[\\/]graphql\.ts$/;
const DOCUMENT = /^export const (\w+) = (\{"__meta__".*\}) as unknown as .*;$/gm;
const FRAGMENT = /^export const (\w+FragmentDoc) = \{.*\} as unknown as .*;$/gm;

type Definition = { kind: string; operation?: string; name: { value: string } };
type Whole = { __meta__: { hash: string }; definitions: Definition[] };

/**
 * What is left of a document where the server knows its text: the hash by which it asks, whether it is a query or a
 * mutation, and its name. `documentId` is what urql's memory goes by instead of the text, which has to be there but is
 * not sent.
 */
function reduced(source: string): string {
  const { __meta__, definitions } = JSON.parse(source) as Whole;
  const operation = definitions.find(({ kind }) => kind === "OperationDefinition");
  if (!operation?.operation) throw new Error("a document with a hash holds no operation");
  return `/* @__PURE__ */ known("${__meta__.hash}", "${operation.operation}", "${operation.name.value}")`;
}

const KNOWN = `
const known = (hash, operation, name) => ({
  kind: "Document",
  documentId: hash,
  __meta__: { hash },
  definitions: [{
    kind: "OperationDefinition",
    operation,
    name: { kind: "Name", value: name },
    selectionSet: { kind: "SelectionSet", selections: [] },
  }],
});
`;

/** The generated documents as the production build carries them: half a megabyte of syntax trees less. */
export function byHashAlone(code: string): string {
  const short = code
    .replace(DOCUMENT, (_whole, name: string, source: string) => `export const ${name} = ${reduced(source)};`)
    // a mask that is read gives back what it was given: the fragment itself says something to the types alone
    .replace(FRAGMENT, (_whole, name: string) => `export const ${name} = undefined;`);
  if (short.includes('"selectionSet"')) throw new Error("a generated document was not recognised");
  return KNOWN + short;
}

/**
 * The production server knows our documents by their hashes, and knows no others: their texts need not be downloaded.
 * `vite dev`, whose server takes free documents, keeps them.
 */
export function documentsByHash(): Plugin {
  return {
    name: "varde-documents-by-hash",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      return GENERATED.test(id) ? { code: byHashAlone(code), map: null } : undefined;
    },
  };
}
