import { Field, ID } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, Problem } from "../../kernel/graphql/shared-types.js";
import { TouchpointDetail } from "../touchpoints/index.js";
import type { Taken } from "./fold-work.js";

export const DeliveryTakenEnum = enumOf<Taken>(
  ["TAKEN", "ALREADY", "NOTHING_MORE", "DEADLINE_KEPT"],
  "DeliveryTaken",
  "What became of delivered work. TAKEN: it stands. ALREADY: it stood so already. NOTHING_MORE: an attempt at what was finished meanwhile; it is counted, and changes nothing else. DEADLINE_KEPT: it is noted, but the deadline had been moved once before.",
);

@Output(
  "What a phone may keep to work without a network: the seat's own tasks, with first names and no way to reach anybody.",
)
export class OfflineDay {
  @Field(() => Date, { description: "The server's clock, by which the phone corrects its own." })
  now!: Date;
  @Field(() => ID, { description: "The seat it is for." })
  seatId!: string;
  @Field(() => String, {
    description:
      "The key that seals what the phone keeps for this seat: 32 bytes, base64url. Given only while the seat holds.",
  })
  key!: string;
  @Field(() => [TouchpointDetail], {
    description:
      "At most 60, by due day: what is assigned to the seat or to nobody, and can be done now. Without contact, last name, day of joining, and answers.",
  })
  items!: TouchpointDetail[];
}

@Output("What became of delivered work.")
export class DeliverWorkPayload {
  @Field(() => TouchpointDetail, {
    nullable: true,
    description: "The touchpoint as it stands; null when there is none.",
  })
  detail!: TouchpointDetail | null;
  @Field(() => DeliveryTakenEnum, { nullable: true, description: "What became of it; null when it was refused." })
  taken!: Taken | null;
  @Field(() => [Problem], { description: "Why it was refused; empty when it was taken." })
  problems!: ProblemData[];
}
