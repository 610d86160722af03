import type { TemplateDefinition as Definition } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { TemplateDefinition } from "../templates/index.js";
import { OverlayPart } from "./overlay.type.js";

export const PROPOSAL_STATES = ["OPEN", "ACCEPTED", "DECLINED", "WITHDRAWN"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export const ProposalStateEnum = enumOf(
  PROPOSAL_STATES,
  "ProposalState",
  "OPEN waits for national. ACCEPTED went into a draft. DECLINED has a reason. WITHDRAWN was taken back by the chapter.",
);

@Output("One thing a chapter proposes to change.")
export class ProposedPart extends OverlayPart {
  @Field(() => Boolean, {
    description: "The draft says something else by now than the version the proposal is for: taking it undoes that.",
  })
  movedOn!: boolean;
}

@Output("What a chapter has proposed that national takes up: a copy of its overlay from that day.")
export class Proposal {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "The chapter's short name." })
  chapterName!: string;
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => LocalizedText, { description: "The template's name in the version." })
  name!: LocalizedText;
  @Field(() => ID, { description: "The version it is for." })
  versionId!: string;
  @Field(() => String, { description: "That version's number, `major.minor`." })
  versionNumber!: string;
  @Field(() => String, { description: "Why, in the chapter's words; may be empty." })
  message!: string;
  @Field(() => ProposalStateEnum, { description: "How it stands." })
  state!: ProposalState;
  @Field(() => Date, { description: "When it was proposed." })
  proposedAt!: Date;
  @Field(() => Date, { nullable: true, description: "When it was decided or taken back." })
  decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "Why it was declined." })
  reason!: string | null;
  @Field(() => Int, { description: "Grows by one with every change." })
  rev!: number;
  @Field(() => TemplateDefinition, { description: "The version as national designed it." })
  before!: Definition;
  @Field(() => TemplateDefinition, { description: "The version as the chapter would have it." })
  after!: Definition;
  @Field(() => [ProposedPart], { description: "What it changes; parts are taken one by one." })
  parts!: ProposedPart[];
}

export const ProposalConnection = connectionOf(Proposal, "Proposal");

@Output("A proposal as it stands after a change.")
export class ProposalPayload {
  @Field(() => Proposal, { nullable: true, description: "The proposal; null when there is none to show." })
  proposal!: Proposal | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
