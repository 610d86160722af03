import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { findMeeting } from "../meetings/index.js";
import { demandRev, demandUnfinished, holdTouchpoint } from "./hold-touchpoint.js";
import { TOUCHPOINT_TEXTS } from "./touchpoint.texts.js";
import type { ChooseMeetingInput, TickStepInput } from "./touchpoint.inputs.js";

/** Ticks or unticks a step of the checklist; the first tick starts the touchpoint. */
export async function tickStep(context: Context, work: Work, input: TickStepInput): Promise<Done> {
  const { language } = context;
  const { row, version } = await holdTouchpoint(context, work, input.id);
  demandUnfinished(work, row, language);
  demandRev(row, input.rev, language);
  const steps = row.period_report ? [] : version.definition.steps.map(({ key }) => key);
  if (!steps.includes(input.step)) {
    refuse("INVALID", say(language, TOUCHPOINT_TEXTS.unknownStep), ["step"], row.id);
  }
  const done = steps.filter((key) => (key === input.step ? input.done : row.steps_done.includes(key)));
  const [changed] = await work.query<{ rev: number }>(
    `update app.touchpoint set steps_done = $3, step_times = step_times || jsonb_build_object($4::text, now()), started_at = coalesce(started_at, now()), rev = rev + 1
      where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id, done, input.step],
  );
  return { id: row.id, rev: changed?.rev ?? null };
}

/** Chooses the meeting that fills the messages and the report; null chooses none. */
export async function chooseMeeting(context: Context, work: Work, input: ChooseMeetingInput): Promise<Done> {
  const { language } = context;
  const { row } = await holdTouchpoint(context, work, input.id);
  demandUnfinished(work, row, language);
  demandRev(row, input.rev, language);
  const meeting = input.meetingId ? await findMeeting(work, input.meetingId) : null;
  if (input.meetingId && (!meeting || meeting.cancelledAt || meeting.chapterId !== row.chapter_id)) {
    refuse("INVALID", say(language, TOUCHPOINT_TEXTS.meetingGone), ["meetingId"], row.id);
  }
  const [changed] = await work.query<{ rev: number }>(
    `update app.touchpoint set meeting_id = $3, started_at = coalesce(started_at, now()), rev = rev + 1
      where chapter_id = $1 and id = $2 returning rev`,
    [row.chapter_id, row.id, meeting?.id ?? null],
  );
  return { id: row.id, rev: changed?.rev ?? null };
}
