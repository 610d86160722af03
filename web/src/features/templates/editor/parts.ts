/** The parts of the editor that another kind of draft is written with too. */
import "./editor.css";

export { newKey, orNull } from "./definition";
export { createDraftSaver, type DraftToSend, type SaveAnswer } from "./draft-saver";
export { useParts, useProblemAt, WritingProvider } from "./EditorContext";
export { newOption, Options } from "./FieldEditor";
export { LocalizedField, NumberField } from "./fields";
export { ItemList } from "./ItemList";
export { jumpTo } from "./jump";
export type { Check, Draft } from "./read-draft";
export { copiesOf, type UnsavedCopy } from "../../../app/unsaved-copies";
