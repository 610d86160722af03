/** What other features may use of the news. */
export { NewsCards } from "./NewsCards";
