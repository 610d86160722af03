import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";

/**
 * Sets columns of the organization acted in, on the `rev` the change is based on: `set` is SQL whose parameters begin at $3, or empty where
 * what changes stands elsewhere. Refuses
 * when that is not the present one.
 */
export async function changeOrganization(
  work: Work,
  rev: number,
  set: string,
  values: readonly unknown[],
  language: Language,
): Promise<Done> {
  const { organizationId } = seated(work);
  const [changed] = await work.query<{ rev: number }>(
    `update app.organization set ${set === "" ? "" : `${set}, `}rev = rev + 1 where id = $1 and rev = $2 returning rev`,
    [organizationId, rev, ...values],
  );
  if (!changed) refuse("CONFLICT", say(language, COMMON.conflict), [], organizationId);
  return { id: organizationId, rev: changed.rev };
}
