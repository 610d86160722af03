import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";

@Output("Whether the own chapter writes down who came by name; its leader's choice.")
export class AttendanceSetting {
  @Field(() => Boolean, { description: "Names are written down; else a number only." })
  byName!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day from which names were written down; null when they are not, or always were.",
  })
  since!: string | null;
  @Field(() => Int, { description: "The chapter's `rev`, which a change of this is based on." })
  rev!: number;
}

@Output("A member of the own chapter as the list of who came shows them.")
export class AttendancePerson {
  @Field(() => ID, { description: "The member." })
  id!: string;
  @Field(() => String, { description: "First and last name." })
  name!: string;
  @Field(() => LocalDateScalar, { description: "When they joined: tells two of the same name apart." })
  joinedOn!: string;
  @Field(() => Boolean, { description: "Came to the last meeting before this one that has names." })
  cameLastTime!: boolean;
}

@Output("Who came to a meeting of the own chapter.")
export class Attendance {
  @Field(() => ID, { description: "The meeting." })
  meetingId!: string;
  @Field(() => Int, { description: "The meeting's `rev`, which a change is based on." })
  rev!: number;
  @Field(() => AttendanceSetting, { description: "Whether names are written down." })
  setting!: AttendanceSetting;
  @Field(() => Int, { nullable: true, description: "How many came in all; null when nothing is said." })
  total!: number | null;
  @Field(() => Int, { description: "How many of them are not written down by name." })
  others!: number;
  @Field(() => [ID], { description: "The members who came, by name." })
  memberIds!: string[];
  @Field(() => [ID], { description: "The members who came to the last meeting before this one that has names." })
  lastTimeIds!: string[];
  @Field(() => [AttendancePerson], {
    description: "Members to choose among: those who came, then those who came most lately; empty without names.",
  })
  people!: AttendancePerson[];
  @Field(() => Boolean, { description: "There are more than are shown: search." })
  hasMore!: boolean;
}

@Output("Who came as it stands after a change.")
export class AttendancePayload {
  @Field(() => Attendance, { nullable: true, description: "Who came; null when there is nothing to show." })
  attendance!: Attendance | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("The choice as it stands after a change.")
export class AttendanceSettingPayload {
  @Field(() => AttendanceSetting, { nullable: true, description: "The choice." })
  setting!: AttendanceSetting | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
