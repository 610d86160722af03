import type { PlanText } from "@varde/domain";

type Around = Pick<PlanText, "title" | "intro" | "closing">;

/** What the plan will say: where nothing stood around the table that was read, what stands in the plan stays. */
export const takenText = (read: PlanText, before: Around | null): PlanText => ({
  title: read.title || before?.title || "",
  intro: read.intro || before?.intro || "",
  rows: read.rows,
  closing: read.closing || before?.closing || "",
});

const named = (activity: string): string => activity.trim().toLocaleLowerCase("nb");

/**
 * What becomes of the rows that are there, as the server does it: one of the same activity keeps how far it has come, and the
 * others go.
 */
export function replacedRows(before: readonly { activity: string }[], text: PlanText) {
  const gone = [...before];
  for (const { activity } of text.rows) {
    const at = gone.findIndex((row) => named(row.activity) !== "" && named(row.activity) === named(activity));
    if (at >= 0) gone.splice(at, 1);
  }
  return { kept: before.length - gone.length, gone: gone.map(({ activity }) => activity) };
}
