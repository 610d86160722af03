import { Field, ID, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { Share } from "./counts.type.js";

@Output(
  "Chapters of one size, by active members on the last day of a quarter. Each has at least four chapters in the organization; how many members one has is told nowhere.",
)
export class PeerGroup {
  @Field(() => ID, { description: "Its id, such as `60-99` or `100-`." })
  id!: string;
  @Field(() => Int, { description: "Members, at least." })
  atLeast!: number;
  @Field(() => Int, { nullable: true, description: "Members, fewer than; null has no end." })
  below!: number | null;
  @Field(() => LocalDateScalar, { description: "The day they were counted." })
  on!: string;
}

@Output("A group of chapters of one size, as one can choose it.")
export class PeerGroupChoice extends PeerGroup {
  @Field(() => Int, { description: "How many of its chapters are in the reach." })
  chapterCount!: number;
}

@Output("The own chapter beside the others of its size, for one template of the core set.")
export class OwnPeers {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => String, { description: "The period both are counted in." })
  period!: string;
  @Field(() => Boolean, {
    description: "The others are from the published quarterly snapshot: counts of persons. False: duties, live.",
  })
  fromSnapshot!: boolean;
  @Field(() => LocalDateScalar, { description: "The day the others' numbers stand for." })
  referenceDate!: string;
  @Field(() => Share, { description: "On time of closed in the own chapter, exact." })
  own!: Share;
  @Field(() => Share, {
    description:
      "On time of closed in the others together, as sums over sums; hidden when fewer than three of them have anything closed, or when a published number is hidden.",
  })
  others!: Share;
  @Field(() => Int, { nullable: true, description: "How many others the sum is of; null when it is hidden." })
  chapters!: number | null;
}

@Output("The size group of the own chapter.")
export class OwnPeerGroup {
  @Field(() => PeerGroup, { description: "Which chapters it is compared with." })
  group!: PeerGroup;
  @Field(() => [OwnPeers], { description: "The core set, in its order." })
  templates!: OwnPeers[];
}
