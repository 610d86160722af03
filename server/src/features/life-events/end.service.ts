import { evaluateTriggersSoon } from "../members/index.js";
import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { EndMembershipInput, ReinstateMemberInput } from "./life.inputs.js";
import { LIFE_TEXTS } from "./life.texts.js";
import { demandDone } from "./outcome.js";
import type { Outcome } from "./outcome.js";
import { readLife } from "./read-life.js";

/** Ends a membership: what waits about the member is cancelled with it, and after thirty days what is known is removed. */
export async function endMembership(work: Work, language: Language, input: EndMembershipInput): Promise<Done> {
  const { id, rev, leftOn, reason } = input;
  const life = await readLife(work, id);
  if (life.leftOn === null && (leftOn > work.today || leftOn < life.joinedOn)) {
    refuse("INVALID", say(language, LIFE_TEXTS.dayOutside), ["leftOn"], id);
  }
  const [row] = await work.query<{ outcome: Outcome }>(`select authz.end_member($1, $2, $3, $4) as outcome`, [
    id,
    rev,
    leftOn,
    reason,
  ]);
  demandDone(row?.outcome, language, { locked: LIFE_TEXTS.ended, id });
  await evaluateTriggersSoon(work);
  // the trail does not say why: it is the member's affair
  await audit(work, {
    action: "MEMBER_ENDED",
    subjectType: "Member",
    subjectId: id,
    chapterId: seated(work).chapterId,
  });
  return { id, rev: rev + 1 };
}

/** Takes an end back within its thirty days, with what was cancelled and is still in time. */
export async function reinstateMember(
  work: Work,
  language: Language,
  { id, rev }: ReinstateMemberInput,
): Promise<Done> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ outcome: Outcome }>(`select authz.reinstate_member($1, $2) as outcome`, [id, rev]);
  demandDone(row?.outcome, language, { locked: LIFE_TEXTS.tooLate, id });
  const { chapterId } = seated(work);
  await evaluateTriggersSoon(work);
  await audit(work, { action: "MEMBER_REINSTATED", subjectType: "Member", subjectId: id, chapterId });
  return { id, rev: rev + 1 };
}
