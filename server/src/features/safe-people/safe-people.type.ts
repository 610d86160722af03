import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { PaperEnum, RoleEnum } from "../accounts/index.js";
import type { Paper, Role } from "../accounts/index.js";

@Output("A wording of the declaration of confidentiality.")
export class Declaration {
  @Field(() => Int, { description: "Its number, from 1; 0 for the wording that an organization begins with." })
  version!: number;
  @Field(() => LocalizedText, { description: "The words, a paragraph a line." })
  words!: Text;
}

@Output("What an organization asks of those who see persons, and what of it the seat acted in has.")
export class SafePeople {
  @Field(() => Boolean, { description: "Whether it asks: a seat without papers then sees no persons." })
  required!: boolean;
  @Field(() => Int, { description: "Years a police certificate is good for after it was shown, 1-5." })
  attestYears!: number;
  @Field(() => Int, { description: "The organization's `rev`; an update carries the one it was based on." })
  rev!: number;
  @Field(() => Declaration, { description: "The declaration that holds now." })
  declaration!: Declaration;
  @Field(() => [PaperEnum], { description: "What the seat acted in lacks; empty where nothing is asked." })
  lacks!: Paper[];
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the seat's certificate was shown." })
  attestShownOn!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When the holder accepted a declaration last." })
  declarationAt!: Date | null;
}

@Output("The papers of one seat that reaches persons.")
export class SeatPapers {
  @Field(() => ID, { description: "The seat." })
  seatId!: string;
  @Field(() => String, { description: "Who holds it." })
  holderName!: string;
  @Field(() => RoleEnum, { description: "What it is for." })
  role!: Role;
  @Field(() => String, { description: "The chapter's or organization's short name." })
  unitName!: string;
  @Field(() => [PaperEnum], { description: "What it lacks." })
  lacks!: Paper[];
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the certificate was shown." })
  attestShownOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The first day the certificate is too old." })
  attestUntil!: string | null;
  @Field(() => String, { nullable: true, description: "Who saw it." })
  seenByName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: "When the holder accepted a declaration last." })
  declarationAt!: Date | null;
  @Field(() => Boolean, { description: "Whether it is one of the asker's own: somebody else records those." })
  own!: boolean;
}

export const SeatPapersConnection = connectionOf(SeatPapers, "SeatPapers");

@Output("What became of a change to what is asked, or of accepting the declaration.")
export class SafePeoplePayload {
  @Field(() => SafePeople, { description: "As it is now." })
  safePeople!: SafePeople;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("What became of recording a certificate.")
export class SeatPapersPayload {
  @Field(() => SeatPapers, { nullable: true, description: "The seat's papers as they are now." })
  papers!: SeatPapers | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
