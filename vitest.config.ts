import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// two copies of graphql would not know each other's types
const resolve = { alias: [{ find: /^graphql$/, replacement: here("server/node_modules/graphql/index.js") }] };
const deps = {
  inline: ["type-graphql", "graphql-scalars", "@apollo/server", "@as-integrations/express5", "graphql-jit"],
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "web/src/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
        },
      },
      {
        resolve,
        test: {
          name: "server",
          include: ["server/src/**/*.test.ts"],
          globalSetup: ["server/src/testkit/global-setup.ts"],
          server: { deps },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: "browser",
          include: ["web/browser/**/*.test.ts"],
          globalSetup: ["server/src/testkit/global-setup.ts"],
          server: { deps },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
