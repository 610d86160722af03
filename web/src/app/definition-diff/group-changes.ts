import {
  diffDefinitions,
  type DefinitionChange,
  type DefinitionPart,
  type Language,
  type TemplateDefinition,
} from "@varde/domain";
import { isLanguage } from "../../texts";

/** A change as a row is read: which property, in which language, of the thing its group is about. */
export type ChangeRow = { change: DefinitionChange; property: string | null; language: Language | null };
/** The changes of one thing: a step, a message, or the part itself (`item` null). */
export type ChangeGroup = { key: string; item: string | null; rows: ChangeRow[] };
export type ChangedPart = { part: DefinitionPart; groups: ChangeGroup[]; breaks: boolean };

const LISTS: ReadonlySet<string> = new Set(["steps", "messages", "reportFields", "targets"]);

/** How many words of the path name the thing: `steps.book`, `trigger.dates.spring`; a part that is one thing is named by itself. */
function lengthOfItem([part, second]: readonly string[]): number {
  if (LISTS.has(part ?? "")) return 2;
  return part === "trigger" && second === "dates" ? 3 : 1;
}

/**
 * The differences part by part and thing by thing. Of a thing that came or went its properties are told in the reader's language
 * alone, and not what is its name already.
 */
export function groupChanges(before: TemplateDefinition, after: TemplateDefinition, reader: Language): ChangedPart[] {
  const parts = new Map<DefinitionPart, Map<string, ChangeGroup>>();
  const whole = new Map<string, DefinitionChange>();
  for (const change of diffDefinitions(before, after)) {
    const { part, path } = change;
    const length = lengthOfItem(path);
    const key = path.slice(0, length).join(" ");
    const last = path.at(-1);
    const language = isLanguage(last) ? last : null;
    const property = path.slice(length, language ? -1 : undefined);
    const around = whole.get(key);
    if (path.length === length && length > 1 && change.kind !== "MOVED") whole.set(key, change);
    if (around && path.length > length) {
      const says = around.kind === "ADDED" ? around.after : around.before;
      const shown = language ? language === reader : typeof (change.after ?? change.before) !== "boolean";
      if (!shown || (change.after ?? change.before) === says) continue;
    }
    const groups = parts.get(part) ?? new Map<string, ChangeGroup>();
    parts.set(part, groups);
    const group = groups.get(key) ?? { key, item: length > 1 ? (path[length - 1] ?? null) : null, rows: [] };
    groups.set(key, group);
    group.rows.push({ change, property: property.length > 0 ? property.join(".") : null, language });
  }
  return [...parts].map(([part, groups]) => {
    const list = [...groups.values()];
    return { part, groups: list, breaks: list.some(({ rows }) => rows.some(({ change }) => change.breaks)) };
  });
}
