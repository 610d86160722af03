import { Field, Float, Int } from "type-graphql";
import type {
  CalendarDate as CalendarDateData,
  Channel,
  DoneBy,
  FieldOption as FieldOptionData,
  FieldSource,
  FieldType,
  Lockable,
  Message as MessageData,
  NumberCounts,
  PeriodKind,
  PeriodReport as PeriodReportData,
  ReportField as ReportFieldData,
  Schedule as ScheduleData,
  Stage,
  Step as StepData,
  Target as TargetData,
  TargetKind,
  TemplateDefinition as TemplateDefinitionData,
  Trigger as TriggerData,
  TriggerKind,
} from "@varde/domain";
import { Output } from "../../kernel/graphql/output.js";
import { LocalizedText } from "../../kernel/graphql/shared-types.js";
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

@Output("One date of a CALENDAR trigger.")
export class CalendarDate implements CalendarDateData {
  @Field(() => String, { description: "Its key within the template." })
  key!: string;
  @Field(() => LocalizedText, { description: "What the date is called, such as «vår»." })
  name!: LocalizedText;
  @Field(() => String, { description: "Day of the year it opens, `MM-DD`." })
  opens!: string;
  @Field(() => String, { description: "Day of the year it is due, `MM-DD`; before `opens` it falls in the next year." })
  due!: string;
}

@Output("What starts a touchpoint; which fields are read depends on `kind`.")
export class Trigger implements TriggerData {
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
  @Field(() => [CalendarDate], { nullable: true, description: "CALENDAR: the dates of the year." })
  dates?: CalendarDate[] | null;
  @Field(() => PeriodKindEnum, { nullable: true, description: "PERIOD: how long the period is." })
  period?: PeriodKind | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "AFTER and MANUAL: whether each touchpoint is about one member.",
  })
  aboutMember?: boolean | null;
}

@Output("The three dates, in days; every deadline is a whole day that ends at midnight in Oslo.")
export class Schedule implements ScheduleData {
  @Field(() => Int, { description: "Days from the event, or from the start of the period, until it opens." })
  opensAfterDays!: number;
  @Field(() => Int, { description: "Days from the event, or from the end of the period, until it is due." })
  dueAfterDays!: number;
  @Field(() => Int, { description: "Days from the due date until it counts as missed." })
  missAfterDays!: number;
  @Field(() => Boolean, { description: "Whether it may be closed after the due date." })
  lateAllowed!: boolean;
}

@Output("One thing to do, in the checklist.")
export class Step implements StepData {
  @Field(() => String, { description: "Its key within the template." })
  key!: string;
  @Field(() => LocalizedText, { description: "What to do." })
  text!: LocalizedText;
}

@Output("A ready message or a conversation guide, with merge fields in double braces.")
export class Message implements MessageData {
  @Field(() => String, { description: "Its key within the template." })
  key!: string;
  @Field(() => ChannelEnum, { description: "How it is used." })
  channel!: Channel;
  @Field(() => LocalizedText, { description: "Its name in the chapter's list." })
  title!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: "Subject line; EMAIL only." })
  subject?: LocalizedText | null;
  @Field(() => LocalizedText, { description: "The text. In a guide, lines that start with `## ` are headings." })
  body!: LocalizedText;
  @Field(() => Boolean, { description: "A chapter may not adapt it." })
  locked!: boolean;
}

@Output("One choice of a question.")
export class FieldOption implements FieldOptionData {
  @Field(() => String, { description: "Its key, which stays when the wording changes." })
  key!: string;
  @Field(() => LocalizedText, { description: "What the person chooses." })
  label!: LocalizedText;
}

@Output("One question of the report.")
export class ReportField implements ReportFieldData {
  @Field(() => String, { description: "Its key; never changes across versions." })
  key!: string;
  @Field(() => FieldTypeEnum, { description: "How it is answered; never changes across versions." })
  type!: FieldType;
  @Field(() => LocalizedText, { description: "The question." })
  label!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: "A line of help under the question." })
  help?: LocalizedText | null;
  @Field(() => Boolean, { description: "Must be answered." })
  required!: boolean;
  @Field(() => [FieldOption], { nullable: true, description: "CHOICE and MULTI_CHOICE: what can be chosen." })
  options?: FieldOption[] | null;
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

@Output("One question a per-member template asks once a period, beside the per-member answers.")
export class PeriodReport implements PeriodReportData {
  @Field(() => PeriodKindEnum, { description: "How often." })
  period!: PeriodKind;
  @Field(() => ReportField, { description: "The question; never AUTO." })
  field!: ReportField;
  @Field(() => Int, { description: "Days from the end of the period until it is due." })
  dueAfterDays!: number;
  @Field(() => Int, { description: "Days from the due date until it counts as missed." })
  missAfterDays!: number;
}

@Output("What the organization wants to reach.")
export class Target implements TargetData {
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
  @Field(() => LocalizedText, { description: "The target in words." })
  text!: LocalizedText;
}

@Output("What national designs: the whole content of one version of a template.")
export class TemplateDefinition implements TemplateDefinitionData {
  @Field(() => LocalizedText, { description: "What it is called." })
  name!: LocalizedText;
  @Field(() => LocalizedText, { description: "Why it is done, in a sentence or two." })
  purpose!: LocalizedText;
  @Field(() => StageEnum, { description: "Where in the member journey it belongs." })
  stage!: Stage;
  @Field(() => Trigger, { description: "What starts it." })
  trigger!: Trigger;
  @Field(() => Schedule, { description: "When it opens, is due and is missed." })
  schedule!: Schedule;
  @Field(() => LocalizedText, { nullable: true, description: "Who in the board usually does it." })
  responsible?: LocalizedText | null;
  @Field(() => Int, { nullable: true, description: "Minutes it takes to carry out (not to report)." })
  minutes?: number | null;
  @Field(() => DoneByEnum, {
    nullable: true,
    description: "Who does it; ONE when left out. EACH only where it is about no one person and nothing is asked.",
  })
  doneBy?: DoneBy | null;
  @Field(() => [Step], { description: "The checklist." })
  steps!: Step[];
  @Field(() => [Message], { description: "Ready messages and guides." })
  messages!: Message[];
  @Field(() => [ReportField], { description: "The questions of the report, five at most." })
  reportFields!: ReportField[];
  @Field(() => PeriodReport, {
    nullable: true,
    description: "A question asked once a period; per-member templates only.",
  })
  periodReport?: PeriodReport | null;
  @Field(() => [Target], { description: "What is to be reached." })
  targets!: Target[];
  @Field(() => [LockableEnum], { description: "What a chapter may not adapt." })
  locks!: Lockable[];
}
