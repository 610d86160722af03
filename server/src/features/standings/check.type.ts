import { Field, Int } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText } from "../../kernel/graphql/shared-types.js";
import { KEPT_KINDS } from "./check.js";
import type { KeptKind } from "./check.js";
import { ChapterRef } from "./counts.type.js";

export const KeptKindEnum = enumOf(
  KEPT_KINDS,
  "KeptKind",
  "What is kept: counts of what is done, missed or set aside; what is not closed by its days; sums of answers.",
);

@Output("A place where the kept numbers of a duty were not what a recount said.")
export class StandingDifference {
  @Field(() => KeptKindEnum, { description: "Which numbers." })
  of!: KeptKind;
  @Field(() => ChapterRef, { description: "Whose." })
  chapter!: ChapterRef;
  @Field(() => LocalizedText, { description: "The template's name." })
  templateName!: LocalizedText;
  @Field(() => LocalDateScalar, { description: "First day of the month they count in." })
  month!: string;
}

@Output("The last time the kept numbers were counted anew from the touchpoints.")
export class StandingCheck {
  @Field(() => LocalDateScalar, { description: "The day, in Oslo." })
  checkedOn!: string;
  @Field(() => Int, { description: "Numbers compared." })
  cells!: number;
  @Field(() => Int, { description: "How many differed; those about members are counted and never named." })
  differing!: number;
  @Field(() => [StandingDifference], { description: "Some of the duties that differed." })
  differences!: StandingDifference[];
}
