import { TestMessageResolver } from "./test-message.resolver.js";

export { TEST_MESSAGE_JOBS } from "./jobs.js";

export const TEST_MESSAGE_RESOLVERS = [TestMessageResolver] as const;
