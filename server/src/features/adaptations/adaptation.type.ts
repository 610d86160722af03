import type { LocalizedText as Text, TemplateDefinition as Definition } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { TemplateDefinition } from "../templates/index.js";
import { Overlay, OverlayPart } from "./overlay.type.js";
import { Proposal, ProposalStateEnum } from "./proposal.type.js";
import type { ProposalState } from "./proposal.type.js";

@Output("An overlay the chapter has on an earlier version, which may be carried over.")
export class EarlierOverlay {
  @Field(() => ID, { description: "The earlier version." })
  versionId!: string;
  @Field(() => String, { description: "Its number, `major.minor`." })
  versionNumber!: string;
}

@Output("One version of a template beside what the acting chapter has made of it.")
export class Adaptation {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "The version." })
  versionId!: string;
  @Field(() => String, { description: "The version's number, `major.minor`." })
  versionNumber!: string;
  @Field(() => Boolean, { description: "It can be changed: the version is not closed." })
  open!: boolean;
  @Field(() => TemplateDefinition, { description: "What national designed." })
  definition!: Definition;
  @Field(() => Overlay, { description: "What the chapter has changed; all empty for nothing." })
  overlay!: Overlay;
  @Field(() => ID, { nullable: true, description: "The overlay's id; null while there is none." })
  overlayId!: string | null;
  @Field(() => Int, { description: "Grows by one with every change; 0 while there is none." })
  rev!: number;
  @Field(() => Date, { nullable: true, description: "When it was last changed." })
  updatedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "Who changed it last." })
  updatedByName!: string | null;
  @Field(() => [EarlierOverlay], { description: "The chapter's overlays on other versions, the newest first." })
  earlier!: EarlierOverlay[];
  @Field(() => [Proposal], { description: "What the chapter has proposed for this template, the latest first." })
  proposals!: Proposal[];
}

@Output("A template the acting chapter has, in a list of what it may adapt.")
export class AdaptableTemplate {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => LocalizedText, { description: "Its name in the version." })
  name!: Text;
  @Field(() => String, { description: "The version the chapter has, `major.minor`." })
  versionNumber!: string;
  @Field(() => Boolean, { description: "National has left something open." })
  adaptable!: boolean;
  @Field(() => Boolean, { description: "The chapter has adapted this version." })
  adapted!: boolean;
  @Field(() => Boolean, { description: "It has adapted another version, and not this one." })
  adaptedBefore!: boolean;
  @Field(() => ProposalStateEnum, { nullable: true, description: "How the latest proposal stands; null without one." })
  proposal!: ProposalState | null;
}

@Output("Something of an overlay that did not fit the version it was carried to.")
export class LeftPart extends OverlayPart {
  @Field(() => LocalizedText, { nullable: true, description: "What it is called; null for the deadline." })
  name!: Text | null;
}

@Output("The version and the chapter's overlay as they stand after a change, or as somebody else left them.")
export class AdaptationPayload {
  @Field(() => Adaptation, { nullable: true, description: "Both; null when there is nothing to show." })
  adaptation!: Adaptation | null;
  @Field(() => [LeftPart], { description: "What did not fit when it was carried over; else empty." })
  left!: LeftPart[];
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
