import { Field, Float, Int } from "type-graphql";
import type {
  Channel,
  DoneBy,
  FieldSource,
  FieldType,
  Lockable,
  NumberCounts,
  PeriodKind,
  Stage,
  TargetKind,
  TriggerKind,
} from "@varde/domain";
import { Input } from "../../kernel/graphql/output.js";
import { LocalizedTextInput } from "../../kernel/graphql/shared-types.js";
import {
  ChannelEnum,
  DoneByEnum,
  FieldSourceEnum,
  FieldTypeEnum,
  LockableEnum,
  NumberCountsEnum,
  PeriodKindEnum,
  StageEnum,
  TargetKindEnum,
  TriggerKindEnum,
} from "./definition.enums.js";

@Input("One date of a CALENDAR trigger.")
export class CalendarDateInput {
  @Field(() => String, { description: "Its key within the template." })
  key!: string;
  @Field(() => LocalizedTextInput, { description: "What the date is called, such as «vår»." })
  name!: LocalizedTextInput;
  @Field(() => String, { description: "Day of the year it opens, `MM-DD`." })
  opens!: string;
  @Field(() => String, { description: "Day of the year it is due, `MM-DD`; before `opens` it falls in the next year." })
  due!: string;
}

@Input("What starts a touchpoint; which fields are read depends on `kind`.")
export class TriggerInput {
  @Field(() => TriggerKindEnum, { description: "The event." })
  kind!: TriggerKind;
  @Field(() => [Int], { nullable: true, description: "Days after the event, one touchpoint each; may be negative." })
  offsets?: number[] | null;
  @Field(() => Int, { nullable: true, description: "MEMBER_INACTIVE: days without participation." })
  days?: number | null;
  @Field(() => Int, { nullable: true, description: "AGE_REACHED: the age in years, reached on the birthday." })
  age?: number | null;
  @Field(() => String, { nullable: true, description: "AFTER: key of the template whose closing is the event." })
  templateKey?: string | null;
  @Field(() => [CalendarDateInput], { nullable: true, description: "CALENDAR: the dates of the year." })
  dates?: CalendarDateInput[] | null;
  @Field(() => PeriodKindEnum, { nullable: true, description: "PERIOD: how long the period is." })
  period?: PeriodKind | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "AFTER and MANUAL: whether each touchpoint is about one member.",
  })
  aboutMember?: boolean | null;
}

@Input("The three dates, in days; every deadline is a whole day that ends at midnight in Oslo.")
export class ScheduleInput {
  @Field(() => Int, { description: "Days from the event, or from the start of the period, until it opens." })
  opensAfterDays!: number;
  @Field(() => Int, { description: "Days from the event, or from the end of the period, until it is due." })
  dueAfterDays!: number;
  @Field(() => Int, { description: "Days from the due date until it counts as missed." })
  missAfterDays!: number;
  @Field(() => Boolean, { description: "Whether it may be closed after the due date." })
  lateAllowed!: boolean;
}

@Input("One thing to do, in the checklist.")
export class StepInput {
  @Field(() => String, { description: "Its key within the template." })
  key!: string;
  @Field(() => LocalizedTextInput, { description: "What to do." })
  text!: LocalizedTextInput;
}

@Input("A ready message or a conversation guide, with merge fields in double braces.")
export class MessageInput {
  @Field(() => String, { description: "Its key within the template." })
  key!: string;
  @Field(() => ChannelEnum, { description: "How it is used." })
  channel!: Channel;
  @Field(() => LocalizedTextInput, { description: "Its name in the chapter's list." })
  title!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { nullable: true, description: "Subject line; EMAIL only." })
  subject?: LocalizedTextInput | null;
  @Field(() => LocalizedTextInput, { description: "The text. In a guide, lines that start with `## ` are headings." })
  body!: LocalizedTextInput;
  @Field(() => Boolean, { description: "A chapter may not adapt it." })
  locked!: boolean;
}

@Input("One choice of a question.")
export class FieldOptionInput {
  @Field(() => String, { description: "Its key, which stays when the wording changes." })
  key!: string;
  @Field(() => LocalizedTextInput, { description: "What the person chooses." })
  label!: LocalizedTextInput;
}

