export const TEST_SECRET = "a secret for tests only, never elsewhere";
/** the copies share the template's roles, so the prefix is the cluster's and not the database's */
export const TEST_PREFIX = "varde_test";
export const TEMPLATE = "varde_template";
