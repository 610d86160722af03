import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { quietPeriodRules } from "./trigger.inputs.js";
import type { AddQuietPeriodInput, RemoveQuietPeriodInput } from "./trigger.inputs.js";
import { TRIGGER_TEXTS } from "./trigger.texts.js";
import type { QuietPeriod } from "./trigger.type.js";

const MOST = 20;

/** Quiet weeks that are not over, in order. */
export const quietPeriods = (work: Work): Promise<QuietPeriod[]> =>
  work.query<QuietPeriod>(
    `select id, name, from_day as "fromDay", to_day as "toDay" from app.quiet_period
      where organization_id = $1 and to_day >= $2 order by from_day, id`,
    [seated(work).organizationId, work.today],
  );

export async function addQuietPeriod(work: Work, input: AddQuietPeriodInput, language: Language): Promise<Done> {
  const { id, name, fromDay, toDay } = checkInput(quietPeriodRules(language, work.today), { ...input }, language);
  if ((await quietPeriods(work)).length >= MOST) refuse("INVALID", say(language, TRIGGER_TEXTS.tooMany), []);
  const made = await work.query(
    `insert into app.quiet_period (organization_id, id, name, from_day, to_day) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [seated(work).organizationId, id, name, fromDay, toDay],
  );
  if (made.length === 0) refuse("INVALID", say(language, COMMON.taken), ["id"]);
  const days = { from: fromDay, to: toDay };
  await audit(work, { action: "QUIET_PERIOD_ADDED", subjectType: "QuietPeriod", subjectId: id, detail: days });
  return { id };
}

/** Removes quiet weeks; what was moved to after them stays there. */
export async function removeQuietPeriod(work: Work, { id }: RemoveQuietPeriodInput): Promise<Done> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [gone] = await work.query<{ from: string; to: string }>(
    `delete from app.quiet_period where organization_id = $1 and id = $2 returning from_day as "from", to_day as "to"`,
    [seated(work).organizationId, id],
  );
  if (!gone) throw new AppError("NOT_FOUND");
  await audit(work, { action: "QUIET_PERIOD_REMOVED", subjectType: "QuietPeriod", subjectId: id, detail: { ...gone } });
  return { id };
}
