import { Field, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { NudgeAnswerEnum } from "../news/index.js";
import type { NudgeAnswer } from "../news/index.js";
import { ChapterRef } from "../standings/index.js";

@Output("What is new with one chapter. What is counted are duties and board seats, never members.")
export class ChapterChange {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => Boolean, { description: "It may need help now, and did not then." })
  nowInNeed!: boolean;
  @Field(() => Boolean, { description: "It was thought to need help then, and is not now." })
  noLongerInNeed!: boolean;
  @Field(() => Int, { description: "Duties that have been done." })
  done!: number;
  @Field(() => Int, { description: "Duties that have been missed." })
  missed!: number;
  @Field(() => Int, { description: "Requests about duties that came in and still wait." })
  asked!: number;
  @Field(() => NudgeAnswerEnum, { nullable: true, description: "What the board has answered to a greeting." })
  answer!: NudgeAnswer | null;
  @Field(() => Int, { description: "Board seats that have been taken." })
  seatsTaken!: number;
  @Field(() => Int, { description: "Board seats that have ended." })
  seatsEnded!: number;
}

@Output("A chapter somebody means to be in touch with again.")
export class ContactDue {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => LocalDateScalar, { description: "The day that was set." })
  on!: string;
}

@Output("What is new in the reach since the seat last looked.")
export class OverviewChanges {
  @Field(() => Date, { nullable: true, description: "When it last looked; null on the first visit." })
  since!: Date | null;
  @Field(() => [ChapterChange], { description: "Chapters with something new, by name; never a rank." })
  chapters!: ChapterChange[];
  @Field(() => [ContactDue], { description: "Contacts that are due within a week or were, the oldest first." })
  contactsDue!: ContactDue[];
}
