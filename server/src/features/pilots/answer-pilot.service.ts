import type { Language, LocalDate, LocalizedText } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { answerRules } from "./pilot.inputs.js";
import type { AnswerPilotInput } from "./pilot.inputs.js";
import { PILOT_TEXTS } from "./pilot.texts.js";
import type { PilotQuestion, PilotVerdict } from "./pilot.type.js";
import { toAnswer } from "./read-pilots.js";

type QuestionRow = {
  pilot_id: string;
  template_name: LocalizedText;
  number: string;
  notes: string | null;
  starts_on: LocalDate;
  ends_on: LocalDate;
  chapter_id: string;
  chapter_name: string;
  verdict: PilotVerdict | null;
  why: string;
  answered_at: string;
  rev: number;
};

/** What the own board is asked now: of pilots it is in that are over, and about which nothing is decided. The oldest first. */
export async function pilotQuestions(work: Work): Promise<PilotQuestion[]> {
  const { organizationId, chapterId } = seated(work);
  if (!chapterId) return [];
  const rows = await work.query<QuestionRow>(
    `select p.id as pilot_id, v.definition -> 'name' as template_name, v.major || '.' || v.minor as number, v.notes, p.starts_on, p.ends_on,
            c.id as chapter_id, c.short_name as chapter_name, a.verdict, a.why, a.answered_at, a.rev
       from app.pilot p join app.rollout_chapter rc on rc.organization_id = p.organization_id and rc.rollout_id = p.rollout_id and rc.chapter_id = $2
       join app.template_version v on v.organization_id = p.organization_id and v.id = p.version_id
       join app.chapter c on c.organization_id = p.organization_id and c.id = rc.chapter_id
       left join app.pilot_answer a on a.chapter_id = rc.chapter_id and a.pilot_id = p.id
      where p.organization_id = $1 and p.decision is null and p.ends_on <= $3 order by p.ends_on, p.id`,
    [organizationId, chapterId, work.today],
  );
  return rows.map((row) => ({
    pilotId: row.pilot_id,
    templateName: row.template_name,
    versionNumber: row.number,
    notes: row.notes,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    answer: row.verdict === null ? null : toAnswer({ ...row, verdict: row.verdict }),
  }));
}

/** One of them; null when it is not (or no longer) asked. */
export async function findQuestion(work: Work, pilotId: string | null): Promise<PilotQuestion | null> {
  return (await pilotQuestions(work)).find((question) => question.pilotId === pilotId) ?? null;
}

/** Whether the own chapter is in the pilot and it has been decided: then it is told so, and else that there is nothing here. */
async function demandAsked(work: Work, language: Language, pilotId: string): Promise<void> {
  const { organizationId, chapterId } = seated(work);
  const [row] = isUuid(pilotId)
    ? await work.query<{ decided: boolean; over: boolean }>(
        `select p.decision is not null as decided, p.ends_on <= $4 as over from app.pilot p
           join app.rollout_chapter rc on rc.organization_id = p.organization_id and rc.rollout_id = p.rollout_id and rc.chapter_id = $2
          where p.organization_id = $1 and p.id = $3`,
        [organizationId, chapterId, pilotId, work.today],
      )
    : [];
  if (!row || (!row.over && !row.decided)) throw new AppError("NOT_FOUND");
  if (row.decided) refuse("LOCKED", say(language, PILOT_TEXTS.decided), [], pilotId);
}

/** The board's answer, one for the chapter: corrected by whoever of them writes next, until it is decided. */
export async function answerPilot(work: Work, language: Language, input: AnswerPilotInput): Promise<Done> {
  const { organizationId, chapterId, seatId } = seated(work);
  if (!chapterId) throw new AppError("FORBIDDEN");
  const { why } = checkInput(answerRules(language), { why: input.why }, language);
  await demandAsked(work, language, input.pilotId);
  const [kept] =
    input.rev === 0
      ? await work.query<{ rev: number }>(
          `insert into app.pilot_answer (organization_id, chapter_id, pilot_id, verdict, why, answered_by) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing returning rev`,
          [organizationId, chapterId, input.pilotId, input.verdict, why, seatId],
        )
      : await work.query<{ rev: number }>(
          `update app.pilot_answer set verdict = $3, why = $4, answered_by = $5, answered_at = now(), rev = rev + 1
            where chapter_id = $1 and pilot_id = $2 and rev = $6 returning rev`,
          [chapterId, input.pilotId, input.verdict, why, seatId, input.rev],
        );
  if (!kept) refuse("CONFLICT", say(language, COMMON.conflict), [], input.pilotId);
  await audit(work, {
    action: "PILOT_ANSWERED",
    subjectType: "Pilot",
    subjectId: input.pilotId,
    chapterId,
  });
  return { id: input.pilotId, rev: kept.rev };
}
