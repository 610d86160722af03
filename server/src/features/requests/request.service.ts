import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { refuseMembers } from "../practices/index.js";
import { holdTouchpoint, REFUSAL_TEXTS } from "../touchpoints/index.js";
import { wordsRules } from "./request.inputs.js";
import type { AskRequestInput, WithdrawRequestInput } from "./request.inputs.js";
import { REQUEST_TEXTS } from "./request.texts.js";
import { REASONS } from "./request.type.js";
import type { RequestReason } from "./request.type.js";

const MOST_DAYS = 60;

/**
 * What a request is in the trail. What is about a member is the chapter's own to read, as all that begins with «Member»: with
 * duties known one by one, the rest of the lines would be a count of members that stands for as long as the trail.
 */
export const auditedAs = (aboutMember: boolean): string => (aboutMember ? "MemberRequest" : "TouchpointRequest");

/** Why it is asked: about a member from a list and no more, since those above the chapter read it. */
async function reasonOf(
  work: Work,
  language: Language,
  input: AskRequestInput,
  about: { person: boolean; chapterId: string },
): Promise<string | null> {
  const allowed: readonly RequestReason[] = REASONS[about.person ? "person" : "duty"][input.kind];
  if (!allowed.includes(input.reason)) refuse("INVALID", say(language, REQUEST_TEXTS.reason), ["reason"]);
  const { words } = checkInput(wordsRules("words", language), { words: input.words }, language);
  if (words && about.person) refuse("INVALID", say(language, REQUEST_TEXTS.noWords), ["words"]);
  if (!words && input.reason === "OTHER") refuse("INVALID", say(language, REQUEST_TEXTS.wordsNeeded), ["words"]);
  if (words) await refuseMembers(work, language, about.chapterId, words, "words");
  return words;
}

/** The board asks that a touchpoint of its own does not apply, or for more time. One waits at a time. */
export async function askRequest(context: Context, work: Work, input: AskRequestInput): Promise<Done> {
  const { language } = context;
  const { id, kind, reason } = input;
  if (!isUuid(id)) throw new AppError("BAD_REQUEST");
  // locked before the request, as whoever answers does
  const { row, chapterId } = await holdTouchpoint(context, work, input.touchpointId);
  if (row.closed_at || row.emptied_at) refuse("LOCKED", say(language, REFUSAL_TEXTS.CLOSED));
  if (row.cancelled_at) refuse("LOCKED", say(language, REFUSAL_TEXTS.CANCELLED));
  if (row.waived_at) refuse("LOCKED", say(language, REFUSAL_TEXTS.WAIVED));
  if (row.about_member && !row.member_id) refuse("LOCKED", say(language, REQUEST_TEXTS.gone));
  const words = await reasonOf(work, language, input, { person: row.about_member, chapterId });
  const days = kind === "EXCEPTION" ? (input.wantedDays ?? 0) : null;
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= MOST_DAYS)) {
    refuse("INVALID", say(language, REQUEST_TEXTS.wantedDays), ["wantedDays"]);
  }
  const [open] = await work.query<{ id: string }>(
    `select id from app.touchpoint_request where chapter_id = $1 and touchpoint_id = $2 and state = 'ASKED'`,
    [chapterId, row.id],
  );
  if (open) refuse("CONFLICT", say(language, REQUEST_TEXTS.waiting), [], open.id);
  const { seatId, organizationId } = seated(work);
  const made = await work.query(
    `insert into app.touchpoint_request (organization_id, chapter_id, id, touchpoint_id, template_id, version_id, about_member, kind, reason, words, wanted_days, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning 1`,
    [
      organizationId,
      chapterId,
      id,
      row.id,
      row.template_id,
      row.version_id,
      row.about_member,
      kind,
      reason,
      words,
      days,
      seatId,
    ],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.taken), ["id"]);
  await audit(work, {
    action: "REQUEST_ASKED",
    subjectType: auditedAs(row.about_member),
    subjectId: id,
    chapterId,
    detail: { kind },
  });
  return { id, rev: 1 };
}

/** The board takes back what waits; also what has lapsed. */
export async function withdrawRequest(context: Context, work: Work, input: WithdrawRequestInput): Promise<Done> {
  const { language } = context;
  const { id, rev } = input;
  const { chapterId } = seated(work);
  if (!chapterId || !isUuid(id)) throw new AppError("NOT_FOUND");
  const [found] = await work.query<{ state: string; rev: number; kind: string; about_member: boolean }>(
    `select state, rev, kind, about_member from app.touchpoint_request where chapter_id = $1 and id = $2 for update`,
    [chapterId, id],
  );
  if (!found) throw new AppError("NOT_FOUND");
  if (found.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  if (found.state !== "ASKED") refuse("LOCKED", say(language, REQUEST_TEXTS.settled), [], id);
  await work.query(
    `update app.touchpoint_request set state = 'WITHDRAWN', withdrawn_at = now(), rev = rev + 1 where chapter_id = $1 and id = $2`,
    [chapterId, id],
  );
  await audit(work, {
    action: "REQUEST_WITHDRAWN",
    subjectType: auditedAs(found.about_member),
    subjectId: id,
    chapterId,
    detail: { kind: found.kind },
  });
  return { id, rev: rev + 1 };
}
