import { addDays, lastOpenDay, touchpointStatus } from "@varde/domain";
import type { ContactOutcome, Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Sentence } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { feedBack, takeBack } from "./feed-back.js";
import { demandRev, holdTouchpoint } from "./hold-touchpoint.js";
import { LAST_CHANCE_DAYS } from "./list-filter.js";
import { LAST_CHANCE_TEXTS, TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";
import { factsOf } from "./touchpoint.rows.js";
import type { NoteLastChanceInput } from "./touchpoint.inputs.js";

const OUTCOMES: readonly ContactOutcome[] = ["REACHED", "NO_ANSWER", "WRONG_NUMBER", "DECLINES_CONTACT"];

/**
 * Notes that a member was contacted after the time was out, and says to the register what came of it. It stays missed: no status
 * and no sum moves. Without an outcome what was noted today is taken back.
 */
export async function noteLastChance(context: Context, work: Work, input: NoteLastChanceInput): Promise<Done> {
  const { language } = context;
  const { row } = await holdTouchpoint(context, work, input.id);
  const no = (sentence: Sentence, path: string[], code: "INVALID" | "LOCKED" | "CONFLICT" = "INVALID"): never =>
    refuse(code, say(language as Language, sentence), path, row.id);
  const { today } = work;
  const facts = factsOf(row);
  if (!row.about_member || !row.member_id) return no(TOUCHPOINT_TEXTS.outcomeUnwanted, ["outcome"]);
  if (touchpointStatus(facts, today) !== "MISSED") return no(LAST_CHANCE_TEXTS.notMissed, [], "LOCKED");
  if (addDays(lastOpenDay(facts), LAST_CHANCE_DAYS) < today) return no(LAST_CHANCE_TEXTS.tooLate, [], "LOCKED");
  demandRev(row, input.rev, language);
  const outcome = input.outcome ?? null;
  if (outcome && !OUTCOMES.includes(outcome)) return no(LAST_CHANCE_TEXTS.outcome, ["outcome"]);
  if (!outcome && row.last_chance_on !== today) return no(TOUCHPOINT_TEXTS.cannotUndo, [], "LOCKED");
  await takeBack(work, row, row.last_chance_outcome);
  if (outcome) await feedBack(work, row, outcome);
  const [done] = await work.query<{ rev: number }>(
    `update app.touchpoint set last_chance_on = $3, last_chance_outcome = $4, rev = rev + 1 where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id, outcome && today, outcome],
  );
  return { id: row.id, rev: done?.rev ?? null };
}
