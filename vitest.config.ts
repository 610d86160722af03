import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// One copy of graphql: its package offers both module kinds, libraries ask for one and our imports would get the other,
// and a schema does not accept types of "another realm".
const alias = [
  { find: /^graphql$/, replacement: path("./server/node_modules/graphql/index.js") },
  { find: /^@varde\/domain\/audit$/, replacement: path("./packages/domain/src/audit/index.ts") },
  { find: /^@varde\/domain$/, replacement: path("./packages/domain/src/index.ts") },
];
// `isolate: false` below: a worker reads the server once and not once a file. Tests must hold that anyway: what a file
// changes in the process, it puts back.
const exclude = ["**/node_modules/**", "**/dist/**"];

/** Large files go first, as if they took longest; these small ones take longer than any, and would be waited for at the end. */
const LONG = /\/(house|offline|killed|matrix|canary|designer-at-once|deliver-order|published)\.test\.ts$/;
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...bySize.filter(isLong), ...bySize.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // starts a PostgreSQL only when a project that needs one is among those asked for
    globalSetup: path("./server/src/testkit/global-setup.ts"),
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.ts", "web/src/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
          exclude,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "server",
          include: ["server/src/**/*.test.ts"],
          exclude,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // what a test waits to see happen: a second is not much on a busy machine
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        resolve: { alias },
        // against the built server and web app, in a real browser
        test: {
          name: "browser",
          include: ["web/browser/**/*.test.ts"],
          setupFiles: path("./web/browser/again.ts"),
          exclude,
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // what is on its way to the screen: as long as a person would wait on a slow day
          expect: { poll: { timeout: 15_000 } },
          // a browser on a busy machine may lose a race that nobody wrote; the report names what was tried again
          retry: 1,
        },
      },
    ],
  },
});
