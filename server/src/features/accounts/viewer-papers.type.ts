import { Field } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar } from "../../kernel/graphql/shared-types.js";

export const PAPERS = ["ATTEST", "DECLARATION"] as const;
export type Paper = (typeof PAPERS)[number];
export const PaperEnum = enumOf(
  PAPERS,
  "Paper",
  "ATTEST: a police certificate, shown and not too old. DECLARATION: the declaration of confidentiality that holds now, accepted.",
);

@Output("What a seat has of the papers that its organization asks for before it sees persons.")
export class ViewerPapers {
  @Field(() => [PaperEnum], { description: "What it lacks; empty when all is in order." })
  lacks!: Paper[];
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The first day its certificate is too old; null when none was shown.",
  })
  attestUntil!: string | null;
}
