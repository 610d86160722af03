import type { TemplateDefinition } from "@varde/domain";
import { copiesOf, isObject, type KindOfCopy, type UnsavedCopy as Copy } from "../../../app/unsaved-copies";

/** Storage is the user's own and may hold anything: only what has the shape of a definition is one. */
function isDefinition(value: unknown): value is TemplateDefinition {
  if (!isObject(value)) return false;
  const lists = ["steps", "messages", "reportFields", "targets", "locks"];
  const objects = ["name", "purpose", "trigger", "schedule"];
  return lists.every((name) => Array.isArray(value[name])) && objects.every((name) => isObject(value[name]));
}

const TEMPLATE: KindOfCopy<TemplateDefinition> = { prefix: "varde.template-draft.", is: isDefinition };

/** Copies of one draft of a template on this device for one account, each open page its own. */
export const unsavedCopies = (accountId: string, draftId: string, page: string) =>
  copiesOf(TEMPLATE, accountId, draftId, page);
export type UnsavedCopy = Copy<TemplateDefinition>;
export type UnsavedCopies = ReturnType<typeof unsavedCopies>;
