/** What other features may use of the templates. (A feature that the templates lead to takes the first two from `app/` itself.) */
export { DefinitionDiff } from "../../app/definition-diff/DefinitionDiff";
export { readDefinition } from "../../app/definition-diff/read-definition";
export * from "./editor/parts";
export { DragHandle, movedTo, Sortable, SortableRow } from "./editor/Sorting";
