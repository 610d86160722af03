export const TEST_SECRET = "a secret for tests only, never elsewhere";
/** the copies share the template's roles, so the prefix is the cluster's and not the database's */
export const TEST_PREFIX = "varde_test";
export const TEMPLATE = "varde_template";

/** How long tests wait for a connection: a machine that runs them all is busier than one that serves people. */
export const PATIENCE_MS = 30_000;
