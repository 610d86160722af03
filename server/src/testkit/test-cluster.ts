/** What the run's global set-up hands to the test files. */
export type TestCluster = {
  /** URL of the owner on the migrated database that is copied. */
  readonly template: string;
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
