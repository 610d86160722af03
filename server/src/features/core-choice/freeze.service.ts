import type { CoreScore, Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { sendBoardMessage } from "../news/index.js";
import { setCoreSet } from "../templates/index.js";
import { freezeRules } from "./core-choice.inputs.js";
import type { FreezeCoreChoiceInput } from "./core-choice.inputs.js";
import { CORE_CHOICE_TEXTS, newsOf } from "./core-choice.texts.js";
import type { CoreCandidate, CoreChosen, CoreWorkshop } from "./core-choice.type.js";
import { readCandidates } from "./read-candidates.js";

const asChosen = (
  { id, name, scores, minutes }: CoreCandidate,
  why: string,
  workshops: readonly CoreWorkshop[],
): CoreChosen => {
  const of = (kind: CoreScore) => scores.find((one) => one.kind === kind)?.score ?? null;
  const rounds = workshops.flatMap((workshop) => workshop.rounds);
  const last = rounds.find(({ tallies }) => tallies.some((tally) => tally.id === id));
  return {
    templateId: id,
    name,
    why,
    importance: of("IMPORTANCE"),
    performance: of("PERFORMANCE"),
    reach: of("REACH"),
    effort: of("EFFORT"),
    minutes,
    dots: last?.tallies.find((tally) => tally.id === id)?.dots ?? null,
  };
};

/**
 * Chooses the few of a year: kept with why and with the scores as they were, the organization's core set from now on, and told to
 * the boards when asked to. Refuses an idea, and too much effort without a reason.
 */
export async function freezeChoice(work: Work, language: Language, input: FreezeCoreChoiceInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const { id, year, chosen: asked, effortReason } = checkInput(freezeRules(language), { ...input }, language);
  const ids = asked.map(({ templateId }) => templateId);
  const { candidates, limitMinutes, workshops } = await readCandidates(work, year, ids);
  const chosen = asked.map(({ templateId, why }) => {
    const candidate = candidates.find((one) => one.id === templateId);
    if (!candidate) throw new AppError("NOT_FOUND");
    if (candidate.idea) refuse("INVALID", say(language, CORE_CHOICE_TEXTS.noIdeas), ["chosen"]);
    return asChosen(candidate, why, workshops);
  });
  const minutes = chosen.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  if (minutes > limitMinutes && !effortReason)
    refuse("INVALID", say(language, CORE_CHOICE_TEXTS.tooHeavy), ["effortReason"]);
  const made = await work.query(
    `insert into app.core_choice (organization_id, id, year, chosen, minutes, limit_minutes, effort_reason, chosen_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [organizationId, id, year, JSON.stringify(chosen), minutes, limitMinutes, effortReason, seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  // the size of the set, and that none stands twice, is its own rule
  await setCoreSet(work, language, { key: input.key, templateIds: chosen.map(({ templateId }) => templateId) });
  await audit(work, {
    action: "CORE_CHOICE_FROZEN",
    subjectType: "CoreChoice",
    subjectId: id,
    detail: { year, size: chosen.length, minutes },
  });
  if (input.tell) {
    const told = newsOf(
      language,
      year,
      chosen.map(({ name, why }) => ({ name: name[language] || name.nb, why })),
    );
    const to = { all: true, regionIds: [], chapterIds: [] };
    await sendBoardMessage(work, { key: input.key, id, ...told, templateId: null, to }, language);
  }
  return { id };
}
