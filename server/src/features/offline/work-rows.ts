import type { Work } from "../../kernel/db/unit-of-work.js";
import { factsOf } from "../touchpoints/index.js";
import type { HeldRow } from "../touchpoints/index.js";
import type { WorkState } from "./fold-work.js";

/** The stored row as what work can change. */
export const stateOf = (row: HeldRow): WorkState => ({
  ...factsOf(row),
  closedBy: row.closed_by,
  outcome: row.outcome,
  outcomeAt: row.outcome_at,
  attempts: row.attempts,
  stepsDone: row.steps_done,
  stepTimes: row.step_times,
  firstDueOn: row.first_due_on,
  returnsOn: row.returns_on,
  answers: row.answers,
  seconds: row.report_seconds,
});

/** Writes what is changed, and nothing when nothing is: the `rev` after. */
export async function storeWork(work: Work, row: HeldRow, before: WorkState, after: WorkState): Promise<number> {
  if (JSON.stringify(before) === JSON.stringify(after)) return row.rev;
  const [stored] = await work.query<{ rev: number }>(
    // what one could take back was another note
    `update app.touchpoint set note_before = null, noted_by = null, noted_at = null, started_at = $3, closed_at = $4, emptied_at = $5, closed_by = $6, outcome = $7, outcome_at = $8, attempts = $9,
            steps_done = $10, step_times = $11, due_on = $12, miss_on = $13, returns_on = $14, answers = $15, report_seconds = $16, rev = rev + 1
      where chapter_id = $1 and id = $2 returning rev`,
    [
      row.chapter_id,
      row.id,
      after.startedAt,
      after.closedAt,
      after.emptiedAt,
      after.closedBy,
      after.outcome,
      after.outcomeAt,
      after.attempts,
      after.stepsDone,
      JSON.stringify(after.stepTimes),
      after.dueOn,
      after.missOn,
      after.returnsOn,
      JSON.stringify(after.answers),
      after.seconds,
    ],
  );
  return stored?.rev ?? row.rev;
}
