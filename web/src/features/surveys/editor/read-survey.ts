import type { SurveyDefinition } from "@varde/domain";
import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import { SurveyEditor_SurveyFragmentDoc } from "../../../../../graphql/generated/graphql";
import type { Draft } from "../../templates";

export type SurveyDraft = Draft<SurveyDefinition>;

type Kept<T> = T extends readonly (infer Item)[]
  ? Kept<Item>[]
  : T extends object
    ? { [Key in keyof T as Key extends "__typename" ? never : Key]: Kept<T[Key]> }
    : T;

/** Without the names of types, which the server does not take back. */
function plain<T>(value: T): Kept<T> {
  if (Array.isArray(value)) return value.map((item: unknown) => plain(item)) as Kept<T>;
  if (value === null || typeof value !== "object") return value as Kept<T>;
  const entries = Object.entries(value).flatMap(([key, inner]) => (key === "__typename" ? [] : [[key, plain(inner)]]));
  return Object.fromEntries(entries) as Kept<T>;
}

/** The draft of an answer, as the editor holds it. */
export function readSurvey(data: FragmentType<typeof SurveyEditor_SurveyFragmentDoc>): SurveyDraft {
  const { id, rev, checks, definition } = readFragment(SurveyEditor_SurveyFragmentDoc, data);
  return { id, rev, number: "", notes: "", checks, definition: plain(definition) };
}
