/** What other features may use of the test messages. */
export { SendTest } from "./SendTest";