@Input("One question of the report.")
export class ReportFieldInput {
  @Field(() => String, { description: "Its key; never changes across versions." })
  key!: string;
  @Field(() => FieldTypeEnum, { description: "How it is answered; never changes across versions." })
  type!: FieldType;
  @Field(() => LocalizedTextInput, { description: "The question." })
  label!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { nullable: true, description: "A line of help under the question." })
  help?: LocalizedTextInput | null;
  @Field(() => Boolean, { description: "Must be answered." })
  required!: boolean;
  @Field(() => [FieldOptionInput], { nullable: true, description: "CHOICE and MULTI_CHOICE: what can be chosen." })
  options?: FieldOptionInput[] | null;
  @Field(() => Float, { nullable: true, description: "NUMBER and RATING: the least." })
  min?: number | null;
  @Field(() => Float, { nullable: true, description: "NUMBER and RATING: the most." })
  max?: number | null;
  @Field(() => NumberCountsEnum, { nullable: true, description: "NUMBER: what it counts." })
  counts?: NumberCounts | null;
  @Field(() => Int, { nullable: true, description: "TEXT: characters at most, 500 or fewer." })
  maxLength?: number | null;
  @Field(() => FieldSourceEnum, {
    nullable: true,
    description: "AUTO: what it is computed from; else what prefills it.",
  })
  source?: FieldSource | null;
}

@Input("One question a per-member template asks once a period, beside the per-member answers.")
export class PeriodReportInput {
  @Field(() => PeriodKindEnum, { description: "How often." })
  period!: PeriodKind;
  @Field(() => ReportFieldInput, { description: "The question; never AUTO." })
  field!: ReportFieldInput;
  @Field(() => Int, { description: "Days from the end of the period until it is due." })
  dueAfterDays!: number;
  @Field(() => Int, { description: "Days from the due date until it counts as missed." })
  missAfterDays!: number;
}

@Input("What the organization wants to reach.")
export class TargetInput {
  @Field(() => String, { description: "Its key within the template." })
  key!: string;
  @Field(() => TargetKindEnum, { description: "How it is measured." })
  kind!: TargetKind;
  @Field(() => String, { nullable: true, description: "FIELD_*: the question measured." })
  fieldKey?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "FIELD_SHARE: the answer counted; `true` or `false` for yes and no.",
  })
  value?: string | null;
  @Field(() => Float, {
    description: "A share 0-1 for COMPLETION, TIMELINESS and FIELD_SHARE, else a count, sum or mean.",
  })
  threshold!: number;
  @Field(() => PeriodKindEnum, { description: "Measured over." })
  period!: PeriodKind;
  @Field(() => LocalizedTextInput, { description: "The target in words." })
  text!: LocalizedTextInput;
}

@Input("What national designs: the whole content of one version of a template.")
export class TemplateDefinitionInput {
  @Field(() => LocalizedTextInput, { description: "What it is called." })
  name!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { description: "Why it is done, in a sentence or two." })
  purpose!: LocalizedTextInput;
  @Field(() => StageEnum, { description: "Where in the member journey it belongs." })
  stage!: Stage;
  @Field(() => TriggerInput, { description: "What starts it." })
  trigger!: TriggerInput;
  @Field(() => ScheduleInput, { description: "When it opens, is due and is missed." })
  schedule!: ScheduleInput;
  @Field(() => LocalizedTextInput, { nullable: true, description: "Who in the board usually does it." })
  responsible?: LocalizedTextInput | null;
  @Field(() => Int, { nullable: true, description: "Minutes it takes to carry out (not to report)." })
  minutes?: number | null;
  @Field(() => DoneByEnum, {
    nullable: true,
    description: "Who does it; ONE when left out. EACH only where it is about no one person and nothing is asked.",
  })
  doneBy?: DoneBy | null;
  @Field(() => [StepInput], { description: "The checklist." })
  steps!: StepInput[];
  @Field(() => [MessageInput], { description: "Ready messages and guides." })
  messages!: MessageInput[];
  @Field(() => [ReportFieldInput], { description: "The questions of the report, five at most." })
  reportFields!: ReportFieldInput[];
  @Field(() => PeriodReportInput, {
    nullable: true,
    description: "A question asked once a period; per-member templates only.",
  })
  periodReport?: PeriodReportInput | null;
  @Field(() => [TargetInput], { description: "What is to be reached." })
  targets!: TargetInput[];
  @Field(() => [LockableEnum], { description: "What a chapter may not adapt." })
  locks!: Lockable[];
}
