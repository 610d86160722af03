export { NationalCards } from "./NationalCards";
