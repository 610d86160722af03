import { Field, ID, Int } from "type-graphql";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { connectionOf, Input, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { SKIP_REASONS } from "./judge.js";
import type { SkipReason } from "./judge.js";
import { RULES } from "./reminder-log.js";
import type { Rule } from "./reminder-log.js";

export const ReminderRuleEnum = enumOf(
  RULES,
  "ReminderRule",
  "What a reminder is about: the day's mail, a report that came back, an answer, chapters that may need a hand.",
);
const OUTCOMES = ["WAITING", "SENT", "SKIPPED", "FAILED"] as const;
export const ReminderOutcomeEnum = enumOf(OUTCOMES, "ReminderOutcome", "What became of a reminder.");
const REASONS = [...SKIP_REASONS, "MAIL_SERVER", "INTERRUPTED"] as const;
export const ReminderReasonEnum = enumOf(
  REASONS,
  "ReminderReason",
  "Why a reminder was not sent, or is not known to be.",
);

@Output("What the next mail would say now.")
export class ReminderPreview {
  @Field(() => String, { description: "Its subject." })
  subject!: string;
  @Field(() => [String], { description: "Its lines, one for each chapter." })
  lines!: string[];
}

@Output("One's own choices about reminders.")
export class Reminders {
  @Field(() => Boolean, { description: "Mails are on." })
  enabled!: boolean;
  @Field(() => [Int], { description: "The weekdays one wants them on, 1 is Monday." })
  weekdays!: number[];
  @Field(() => String, { description: "The time of day in Oslo, as `07:30`." })
  at!: string;
  @Field(() => String, { description: "Nobody is mailed from this time in the evening, as `21:00`." })
  quietFrom!: string;
  @Field(() => String, {
    description: "Until this time in the morning. The same as `quietFrom`: never quiet by the hour.",
  })
  quietTo!: string;
  @Field(() => [Int], { description: "Weekdays on which nobody is mailed, 1 is Monday." })
  quietWeekdays!: number[];
  @Field(() => ReminderPreview, {
    nullable: true,
    description: "What the next mail would say now of the chapter acted in; null when there is nothing new.",
  })
  preview!: ReminderPreview | null;
}

@Output("One reminder of one's own, sent or not.")
export class ReminderEntry {
  @Field(() => ID, { description: "The line in the log." })
  id!: string;
  @Field(() => DateTimeScalar, { description: "When that was." })
  at!: Date;
  @Field(() => ReminderRuleEnum, { description: "What it is about." })
  rule!: Rule;
  @Field(() => ReminderOutcomeEnum, { description: "What became of it." })
  outcome!: (typeof OUTCOMES)[number];
  @Field(() => ReminderReasonEnum, { nullable: true, description: "Why it was not sent; null when it was, or waits." })
  reason!: SkipReason | "MAIL_SERVER" | "INTERRUPTED" | null;
}
export const ReminderEntryConnection = connectionOf(ReminderEntry, "ReminderEntry");

@Input("Chooses whether and when one is reminded by mail.")
export class SetRemindersInput extends KeyedInput {
  @Field(() => Boolean, { description: "Mails are on." })
  enabled!: boolean;
  @Field(() => [Int], { description: "The weekdays, 1 is Monday; at least one." })
  weekdays!: number[];
  @Field(() => String, { description: "The time of day in Oslo, on the hour or half past, as `07:30`." })
  at!: string;
}

@Output("One's choices after the change.")
export class RemindersPayload {
  @Field(() => Reminders, { nullable: true, description: "The choices as they are now." })
  reminders!: Reminders | null;
  @Field(() => [Problem], { description: "What to mend; then nothing is changed." })
  problems!: ProblemData[];
}
