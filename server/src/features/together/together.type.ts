import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { Problem } from "../../kernel/graphql/shared-types.js";

@Output("Somebody who sits on the chapter's board now.")
export class BoardMember {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "The holder's name." })
  name!: string;
  @Field(() => Boolean, { description: "It is the seat that asks." })
  mine!: boolean;
}

@Output("Another of the board who has a touchpoint's page open.")
export class Onlooker {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "The holder's name." })
  name!: string;
  @Field(() => Date, { description: "Until when this is believed; a page that is open says so again before that." })
  until!: Date;
}

@Output(
  "What one of the board has written to the others. Never leaves the board, and is removed 90 days after the touchpoint is over.",
)
export class BoardComment {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Plain text, at most 500 characters." })
  text!: string;
  @Field(() => String, { description: "Who wrote it." })
  writtenBy!: string;
  @Field(() => Boolean, { description: "The seat that asks wrote it, and may remove it." })
  mine!: boolean;
  @Field(() => Date, { description: "When it was written." })
  createdAt!: Date;
}

@Output("How a board shares one touchpoint: who has taken it on, who looks at it now, and what they say to each other.")
export class Together {
  @Field(() => ID, { description: "The touchpoint." })
  touchpointId!: string;
  @Field(() => Int, { description: "The touchpoint's `rev`: what taking it on is based on." })
  rev!: number;
  @Field(() => BoardMember, {
    nullable: true,
    description: "Who has taken it on, while their seat holds; null for nobody.",
  })
  assignee!: BoardMember | null;
  @Field(() => [BoardMember], { description: "Who may take it on: leader and board, by name." })
  board!: BoardMember[];
  @Field(() => [Onlooker], { description: "Others who have its page open now." })
  onlookers!: Onlooker[];
  @Field(() => [BoardComment], { description: "The 50 newest comments, oldest first." })
  comments!: BoardComment[];
}

@Output("How a touchpoint is shared after a change, or as it is when refused.")
export class TogetherPayload {
  @Field(() => Together, { nullable: true, description: "As it is now; null when there is none to show." })
  together!: Together | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("That one looks at a touchpoint, or no longer does.")
export class LookPayload {
  @Field(() => Date, { nullable: true, description: "Until when it is believed; null for no longer." })
  until!: Date | null;
  @Field(() => [Problem], { description: "Always empty: there is nothing to mend." })
  problems!: ProblemData[];
}
