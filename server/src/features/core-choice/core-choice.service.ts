import { randomInt } from "node:crypto";
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
import { ideaRules, scoreRules, workshopRules } from "./core-choice.inputs.js";
import type {
  AddCoreIdeaInput,
  LeadCoreWorkshopInput,
  OpenCoreWorkshopInput,
  RemoveCoreIdeaInput,
  SetCoreScoreInput,
} from "./core-choice.inputs.js";
import { CORE_CHOICE_TEXTS } from "./core-choice.texts.js";
import type { CoreCandidate } from "./core-choice.type.js";
import { readCandidates } from "./read-candidates.js";

const MOST_IDEAS = 50;
const MOST_CANDIDATES = 20;

export async function addIdea(work: Work, language: Language, input: AddCoreIdeaInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const { id, year, text } = checkInput(ideaRules(language), { ...input }, language);
  const made = await work.query(
    `insert into app.core_idea (organization_id, id, year, text, added_by)
     select $1, $2, $3, $4, $5 where (select count(*) from app.core_idea where organization_id = $1 and year = $3) < ${MOST_IDEAS}
     on conflict do nothing returning 1`,
    [organizationId, id, year, text, seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.taken), ["text"]);
  await audit(work, { action: "CORE_IDEA_ADDED", subjectType: "CoreIdea", subjectId: id, detail: { year } });
  return { id };
}

export async function removeIdea(work: Work, { id, year }: RemoveCoreIdeaInput): Promise<Done> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [gone] = await work.query<{ year: number }>(
    `delete from app.core_idea where organization_id = $1 and id = $2 and year = $3 returning year`,
    [seated(work).organizationId, id, year],
  );
  if (!gone) throw new AppError("NOT_FOUND");
  await audit(work, { action: "CORE_IDEA_REMOVED", subjectType: "CoreIdea", subjectId: id, detail: gone });
  return { id };
}

async function candidatesOf(work: Work, year: number, ids: readonly string[]): Promise<CoreCandidate[]> {
  const { candidates } = await readCandidates(work, year, ids);
  const found = candidates.filter(({ id }) => ids.includes(id));
  if (found.length !== new Set(ids).size) throw new AppError("NOT_FOUND");
  return found;
}

/** Gives a score by hand, with why; without a score the computed one holds again. */
export async function setScore(work: Work, language: Language, input: SetCoreScoreInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const { candidateId, kind, year } = input;
  await candidatesOf(work, year, [candidateId]);
  const given =
    input.score === null || input.score === undefined
      ? null
      : checkInput(scoreRules(language), { year, score: input.score, reason: input.reason ?? "" }, language);
  // two who score the same at once come one after the other, and the last one's holds
  await work.query(`select pg_advisory_xact_lock(hashtextextended('core score ' || $1 || $2, 0))`, [candidateId, kind]);
  await work.query(
    `delete from app.core_score where organization_id = $1 and year = $2 and candidate_id = $3 and kind = $4`,
    [organizationId, year, candidateId, kind],
  );
  if (given)
    await work.query(
      `insert into app.core_score (organization_id, year, candidate_id, kind, score, reason, scored_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [organizationId, year, candidateId, kind, given.score, given.reason, seatId],
    );
  await audit(work, {
    action: given ? "CORE_SCORE_GIVEN" : "CORE_SCORE_TAKEN_BACK",
    subjectType: "CoreCandidate",
    subjectId: candidateId,
    detail: { year, kind, score: given?.score ?? null },
  });
  return { id: candidateId };
}

const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const newCode = (): string => Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join("");

export async function openWorkshop(work: Work, language: Language, input: OpenCoreWorkshopInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const { id, year, dots, mostOnOne } = checkInput(workshopRules, { ...input }, language);
  const ids = input.candidateIds;
  if (ids.length < 2 || ids.length > MOST_CANDIDATES)
    refuse("INVALID", say(language, CORE_CHOICE_TEXTS.fewCandidates), ["candidateIds"]);
  if (mostOnOne > dots) refuse("INVALID", say(language, CORE_CHOICE_TEXTS.mostOnOne), ["mostOnOne"]);
  const candidates = (await candidatesOf(work, year, ids)).map((one) => ({ id: one.id, name: one.name }));
  const made = await work.query(
    `insert into app.core_workshop (organization_id, id, year, code, dots, most_on_one, candidates, opened_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [organizationId, id, year, newCode(), dots, mostOnOne, JSON.stringify(candidates), seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  await audit(work, {
    action: "CORE_WORKSHOP_OPENED",
    subjectType: "CoreWorkshop",
    subjectId: id,
    detail: { year, candidates: candidates.length, dots },
  });
  return { id, rev: 1 };
}

const LED = { CLOSE: "CLOSED", RESET: "RESET", NEXT: "CONTINUED", END: "ENDED" } as const;

export async function leadWorkshop(work: Work, language: Language, input: LeadCoreWorkshopInput): Promise<Done> {
  const { id, rev, act } = input;
  const ids = input.candidateIds ?? [];
  if (!isUuid(id) || !ids.every(isUuid)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ said: "DONE" | "NOT_FOUND" | "CONFLICT" | "WRONG" }>(
    `select authz.lead_core_workshop($1, $2, $3, $4::uuid[]) as said`,
    [id, rev, act, ids],
  );
  if (row!.said === "NOT_FOUND") throw new AppError("NOT_FOUND");
  if (row!.said === "CONFLICT") refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  if (row!.said === "WRONG") refuse("LOCKED", say(language, CORE_CHOICE_TEXTS.notNow), [], id);
  await audit(work, { action: `CORE_WORKSHOP_${LED[act]}`, subjectType: "CoreWorkshop", subjectId: id });
  return { id, rev: rev + 1 };
}
