export { fillMessages } from "@varde/domain";
