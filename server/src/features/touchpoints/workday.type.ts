import { Field, Int } from "type-graphql";
import { enumOf } from "../../kernel/graphql/shared-types.js";
import { Output } from "../../kernel/graphql/output.js";
import { Meeting } from "../meetings/index.js";
import { Touchpoint } from "./touchpoint.type.js";

export const WHOSE = ["MINE", "BOARD"] as const;
export type Whose = (typeof WHOSE)[number];
export const WhoseEnum = enumOf(WHOSE, "Whose", "MINE: what the asking seat has taken on. BOARD: all of the board's.");

@Output("What waits, counted by when it is due. What rests or opens later is not in the groups.")
export class WorkdayCounts {
  @Field(() => Int, { description: "Waiting, taken on by the seat that asks." })
  mine!: number;
  @Field(() => Int, { description: "Waiting, all of the board's." })
  board!: number;
  @Field(() => Int, { description: "Of those shown: due before today." })
  overdue!: number;
  @Field(() => Int, { description: "Of those shown: due today." })
  today!: number;
  @Field(() => Int, { description: "Of those shown: due later this week, to Sunday." })
  week!: number;
  @Field(() => Int, { description: "Of those shown: due after this week." })
  later!: number;
  @Field(() => Int, { description: "Of those shown: resting after an attempt." })
  resting!: number;
  @Field(() => Int, { description: "Of those shown: opens after today and nobody has begun." })
  coming!: number;
  @Field(() => Int, { description: "Members of the core set whom nobody reached in time, the last thirty days." })
  missed!: number;
}

@Output("A board's day: what to do now, what came back, what is done, and what lies ahead.")
export class Workday {
  @Field(() => WhoseEnum, { description: "Whose work is shown." })
  whose!: Whose;
  @Field(() => WorkdayCounts, { description: "How much." })
  counts!: WorkdayCounts;
  @Field(() => [Touchpoint], { description: "What waits, by due day; 60 at most." })
  waiting!: Touchpoint[];
  @Field(() => [Touchpoint], { description: "Reports sent back to the board, the last first; 10 at most." })
  returned!: Touchpoint[];
  @Field(() => [Touchpoint], { description: "What rests, by the day it comes back; 20 at most." })
  resting!: Touchpoint[];
  @Field(() => [Touchpoint], {
    description: "About members of the core set whom nobody reached in time, the last first; 10 at most.",
  })
  missed!: Touchpoint[];
  @Field(() => [Touchpoint], { description: "What the board closed today, the last first; 10 at most." })
  doneToday!: Touchpoint[];
  @Field(() => [Touchpoint], {
    description: "What national did on the board's behalf and the board has not seen yet, the last first; 20 at most.",
  })
  takenOver!: Touchpoint[];
  @Field(() => [Touchpoint], { description: "The board's next duties that have not opened, by due day; 3 at most." })
  ahead!: Touchpoint[];
  @Field(() => Meeting, { nullable: true, description: "The next meeting, the board's own too; null for none." })
  nextMeeting!: Meeting | null;
}
