import type {
  CanSubmit as CanSubmitData,
  ContactOutcome,
  DoneBy,
  LocalizedText as Text,
  Stage,
  SubmitRefusal,
  TouchpointStatus,
} from "@varde/domain";
import { Field, Float, ID, Int } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedText } from "../../kernel/graphql/shared-types.js";
import { ContactPreferenceEnum } from "../members/index.js";
import type { ContactPreference } from "../members/index.js";
import { DoneByEnum, StageEnum } from "../templates/index.js";
import {
  CancelledBecauseEnum,
  CannotSubmitReasonEnum,
  ContactOutcomeEnum,
  TouchpointStatusEnum,
} from "./touchpoint.enums.js";
import type { CancelReason } from "./touchpoint.enums.js";

@Output("Whether a report is taken now, and if not why.")
export class CanSubmit implements CanSubmitData {
  @Field(() => Boolean, { description: "It is taken today." })
  allowed!: boolean;
  @Field(() => CannotSubmitReasonEnum, { nullable: true, description: "Why not; null when it is." })
  reason!: SubmitRefusal | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day it is, or was, taken." })
  until!: string | null;
}

@Output("Whether a sent report can be corrected now.")
export class CanCorrect {
  @Field(() => Boolean, { description: "It can be corrected today." })
  allowed!: boolean;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day it can; null for what is not closed." })
  until!: string | null;
}

@Output("The person a touchpoint is about, as the chapter's own board sees them.")
export class TouchpointMember {
  @Field(() => ID, { description: "The member." })
  id!: string;
  @Field(() => String, { description: "First name." })
  firstName!: string;
  @Field(() => String, { description: "Last name; may be empty." })
  lastName!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day they joined the organization; null in what a phone keeps.",
  })
  joinedOn!: string | null;
}

@Output("The board member who has taken a touchpoint on.")
export class TouchpointAssignee {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "The holder's name." })
  name!: string;
  @Field(() => Boolean, { description: "It is the seat that asks." })
  mine!: boolean;
}

@Output("How to reach the person a touchpoint is about. Opened for the chapter's own board, one person at a time.")
export class TouchpointContact {
  @Field(() => String, { nullable: true, description: "Mobile number; null when there is none." })
  phone!: string | null;
  @Field(() => String, { nullable: true, description: "E-mail address; null when there is none." })
  email!: string | null;
  @Field(() => ContactPreferenceEnum, { description: "What the member has asked for." })
  preference!: ContactPreference;
}

@Output("Contact that was taken after the time was out. What was missed stays missed.")
export class LastChance {
  @Field(() => LocalDateScalar, { description: "The day." })
  on!: string;
  @Field(() => ContactOutcomeEnum, {
    description: "What came of it: REACHED, NO_ANSWER, DECLINES_CONTACT, WRONG_NUMBER.",
  })
  outcome!: ContactOutcome;
}

