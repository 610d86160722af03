/** What other features may use of the good examples. */
export { AskedCard } from "./AskedCard";
export { GoodExample } from "./GoodExample";
