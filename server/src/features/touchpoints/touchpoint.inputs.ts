import type { ContactOutcome, Stage, TouchpointStatus } from "@varde/domain";
import { Field, Float, ID, Int } from "type-graphql";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { StageEnum } from "../templates/index.js";
import { ContactOutcomeEnum, TakenByEnum, TouchpointStatusEnum } from "./touchpoint.enums.js";
import type { TakenBy } from "./touchpoint.enums.js";

@Input("Which touchpoints of a list. Without a filter: the unclosed that open within 60 days.")
export class TouchpointFilter {
  @Field(() => [TouchpointStatusEnum], { nullable: true, description: "Any of these statuses." })
  status?: TouchpointStatus[] | null;
  @Field(() => ID, { nullable: true, description: "Of this template." })
  templateId?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Due this day or later." })
  dueFrom?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Due this day or earlier." })
  dueTo?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Only what is not closed, emptied, waived or cancelled." })
  unclosedOnly?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only what opens after today and nobody has begun. False: all but that.",
  })
  coming?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only what rests after an attempt. False: all but that.",
  })
  resting?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only what was sent back to the board. False: all but that.",
  })
  returned?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only what is about members of the core set whom nobody reached in time, the last thirty days. False: all but that.",
  })
  lastChance?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "True: only what is about one member. False: all but that." })
  aboutMember?: boolean | null;
  @Field(() => TakenByEnum, { nullable: true, description: "By who has taken it on." })
  assignee?: TakenBy | null;
  @Field(() => ID, { nullable: true, description: "Taken on by this seat of the board." })
  assigneeSeatId?: string | null;
  @Field(() => [StageEnum], { nullable: true, description: "Any of these stages of the member journey." })
  stage?: Stage[] | null;
  @Field(() => String, {
    nullable: true,
    description: "Every word is in the template's name, or begins a part of the member's. 60 characters at most.",
  })
  search?: string | null;
}

@Input("One answer, in the property of its field's type.")
export class AnswerInput {
  @Field(() => String, { description: "The field's key." })
  field!: string;
  @Field(() => Boolean, { nullable: true, description: "Of YES_NO." })
  yesNo?: boolean | null;
  @Field(() => Float, { nullable: true, description: "Of NUMBER and RATING." })
  number?: number | null;
  @Field(() => String, { nullable: true, description: "Of TEXT." })
  text?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Of DATE." })
  date?: string | null;
  @Field(() => [String], { nullable: true, description: "Of CHOICE (one key) and MULTI_CHOICE." })
  choices?: string[] | null;
}

@Input("Ticks or unticks a step.")
export class TickStepInput extends ChangeInput {
  @Field(() => String, { description: "The step's key." })
  step!: string;
  @Field(() => Boolean, { description: "True: done." })
  done!: boolean;
}

@Input("Chooses the meeting a touchpoint uses.")
export class ChooseMeetingInput extends ChangeInput {
  @Field(() => ID, { nullable: true, description: "The meeting; null for none." })
  meetingId?: string | null;
}

@Input("What came of it.")
export class SubmitReportInput extends ChangeInput {
  @Field(() => ContactOutcomeEnum, { nullable: true, description: "Needed where it is about one member, else none." })
  outcome?: ContactOutcome | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day to try again, with LATER." })
  laterOn?: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "With NO_ANSWER, the day it comes back: tomorrow to 14 days ahead; in two days when left out.",
  })
  returnsOn?: string | null;
  @Field(() => [AnswerInput], { description: "The answers; never those of AUTO fields." })
  answers!: AnswerInput[];
  @Field(() => Int, {
    nullable: true,
    description: "Seconds the report was in sight before it was sent, 1-3600; anything else is left out.",
  })
  seconds?: number | null;
}

@Input("What came of contact that was taken after the time was out.")
export class NoteLastChanceInput extends ChangeInput {
  @Field(() => ContactOutcomeEnum, {
    nullable: true,
    description: "REACHED, NO_ANSWER, WRONG_NUMBER or DECLINES_CONTACT; null takes back what was noted today.",
  })
  outcome?: ContactOutcome | null;
}

@Input("A correction of what was sent.")
export class CorrectReportInput extends ChangeInput {
  @Field(() => ContactOutcomeEnum, { nullable: true, description: "Where it is about one member: one that closes." })
  outcome?: ContactOutcome | null;
  @Field(() => [AnswerInput], { description: "All the answers as they shall stand." })
  answers!: AnswerInput[];
}

@Input("Closes a period in which there was nothing to do.")
export class CloseEmptyInput extends ChangeInput {}

@Input("Undoes an own closing within ten minutes.")
export class ReopenTouchpointInput extends ChangeInput {}

@Input(
  "One's own part of what each board member does. What others have confirmed meanwhile changes nothing for one's own.",
)
export class ConfirmPartInput extends KeyedInput {
  @Field(() => ID, { description: "The touchpoint." })
  id!: string;
  @Field(() => Boolean, { description: "True: done. False: not done after all." })
  done!: boolean;
}

@Input("Takes back an own note within ten minutes.")
export class TakeBackNoteInput extends ChangeInput {}

@Input("Starts a template that is started by hand.")
export class StartTouchpointInput extends KeyedInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => [ID], { nullable: true, description: "National: which chapters. A board leaves it out." })
  chapterIds?: string[] | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it starts; today when left out." })
  startOn?: string | null;
  @Field(() => ID, { nullable: true, description: "Whom it is about, where it is about one member." })
  memberId?: string | null;
}
