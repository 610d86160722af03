import { Field, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";

@Output("Some of a whole, as counts: a share is for the reader to say, and only of enough.")
export class MembersOf {
  @Field(() => Int, { description: "How many." })
  n!: number;
  @Field(() => Int, { description: "Of how many." })
  of!: number;
}

@Output("How the own chapter's number of members changed: opening and what came, less what went, is closing.")
export class MembershipGrowth {
  @Field(() => Int, { description: "Members when the period began." })
  opening!: number;
  @Field(() => Int, { description: "Joined the organization here." })
  joined!: number;
  @Field(() => Int, { description: "Came from another chapter." })
  movedIn!: number;
  @Field(() => Int, { description: "Ended the membership." })
  left!: number;
  @Field(() => Int, { description: "Went to another chapter." })
  movedOut!: number;
  @Field(() => Int, { description: "Ended because of age." })
  agedOut!: number;
  @Field(() => Int, { description: "Died." })
  died!: number;
  @Field(() => Int, { description: "Members at the end of the period, or today while it lasts." })
  closing!: number;
}

@Output("The own chapter's membership in a period: exact, and for the own chapter alone.")
export class OwnMembership {
  @Field(() => LocalDateScalar, { description: "Today." })
  referenceDate!: string;
  @Field(() => String, { description: "The period told about." })
  period!: string;
  @Field(() => [String], { description: "The periods one can choose, years first, newest first of each." })
  periods!: string[];
  @Field(() => Int, { description: "Members today." })
  active!: number;
  @Field(() => MembersOf, { description: "Of them: those whose fee of this calendar year is paid." })
  paid!: MembersOf;
  @Field(() => MembershipGrowth, { description: "What the number grew and shrank by." })
  growth!: MembershipGrowth;
  @Field(() => MembersOf, {
    description:
      "Retention: members still, of those who were when the period began, without those who grew too old or died. Who moved is a member still.",
  })
  retention!: MembersOf;
  @Field(() => MembersOf, {
    description:
      "Reach: tasks about a member that ended in being spoken with, of those with an attempt; by their first due date.",
  })
  reach!: MembersOf;
  @Field(() => MembersOf, {
    nullable: true,
    description:
      "Participation: came to a meeting in the period, of those members of today who had come before it ended; null where names are not written down.",
  })
  participation!: MembersOf | null;
}

@Output("A chapter's number of members as published.")
export class ChapterMembers {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its neutral short name." })
  chapterName!: string;
  @Field(() => Int, { nullable: true, description: "Members on the day; null when hidden or not counted." })
  active!: number | null;
  @Field(() => Int, { nullable: true, description: "The same a year before; null when hidden or not counted." })
  before!: number | null;
}

@Output("How the organization's number of members changed in a calendar year, told as finely as small numbers allow.")
export class MembershipYear {
  @Field(() => Int, { description: "The calendar year." })
  year!: number;
  @Field(() => Int, { description: "Joined." })
  joined!: number;
  @Field(() => Int, { nullable: true, description: "Left; null when told together with others." })
  left!: number | null;
  @Field(() => Int, { nullable: true, description: "Ended because of age; null when told together with others." })
  agedOut!: number | null;
  @Field(() => Int, { nullable: true, description: "Died; null when told together with others." })
  died!: number | null;
  @Field(() => Int, { nullable: true, description: "Left or died; null when told otherwise." })
  leftOrDied!: number | null;
  @Field(() => Int, { nullable: true, description: "All who ended, however; null when told otherwise." })
  ended!: number | null;
}

@Output(
  "Numbers of members as published at a quarter's end. A chapter's stands until it has changed by more than a few.",
)
export class PublishedMembership {
  @Field(() => LocalDateScalar, { nullable: true, description: "The quarter's end; null when nothing is published." })
  referenceDate!: string | null;
  @Field(() => [LocalDateScalar], { description: "The quarter ends that are published, newest first." })
  days!: string[];
  @Field(() => Int, { description: "A chapter's number stands until the true one is more than this away." })
  within!: number;
  @Field(() => Int, { nullable: true, description: "The sum of the chapters shown in one's reach; null when none is." })
  active!: number | null;
  @Field(() => [ChapterMembers], { description: "The chapters in reach, by name." })
  chapters!: ChapterMembers[];
  @Field(() => MembershipYear, {
    nullable: true,
    description: "The newest calendar year before the day that could be told; for national alone.",
  })
  year!: MembershipYear | null;
}
