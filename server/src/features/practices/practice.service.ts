import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { reasonRules, suggestRules } from "./practice.inputs.js";
import type { DecidePracticeInput, SuggestPracticeInput, WithdrawPracticeInput } from "./practice.inputs.js";
import { namesMember, PRACTICE_TEXTS } from "./practice.texts.js";
import { findPractice } from "./read-practices.js";

/** Suggestions of one chapter that may wait for national at a time. */
const MOST_WAITING = 3;

/** A template the chapter may have tasks of: one with something published. Throws NOT_FOUND. */
async function requireTemplate(work: Work, templateId: string): Promise<void> {
  const found = isUuid(templateId)
    ? await work.query(
        `select 1 from app.template_version where organization_id = $1 and template_id = $2 and state <> 'DRAFT' limit 1`,
        [seated(work).organizationId, templateId],
      )
    : [];
  if (found.length === 0) throw new AppError("NOT_FOUND");
}

/** Words that may be a name: with a capital first, and of three letters or more. */
const namelike = (text: string): string[] => [...new Set(text.match(/\p{Lu}[\p{L}-]{2,}/gu) ?? [])];

/** What goes out of the chapter names none of its members: others read it. The problem is of the input's `field`. */
export async function refuseMembers(
  work: Work,
  language: Language,
  chapterId: string,
  text: string,
  field = "text",
): Promise<void> {
  const words = namelike(text);
  const named = await work.query<{ parts: string[] }>(
    `select string_to_array(concat_ws(' ', first_name, last_name), ' ') as parts from app.member
      where chapter_id = $1 and string_to_array(concat_ws(' ', first_name, last_name), ' ') && $2::text[] limit 1`,
    [chapterId, words],
  );
  const name = words.find((word) => named[0]?.parts.includes(word));
  if (name) refuse("INVALID", namesMember(language, name), [field]);
}

/** Writes down how the own chapter did it, for national to decide about. */
export async function suggestPractice(work: Work, language: Language, input: SuggestPracticeInput): Promise<Done> {
  const { organizationId, chapterId, seatId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  await requireTemplate(work, input.templateId);
  const { id, text } = checkInput(suggestRules(language), { id: input.id, text: input.text }, language);
  await refuseMembers(work, language, chapterId, text);
  // two of a board who write at once are counted one after the other
  await work.query(`select pg_advisory_xact_lock(hashtextextended('practices ' || $1, 0))`, [chapterId]);
  const [{ waiting } = { waiting: 0 }] = await work.query<{ waiting: number }>(
    `select count(*)::int as waiting from app.practice where chapter_id = $1 and state = 'SUGGESTED'`,
    [chapterId],
  );
  if (waiting >= MOST_WAITING) refuse("INVALID", say(language, PRACTICE_TEXTS.waiting));
  const made = await work.query(
    `insert into app.practice (organization_id, chapter_id, id, template_id, text, written_by) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning 1`,
    [organizationId, chapterId, id, input.templateId, text, seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.taken), ["id"], id);
  await audit(work, { action: "PRACTICE_SUGGESTED", subjectType: "Practice", subjectId: id, chapterId });
  return { id, rev: 1 };
}

type Change = { id: string; rev: number; to: "SHOWN" | "DECLINED" | "WITHDRAWN"; reason: string | null };

/** National answers what waits and takes away what is shown; a chapter takes away its own of both. */
async function change(work: Work, language: Language, { id, rev, to, reason }: Change): Promise<Done> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const { organizationId, chapterId, seatId } = seated(work);
  const ofNational = to === "WITHDRAWN" ? ["SHOWN"] : ["SUGGESTED"];
  const from = chapterId === null ? ofNational : ["SUGGESTED", "SHOWN"];
  const [changed] = await work.query<{ rev: number; chapter_id: string }>(
    `update app.practice set state = $1, reason = $2, decided_by = $3, decided_at = now(), rev = rev + 1
      where organization_id = $4 and id = $5 and rev = $6 and state = any ($7) and ($8::uuid is null or chapter_id = $8)
      returning rev, chapter_id`,
    [to, reason, seatId, organizationId, id, rev, from, chapterId],
  );
  if (!changed) {
    const now = await findPractice(work, id);
    // what is shown is read by all, but is another chapter's to take away
    if (!now || (chapterId !== null && now.chapterId !== chapterId)) throw new AppError("NOT_FOUND");
    if (now.rev === rev) refuse("LOCKED", say(language, PRACTICE_TEXTS.decided), [], id);
    return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  }
  await audit(work, {
    action: `PRACTICE_${to}`,
    subjectType: "Practice",
    subjectId: id,
    chapterId: changed.chapter_id,
  });
  return { id, rev: changed.rev };
}

/** Shows a suggestion to the whole organization, or declines it with a reason. */
export async function decidePractice(work: Work, language: Language, input: DecidePracticeInput): Promise<Done> {
  const { reason } = checkInput(reasonRules(language), { reason: input.reason }, language);
  if (!input.show && !reason) refuse("INVALID", say(language, PRACTICE_TEXTS.reasonNeeded), ["reason"], input.id);
  const to = input.show ? "SHOWN" : "DECLINED";
  return change(work, language, { id: input.id, rev: input.rev, to, reason: input.show ? null : reason });
}

/** Takes a suggestion or a shown practice away: national any, a chapter its own. */
export async function withdrawPractice(work: Work, language: Language, input: WithdrawPracticeInput): Promise<Done> {
  const { reason } = checkInput(reasonRules(language), { reason: input.reason }, language);
  return change(work, language, { id: input.id, rev: input.rev, to: "WITHDRAWN", reason });
}
