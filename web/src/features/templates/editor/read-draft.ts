import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import { DraftEditor_VersionFragmentDoc } from "../../../../../graphql/generated/graphql";
import type { TemplateDefinition } from "@varde/domain";
import { readDefinition } from "../../../app/definition-diff/read-definition";

export type Check = { code: string; level: "ERROR" | "WARNING"; path: readonly string[]; message: string };
export type Draft<Definition = TemplateDefinition> = {
  id: string;
  rev: number;
  number: string;
  notes: string;
  checks: readonly Check[];
  definition: Definition;
};

/** The draft of an answer, or null when there is none. */
export function readDraft(data: FragmentType<typeof DraftEditor_VersionFragmentDoc> | null | undefined): Draft | null {
  if (!data) return null;
  const { id, rev, number, notes, checks, definition } = readFragment(DraftEditor_VersionFragmentDoc, data);
  return { id, rev, number, notes: notes ?? "", checks, definition: readDefinition(definition) };
}
