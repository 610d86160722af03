export { ReturnDue } from "./ReturnDue";
