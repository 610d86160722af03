import { afterQuietHours, isQuiet } from "./moment.js";
import type { Moment, Quiet } from "./moment.js";

/** Why somebody who could have been reminded was not. */
export const SKIP_REASONS = [
  "OPTED_OUT",
  "NOT_THEIR_DAY",
  "QUIET_HOURS",
  "ALREADY_TODAY",
  "NOTHING_LEFT",
  "STOPPED",
  "NO_ADDRESS",
  "TOO_LATE",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What a person has chosen. `days` as ISO counts them, `at` in minutes from midnight. */
export type Choices = { enabled: boolean; stopped: boolean; days: readonly number[]; at: number };

/** How long after a person's hour a day's mail may still be begun: later it waits for the next of their days. */
export const WINDOW_MINUTES = 120;

/**
 * What the day's mail to a person is at this minute: not yet (`LATER`), to be sent (`NOW`), too late to begin (`PAST`: what was
 * begun is finished), or left out for a reason that is logged.
 */
export type Verdict = "LATER" | "NOW" | "PAST" | SkipReason;

/** Judges by the person's own choices and the quiet hours of every organization they sit in. */
export function judge(choices: Choices, quiets: readonly Quiet[], now: Moment): Verdict {
  // the organization may have moved its quiet hours after the hour was chosen
  const at = afterQuietHours(quiets, choices.at);
  if (now.minute < at) return "LATER";
  if (now.minute >= at + WINDOW_MINUTES) return "PAST";
  if (choices.stopped) return "STOPPED";
  if (!choices.enabled) return "OPTED_OUT";
  if (quiets.some(({ days }) => days.includes(now.weekday))) return "QUIET_HOURS";
  if (!choices.days.includes(now.weekday)) return "NOT_THEIR_DAY";
  return isQuiet(quiets, now) ? "LATER" : "NOW";
}
