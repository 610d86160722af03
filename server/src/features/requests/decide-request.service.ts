import { addDays } from "@varde/domain";
import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Sentence } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { enqueueReturned } from "../reminders/index.js";
import { tellAnswered } from "./jobs.js";
import { findRequest } from "./read-requests.js";
import { auditedAs } from "./request.service.js";
import { wordsRules } from "./request.inputs.js";
import type {
  DecideRequestInput,
  GrantExceptionInput,
  ReturnReportInput,
  UndoDecisionInput,
} from "./request.inputs.js";
import { REQUEST_TEXTS } from "./request.texts.js";

/** What the database's functions answer with: what has come in the way, if anything. */
type Verdict = "OK" | "NOT_FOUND" | "CONFLICT" | "GONE" | "OWN" | "DAY" | "LATE" | "ASKED";
const LOCKED: Partial<Record<Verdict, Sentence>> = {
  GONE: REQUEST_TEXTS.gone,
  OWN: REQUEST_TEXTS.ownBoard,
  LATE: REQUEST_TEXTS.undoLate,
  ASKED: REQUEST_TEXTS.answerFirst,
};

/** Asks one of the definer functions, which check the right and lock what they change. Goes on when it was done. */
async function demand(
  work: Work,
  language: Language,
  call: { sql: string; values: unknown[]; id: string },
): Promise<void> {
  const [row] = await work.query<{ verdict: Verdict }>(`select ${call.sql} as verdict`, call.values);
  const verdict = row?.verdict ?? "NOT_FOUND";
  if (verdict === "OK") return;
  if (verdict === "NOT_FOUND") throw new AppError("NOT_FOUND");
  if (verdict === "CONFLICT") refuse("CONFLICT", say(language, COMMON.conflict), [], call.id);
  if (verdict === "DAY") refuse("INVALID", say(language, REQUEST_TEXTS.day), ["until"], call.id);
  refuse("LOCKED", say(language, LOCKED[verdict] ?? REQUEST_TEXTS.settled), [], call.id);
}

/** Answers what a board asked. A yes changes the touchpoint in the same transaction; two who answer at once get one result. */
export async function decideRequest(context: Context, work: Work, input: DecideRequestInput): Promise<Done> {
  const { language } = context;
  const { id, rev, accept } = input;
  const found = await findRequest(context.installation, work, id);
  if (!found) throw new AppError("NOT_FOUND");
  const { answer } = checkInput(wordsRules("answer", language), { answer: input.answer }, language);
  const code = input.answerCode ?? null;
  if (answer && found.aboutMember) refuse("INVALID", say(language, REQUEST_TEXTS.noWords), ["answer"], id);
  if (!accept && !code && !answer) refuse("INVALID", say(language, REQUEST_TEXTS.answerNeeded), ["answer"], id);
  const until = accept && found.kind === "EXCEPTION" ? (input.until ?? null) : null;
  await demand(work, language, {
    sql: "authz.decide_request($1, $2, $3, $4, $5, $6)",
    values: [id, rev, accept, until, code, answer],
    id,
  });
  await audit(work, {
    action: accept ? "REQUEST_ACCEPTED" : "REQUEST_DECLINED",
    subjectType: auditedAs(found.aboutMember),
    subjectId: id,
    chapterId: found.chapterId,
    detail: { kind: found.kind, ...(until && { until }) },
  });
  await tellAnswered(work, id);
  return { id, rev: rev + 1 };
}

/** Takes an answer back: the request waits again, and what was given unasked is gone. */
export async function undoDecision(context: Context, work: Work, { id, rev }: UndoDecisionInput): Promise<Done> {
  const found = await findRequest(context.installation, work, id);
  if (!found) throw new AppError("NOT_FOUND");
  await demand(work, context.language, { sql: "authz.undo_decision($1, $2)", values: [id, rev], id });
  await audit(work, {
    action: "REQUEST_DECISION_UNDONE",
    subjectType: auditedAs(found.aboutMember),
    subjectId: id,
    chapterId: found.chapterId,
    detail: { kind: found.kind },
  });
  return { id, rev: rev + 1 };
}

/** The duty's chapter. Throws NOT_FOUND for what is out of reach; the functions look again under the lock. */
async function chapterOf(work: Work, id: string): Promise<string> {
  const [row] = isUuid(id)
    ? await work.query<{ chapter_id: string }>(
        `select chapter_id from app.touchpoint where id = $1 and chapter_id = any (authz.units('WAIVER_DECIDE')) and not about_member`,
        [id],
      )
    : [];
  if (!row) throw new AppError("NOT_FOUND");
  return row.chapter_id;
}

/** More time for a duty, unasked. The board reads why. */
export async function grantException(context: Context, work: Work, input: GrantExceptionInput): Promise<Done> {
  const { language } = context;
  const { id, rev, requestId, until } = input;
  if (!isUuid(requestId)) throw new AppError("BAD_REQUEST");
  const chapterId = await chapterOf(work, id);
  const { words } = checkInput(wordsRules("words", language), { words: input.words }, language);
  if (!words) refuse("INVALID", say(language, REQUEST_TEXTS.answerNeeded), ["words"]);
  if (until > addDays(work.today, 60)) refuse("INVALID", say(language, REQUEST_TEXTS.day), ["until"]);
  const [taken] = await work.query(`select 1 from app.touchpoint_request where chapter_id = $1 and id = $2`, [
    chapterId,
    requestId,
  ]);
  if (taken) refuse("CONFLICT", say(language, COMMON.taken), ["requestId"]);
  await demand(work, language, {
    sql: "authz.grant_exception($1, $2, $3, $4, $5)",
    values: [id, rev, requestId, until, words],
    id: requestId,
  });
  await audit(work, {
    action: "EXCEPTION_GRANTED",
    subjectType: "TouchpointRequest",
    subjectId: requestId,
    chapterId,
    detail: { until },
  });
  await tellAnswered(work, requestId);
  return { id: requestId, rev: 1 };
}

/** Sends a duty's report back with a note, or takes that back. Correcting it is the board's, and needs no approval. */
export async function returnReport(context: Context, work: Work, input: ReturnReportInput): Promise<Done> {
  const { language } = context;
  const { id, rev } = input;
  const chapterId = await chapterOf(work, id);
  const { note } = checkInput(wordsRules("note", language), { note: input.note }, language);
  if (!note && typeof input.note === "string") {
    refuse("INVALID", say(language, REQUEST_TEXTS.answerNeeded), ["note"], id);
  }
  const [row] = await work.query<{ verdict: Verdict }>(`select authz.return_report($1, $2, $3) as verdict`, [
    id,
    rev,
    note,
  ]);
  if (row?.verdict === "NOT_FOUND") throw new AppError("NOT_FOUND");
  if (row?.verdict === "CONFLICT") refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  if (row?.verdict === "GONE") refuse("LOCKED", say(language, REQUEST_TEXTS.noReport), [], id);
  await audit(work, {
    action: note ? "REPORT_RETURNED" : "REPORT_RETURN_UNDONE",
    subjectType: "Touchpoint",
    subjectId: id,
    chapterId,
  });
  if (note) {
    const { organizationId } = seated(work);
    await enqueueReturned(work, { rule: "RETURNED", organizationId, chapterId, touchpointId: id });
  }
  return { id, rev: rev + 1 };
}
