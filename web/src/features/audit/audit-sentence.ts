import type { AuditFacts } from "../../texts/nb/audit";
import type { AllTexts } from "../../texts";

type Texts = AllTexts["audit"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The facts of a line as a person reads them: days written out, numbers and keys as they are. */
export function factsOf(detail: string | null, day: (date: string) => string): AuditFacts {
  if (detail === null) return {};
  const facts = JSON.parse(detail) as Record<string, unknown>;
  const shown = Object.entries(facts).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "number") return [[key, String(value)]];
    if (typeof value !== "string") return [];
    return [[key, DAY.test(value) ? day(value) : value]];
  });
  return Object.fromEntries(shown);
}

const isKnown = (texts: Texts, action: string): action is keyof Texts["actions"] =>
  Object.hasOwn(texts.actions, action);

/** What was done, in words; an action we have no words for is shown plainly. */
export function auditSentence(texts: Texts, action: string, facts: AuditFacts): string {
  if (isKnown(texts, action)) return texts.actions[action](facts);
  return texts.unknown(action.toLowerCase().replaceAll("_", " "));
}
