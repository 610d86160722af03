/** What other features may use of the templates. */
export { DefinitionDiff } from "../../app/definition-diff/DefinitionDiff";
export { readDefinition } from "../../app/definition-diff/read-definition";
