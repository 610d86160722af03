import { Field, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar } from "../../kernel/graphql/shared-types.js";

export const BOARD_LACKS = ["BOARD", "LEADER", "BOARD_ENDS", "LEADER_ENDS"] as const;
export type BoardLack = (typeof BOARD_LACKS)[number];
const BoardLackEnum = enumOf(
  BOARD_LACKS,
  "BoardLack",
  "BOARD: nobody is known to be on it. LEADER: it has nobody as leader. BOARD_ENDS: everybody's seat ends within the days asked for. LEADER_ENDS: the leader's does.",
);

@Output("A chapter whose board is unknown, or ends soon. Seats, never members.")
export class BoardToLookAt {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's short name." })
  chapterName!: string;
  @Field(() => String, { nullable: true, description: "The region it is in today." })
  regionName!: string | null;
  @Field(() => BoardLackEnum, { description: "What is missing first." })
  missing!: BoardLack;
  @Field(() => Int, { description: "How many seats are held today." })
  held!: number;
  @Field(() => Int, { description: "How many of them end within the days asked for." })
  ending!: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "First day nobody holds a seat any more; null without one.",
  })
  boardUntil!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "First day nobody is leader any more; null without one.",
  })
  leaderUntil!: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "First day after the seat that ended last; null for none.",
  })
  lastUntil!: string | null;
  @Field(() => Int, { description: "Invitations that wait for an answer." })
  invited!: number;
}

@Output("The boards in reach that are unknown or end soon.")
export class BoardsToLookAt {
  @Field(() => Int, { description: "How many there are." })
  totalCount!: number;
  @Field(() => [BoardToLookAt], {
    description: "Those without a board first, then without a leader, then by the day they end; at most 100.",
  })
  boards!: BoardToLookAt[];
}
