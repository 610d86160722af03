import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

const scalars = { ID: "string", LocalDate: "string", DateTime: "string" };

/**
 * From the contract and the web app's operations: masked fragments, typed documents that carry their hash, the
 * manifest of documents the production server accepts, and one typed hook per operation.
 */
const config: CodegenConfig = {
  schema: "graphql/schema.graphql",
  documents: "graphql/operations/**/*.graphql",
  ignoreNoDocuments: false,
  generates: {
    "graphql/generated/": {
      preset: "client",
      // the client's cache goes by type name, and the manifest must hold the very text that is run
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: "readFragment" },
        persistedDocuments: { mode: "embedHashInDocument", hashAlgorithm: "sha256" },
      },
      config: {
        scalars,
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        avoidOptionals: { field: true },
      },
    },
    "graphql/generated/hooks.ts": {
      plugins: ["typescript-urql"],
      config: {
        documentMode: "external",
        importDocumentNodeExternallyFrom: "./graphql",
        importOperationTypesFrom: "Operations",
        useTypeImports: true,
        withHooks: true,
      },
    },
  },
};

export default config;
