import { addDays, osloDate, type TemplateDefinition } from "@varde/domain";
import { keysOf, read, write } from "../../../app/storage";

/** What was written and never saved, as kept on this device. */
export type UnsavedCopy<Definition = TemplateDefinition> = { key: string; at: string; definition: Definition };
/** A kind of draft: where its copies lie, and whether what lies there has its shape. */
type Kind<Definition> = { prefix: string; is: (value: unknown) => value is Definition };

const KEPT_DAYS = 60;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Storage is the user's own and may hold anything: only what has the shape of a definition is one. */
function isDefinition(value: unknown): value is TemplateDefinition {
  if (!isObject(value)) return false;
  const lists = ["steps", "messages", "reportFields", "targets", "locks"];
  const objects = ["name", "purpose", "trigger", "schedule"];
  return lists.every((name) => Array.isArray(value[name])) && objects.every((name) => isObject(value[name]));
}

const TEMPLATE: Kind<TemplateDefinition> = { prefix: "varde.template-draft.", is: isDefinition };

function parse<Definition>(key: string, is: Kind<Definition>["is"]): UnsavedCopy<Definition> | null {
  try {
    const value: unknown = JSON.parse(read(key) ?? "null");
    if (!isObject(value) || typeof value["at"] !== "string" || Number.isNaN(Date.parse(value["at"]))) return null;
    return is(value["definition"]) ? { key, at: value["at"], definition: value["definition"] } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Copies of one draft on this device for one account. Each open page keeps its own under `page`, so that one that saves does
 * not take away what another has not saved.
 */
export function unsavedCopies(accountId: string, draftId: string, page: string) {
  return copiesOf(TEMPLATE, accountId, draftId, page);
}

/** The same of another kind of draft. */
export function copiesOf<Definition>(kind: Kind<Definition>, accountId: string, draftId: string, page: string) {
  const prefix = `${kind.prefix}${accountId}.${draftId}.`;
  const own = prefix + page;
  return {
    /** The newest copy of another page than this: of one that crashed, or that is open beside this one. */
    find(): UnsavedCopy<Definition> | null {
      const oldest = addDays(osloDate(new Date()), -KEPT_DAYS);
      for (const key of keysOf(kind.prefix)) if ((parse(key, kind.is)?.at ?? "") < oldest) write(key, null);
      const found = keysOf(prefix).flatMap((key) => (key === own ? [] : (parse(key, kind.is) ?? [])));
      return found.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
    },
    /** false when the device has no room or no storage. */
    keep: (definition: Definition): boolean => write(own, JSON.stringify({ at: new Date().toISOString(), definition })),
    forget: (): void => void write(own, null),
    discard(): void {
      for (const key of keysOf(prefix)) if (key !== own) write(key, null);
    },
  };
}
export type UnsavedCopies = ReturnType<typeof unsavedCopies>;
