import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { RoleEnum } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";

export const HANDOVER_STATES = ["DRAFT", "DONE", "UNDONE"] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];
const HandoverStateEnum = enumOf(
  HANDOVER_STATES,
  "HandoverState",
  "DRAFT: nothing has happened. DONE: seats and invitations are changed. UNDONE: it was taken back.",
);
export const HANDOVER_PARTS = ["LEAVES", "COMES", "STAYS"] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];
const HandoverPartEnum = enumOf(
  HANDOVER_PARTS,
  "HandoverPart",
  "LEAVES: of the old board. COMES: of the new. STAYS: elected again, in the seat they have.",
);

@Output("Somebody's last day on the board, as chosen.")
export class HandoverEnd {
  @Field(() => ID, { description: "Whose seat." })
  seatId!: string;
  @Field(() => LocalDateScalar, { description: "The last day it holds." })
  lastDay!: string;
}

@Output("A new member's first tasks, as chosen.")
export class HandoverGive {
  @Field(() => Int, { description: "The member's line in the list." })
  line!: number;
  @Field(() => [ID], { description: "The tasks." })
  touchpointIds!: readonly string[];
}

@Output("One line of the new board's list, as it was understood.")
export class HandoverLine {
  @Field(() => Int, { description: "The line in the pasted text, from 1." })
  line!: number;
  @Field(() => String, { description: "The person's name." })
  name!: string;
  @Field(() => String, { description: "The address, as it will be written to." })
  email!: string;
  @Field(() => RoleEnum, { nullable: true, description: "The role understood; null when it was not." })
  role!: Role | null;
  @Field(() => String, { nullable: true, description: "What to mend on this line; null when all is well." })
  problem!: string | null;
  @Field(() => Boolean, { description: "Whether the person goes on in the seat they have, and gets no invitation." })
  already!: boolean;
  @Field(() => Boolean, { description: "The one who asks, elected again: their seat lasts once another confirms it." })
  stays!: boolean;
  @Field(() => String, { nullable: true, description: "What to know about this line; nothing to mend." })
  note!: string | null;
}

@Output("Somebody who leaves or comes by a handover that was done.")
export class HandoverMember {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "Whose it is." })
  holderName!: string;
  @Field(() => RoleEnum, { description: "What it is for." })
  role!: Role;
  @Field(() => HandoverPartEnum, { description: "Whether they leave or come." })
  part!: HandoverPart;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day the seat holds; null for no end." })
  lastDay!: string | null;
  @Field(() => Boolean, { description: "One who comes: they have taken the seat." })
  accepted!: boolean;
  @Field(() => Boolean, {
    description:
      "A leader who leaves when another leader has taken the seat; one who stays when another has confirmed it.",
  })
  waits!: boolean;
}

@Output("One board's handing over to the next.")
export class Handover {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => HandoverStateEnum, { description: "How far it has come." })
  state!: HandoverState;
  @Field(() => LocalDateScalar, { description: "The day of the annual meeting." })
  heldOn!: string;
  @Field(() => String, { description: "The new board as pasted, while it is a draft; then empty." })
  list!: string;
  @Field(() => [HandoverEnd], { description: "Who leaves, while it is a draft." })
  ends!: readonly HandoverEnd[];
  @Field(() => [HandoverGive], { description: "Who begins with what, while it is a draft." })
  gives!: readonly HandoverGive[];
  @Field(() => [HandoverLine], { description: "The list's lines as understood today, while it is a draft." })
  lines!: readonly HandoverLine[];
  @Field(() => [HandoverMember], { description: "Who left and came, when it is done." })
  members!: readonly HandoverMember[];
  @Field(() => Date, { nullable: true, description: "When it was done." })
  doneAt!: Date | null;
  @Field(() => Date, { nullable: true, description: "Until when it can be taken back; null when it cannot." })
  undoUntil!: Date | null;
  @Field(() => Int, { description: "Counts its changes; an act carries the one it was based on." })
  rev!: number;
}

@Output("Somebody on the board today.")
export class HandoverSeat {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "Whose it is." })
  holderName!: string;
  @Field(() => RoleEnum, { description: "What it is for." })
  role!: Role;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day it holds by itself; null for no end." })
  lastDay!: string | null;
}

@Output("A duty of the chapter that is open, which a new member may begin with.")
export class HandoverTask {
  @Field(() => ID, { description: "The touchpoint." })
  id!: string;
  @Field(() => LocalizedText, { description: "Its name." })
  title!: Text;
  @Field(() => LocalDateScalar, { description: "Its deadline." })
  dueOn!: string;
  @Field(() => Boolean, { description: "Of the core set." })
  core!: boolean;
  @Field(() => String, { nullable: true, description: "Who on the board has it now." })
  holderName!: string | null;
}

@Output("What a chapter's handover is made of.")
export class HandoverView {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's short name." })
  chapterName!: string;
  @Field(() => [HandoverSeat], { description: "The board today: leaders first." })
  board!: readonly HandoverSeat[];
  @Field(() => [HandoverTask], { description: "Open duties, the core set first, then by deadline; twenty at most." })
  tasks!: readonly HandoverTask[];
  @Field(() => Int, { nullable: true, description: "Open tasks about members; null for those above the chapter." })
  aboutMembers!: number | null;
  @Field(() => Handover, { nullable: true, description: "The one that is being prepared." })
  draft!: Handover | null;
  @Field(() => Handover, { nullable: true, description: "The latest that was done or taken back." })
  latest!: Handover | null;
}

@Output("What became of an act on a handover.")
export class HandoverPayload {
  @Field(() => Handover, {
    nullable: true,
    description: "It, as it is now; null when there is none to show, as after one's own seat ended by it.",
  })
  handover!: Handover | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("A page about a handover for the folder of the annual meeting.")
export class HandoverFile {
  @Field(() => String, { description: "A name for the file, without letters that some systems refuse." })
  fileName!: string;
  @Field(() => String, { description: "The PDF, base64." })
  pdf!: string;
}

@Output("One of a new board member's first tasks.")
export class FirstTask {
  @Field(() => ID, { description: "The touchpoint." })
  id!: string;
  @Field(() => LocalizedText, { description: "Its name." })
  title!: Text;
  @Field(() => LocalDateScalar, { description: "Its deadline." })
  dueOn!: string;
  @Field(() => Boolean, { description: "It is done." })
  done!: boolean;
}