@Output("One obligation of a chapter: to carry out something once, for one member or for none.")
export class Touchpoint {
  @Field(() => ID, { description: "Derived from chapter, template, member and occurrence: the same forever." })
  id!: string;
  @Field(() => ID, { description: "The chapter whose obligation it is." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's neutral short name." })
  chapterName!: string;
  @Field(() => ID, { description: "The template it is of." })
  templateId!: string;
  @Field(() => ID, { description: "The version it has." })
  versionId!: string;
  @Field(() => String, { description: "The template's key, such as `ip-01`." })
  templateKey!: string;
  @Field(() => LocalizedText, { description: "The template's name in its version." })
  name!: Text;
  @Field(() => StageEnum, { description: "Stage of the member journey." })
  stage!: Stage;
  @Field(() => String, { description: "What tells two touchpoints of one template apart: a date or a period id." })
  occurrence!: string;
  @Field(() => LocalizedText, { nullable: true, description: "Name of the date or period, such as «Vår»." })
  occurrenceName!: Text | null;
  @Field(() => LocalDateScalar, { description: "The first day it can be done." })
  opensOn!: string;
  @Field(() => LocalDateScalar, { description: "The last day it is on time." })
  dueOn!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The board's own deadline before that; what is judged is `dueOn`. Null for none, and above the chapter.",
  })
  ownDueOn!: string | null;
  @Field(() => LocalDateScalar, { description: "The last day before it counts as missed." })
  missOn!: string;
  @Field(() => TouchpointStatusEnum, { description: "How it stands today, computed from facts and Oslo's day." })
  status!: TouchpointStatus;
  @Field(() => Date, { nullable: true, description: "When somebody began." })
  startedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: "When it was first closed; corrections do not move it." })
  closedAt!: Date | null;
  @Field(() => ContactOutcomeEnum, { nullable: true, description: "What came of the last contact." })
  outcome!: ContactOutcome | null;
  @Field(() => Int, { description: "How many times somebody tried without an answer." })
  attempts!: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "It rests until this day, after nobody answered or it was put off. When it is due says nothing of this.",
  })
  returnsOn!: string | null;
  @Field(() => Date, {
    nullable: true,
    description: "When the report was sent back to the board; null for never, or mended.",
  })
  returnedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "What the coordinator wrote when it was sent back." })
  returnedNote!: string | null;
  @Field(() => LastChance, {
    nullable: true,
    description:
      "What came of it when contact was taken after the time was out; null for never, and above the chapter.",
  })
  lastChance!: LastChance | null;
  @Field(() => TouchpointAssignee, {
    nullable: true,
    description: "Who has taken it on, while their seat holds; null for nobody.",
  })
  assignee!: TouchpointAssignee | null;
  @Field(() => CancelledBecauseEnum, { nullable: true, description: "Why it was cancelled." })
  cancelledBecause!: CancelReason | null;
  @Field(() => Boolean, { description: "It is about one member." })
  aboutMember!: boolean;
  @Field(() => Boolean, { description: "It is the period's one question beside the per-member answers." })
  isPeriodReport!: boolean;
  @Field(() => DoneByEnum, {
    description: "Who does it: one for the board, or each of them, who then confirms and writes no report.",
  })
  doneBy!: DoneBy;
  @Field(() => Boolean, { description: "It may be closed as «ingen nye»." })
  mayBeEmpty!: boolean;
  @Field(() => Int, { nullable: true, description: "Minutes it takes to carry out; null when not said." })
  minutes!: number | null;
  @Field(() => Int, { description: "Estimated seconds to report." })
  burdenSeconds!: number;
  @Field(() => TouchpointMember, { nullable: true, description: "Whom it is about; null for none." })
  member!: TouchpointMember | null;
  @Field(() => [String], { description: "Keys of the steps that are ticked." })
  stepsDone!: string[];
  @Field(() => Int, { description: "How many steps there are." })
  stepCount!: number;
  @Field(() => LocalizedText, { nullable: true, description: "The first step that is not ticked." })
  nextStep!: Text | null;
  @Field(() => Int, { description: "Grows by one with every change." })
  rev!: number;
  @Field(() => CanSubmit, { description: "Whether a report is taken now." })
  canSubmit!: CanSubmit;
  @Field(() => CanCorrect, { description: "Whether the report can be corrected now." })
  canCorrect!: CanCorrect;
  @Field(() => String, { nullable: true, description: "Who closed it; null when nobody has." })
  closedByName!: string | null;
}

export const TouchpointConnection = connectionOf(Touchpoint, "Touchpoint");

@Output("One answer of a report, in the property of its field's type.")
export class Answer {
  @Field(() => String, { description: "The field's key." })
  field!: string;
  @Field(() => Boolean, { nullable: true, description: "Of YES_NO." })
  yesNo!: boolean | null;
  @Field(() => Float, { nullable: true, description: "Of NUMBER, RATING and AUTO that counts." })
  number!: number | null;
  @Field(() => String, { nullable: true, description: "Of TEXT." })
  text!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Of DATE." })
  date!: string | null;
  @Field(() => [String], { nullable: true, description: "Keys chosen, of CHOICE (one) and MULTI_CHOICE." })
  choices!: string[] | null;
  @Field(() => Boolean, { description: "There is an answer, and it is hidden above the chapter: it counts persons." })
  hidden!: boolean;
}
