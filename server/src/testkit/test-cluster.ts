import type { LocalDate } from "@varde/domain";

/** What the run's global set-up hands to the test files. */
export type TestCluster = {
  /** URL of the owner on the migrated database that is copied. */
  readonly template: string;
  /** The same with the demo loaded, as of this day; only where tests in a browser are among those asked for. */
  readonly demo: { url: string; today: LocalDate } | null;
  /** URL of the owner on the database nobody changes, from which others are created and dropped. */
  readonly maintenance: string;
  readonly secret: string;
  /** Roles live in the cluster: every copy has the template's. */
  readonly rolePrefix: string;
};

declare module "vitest" {
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}
