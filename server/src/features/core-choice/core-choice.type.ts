import { CORE_QUADRANTS, CORE_SCORES } from "@varde/domain";
import type { CoreQuadrant, CoreScore, ReachWord } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";

export const CoreScoreEnum = enumOf(
  CORE_SCORES,
  "CoreScoreKind",
  "What a candidate is scored on, 0-100: how important, how well it is done, how many chapters have it, how heavy it is.",
);
export const CoreQuadrantEnum = enumOf(
  CORE_QUADRANTS,
  "CoreQuadrant",
  "MEND: important, and not managed. KEEP: important and managed. EASE: managed, less important. LEAVE: neither. UNKNOWN: a score is missing.",
);
const REACH_WORDS = ["NONE", "FEW", "SOME", "MOST", "ALL"] as const satisfies readonly ReachWord[];
const ReachWordEnum = enumOf(REACH_WORDS, "ReachWord", "How many of the open chapters, in coarse words.");
export const WORKSHOP_STATES = ["OPEN", "CLOSED", "ENDED"] as const;
export type WorkshopState = (typeof WORKSHOP_STATES)[number];
export const WorkshopStateEnum = enumOf(
  WORKSHOP_STATES,
  "CoreWorkshopState",
  "OPEN: dots can be laid. CLOSED: the round is counted. ENDED: over.",
);
export const WORKSHOP_ACTS = ["CLOSE", "RESET", "NEXT", "END"] as const;
export type WorkshopAct = (typeof WORKSHOP_ACTS)[number];
export const WorkshopActEnum = enumOf(
  WORKSHOP_ACTS,
  "CoreWorkshopAct",
  "CLOSE: count the round. RESET: take all dots of the round away. NEXT: another round among some. END: the workshop is over.",
);

@Output("One score of a candidate, computed or given by somebody.")
export class CoreScoreValue {
  @Field(() => CoreScoreEnum, { description: "What is scored." }) kind!: CoreScore;
  @Field(() => Int, { nullable: true, description: "0-100; null when it is not known." }) score!: number | null;
  @Field(() => Int, { nullable: true, description: "What the rule computed; null when it cannot." })
  computed!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "IMPORTANCE from a survey: how many answered, where fewest did. Null of the others.",
  })
  answered!: number | null;
  @Field(() => String, { nullable: true, description: "Why somebody gave another; null when it is the computed one." })
  reason!: string | null;
  @Field(() => String, { nullable: true, description: "Who gave it." }) by!: string | null;
  @Field(() => String, { nullable: true, description: "When, as an ISO instant." }) at!: string | null;
}

@Output("A template, or an idea in words, that may be among the few every chapter carries out.")
export class CoreCandidate {
  @Field(() => ID, { description: "The template's id, or the idea's." }) id!: string;
  @Field(() => LocalizedText, { description: "What it is called." }) name!: LocalizedText;
  @Field(() => Boolean, { description: "An idea, which cannot be chosen before it is a template." }) idea!: boolean;
  @Field(() => Int, { nullable: true, description: "Its place in the core set of today." }) corePosition!:
    | number
    | null;
  @Field(() => [CoreScoreValue], { description: "Its four scores." }) scores!: CoreScoreValue[];
  @Field(() => CoreQuadrantEnum, { description: "Where it stands." }) quadrant!: CoreQuadrant;
  @Field(() => ReachWordEnum, { nullable: true, description: "How many chapters have it." }) reach!: ReachWord | null;
  @Field(() => Int, { nullable: true, description: "Minutes a chapter and month; null when it is not known." })
  minutes!: number | null;
  @Field(() => Boolean, { description: "It takes more than its share of what every chapter can manage." })
  heavy!: boolean;
  @Field(() => Int, { nullable: true, description: "Settled duties, or published ones, behind the performance." })
  settled!: number | null;
}

@Output("Dots on one candidate.")
export class CoreTally {
  @Field(() => ID, { description: "The candidate." }) id!: string;
  @Field(() => LocalizedText, { description: "What it was called." }) name!: LocalizedText;
  @Field(() => Int, { description: "Dots." }) dots!: number;
}

@Output("A closed round.")
export class CoreRound {
  @Field(() => Int, { description: "Its number, from 1." }) round!: number;
  @Field(() => Int, { description: "Phones that laid dots." }) voters!: number;
  @Field(() => [CoreTally], { description: "Most dots first." }) tallies!: CoreTally[];
}

@Output("A vote with dots, from phones, on candidates.")
export class CoreWorkshop {
  @Field(() => ID, { description: "The workshop." }) id!: string;
  @Field(() => Int, { description: "The year it is for." }) year!: number;
  @Field(() => String, { description: "What a phone opens it by." }) code!: string;
  @Field(() => Int, { description: "Dots each has." }) dots!: number;
  @Field(() => Int, { description: "Most on one candidate." }) mostOnOne!: number;
  @Field(() => Int, { description: "The round, from 1." }) round!: number;
  @Field(() => WorkshopStateEnum, { description: "Whether dots can be laid." }) state!: WorkshopState;
  @Field(() => String, { description: "When it ends by itself, as an ISO instant." }) endsAt!: string;
  @Field(() => Int, { description: "A change says which it builds on." }) rev!: number;
  @Field(() => Int, { description: "Phones that have laid dots in the open round." }) voters!: number;
  @Field(() => [CoreTally], { description: "The open round as it lies this moment, in the order of the candidates." })
  now!: CoreTally[];
  @Field(() => [CoreRound], { description: "Closed rounds, the last first." }) rounds!: CoreRound[];
}

@Output("One of the few, as it was chosen.")
export class CoreChosen {
  @Field(() => ID, { description: "The template." }) templateId!: string;
  @Field(() => LocalizedText, { description: "What it was called." }) name!: LocalizedText;
  @Field(() => String, { description: "Why." }) why!: string;
  @Field(() => Int, { nullable: true, description: "Importance then, 0-100." }) importance!: number | null;
  @Field(() => Int, { nullable: true, description: "Performance then, 0-100." }) performance!: number | null;
  @Field(() => Int, { nullable: true, description: "Minutes a chapter and month then." }) minutes!: number | null;
  @Field(() => Int, { nullable: true, description: "Reach then, 0-100; null when it was not known." })
  reach?: number | null;
  @Field(() => Int, { nullable: true, description: "Effort then, 0-100; null when it was not known." })
  effort?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Its dots in the last round of that year it was voted on in; null when it was not.",
  })
  dots?: number | null;
}

@Output("What was chosen for a year. The last one of a year holds; the others are kept.")
export class CoreChoice {
  @Field(() => ID, { description: "The choice." }) id!: string;
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => [CoreChosen], { description: "In order." }) chosen!: CoreChosen[];
  @Field(() => Int, { description: "Minutes a chapter and month for all of them." }) minutes!: number;
  @Field(() => Int, { description: "What every chapter could manage, in minutes a month." }) limitMinutes!: number;
  @Field(() => String, { nullable: true, description: "Why it was worth more than the limit." })
  effortReason!: string | null;
  @Field(() => String, { nullable: true, description: "Who chose." }) by!: string | null;
  @Field(() => String, { description: "When, as an ISO instant." }) at!: string;
}

@Output("What a year's few are chosen from.")
export class CoreCandidates {
  @Field(() => Int, { description: "The year." }) year!: number;
  @Field(() => Int, { description: "How many the set holds." }) size!: number;
  @Field(() => Int, { description: "What every chapter can manage for the whole set, in minutes a month." })
  limitMinutes!: number;
  @Field(() => Boolean, {
    description: "That limit was chosen for the core set; else it is the cap on all that is asked of a chapter.",
  })
  ownLimit!: boolean;
  @Field(() => [CoreCandidate], { description: "Published templates, then ideas." }) candidates!: CoreCandidate[];
  @Field(() => [CoreWorkshop], { description: "The year's workshops, the last first; ten at most." })
  workshops!: CoreWorkshop[];
  @Field(() => [CoreChoice], { description: "What was chosen, this year's and earlier, the last first; 20 at most." })
  choices!: CoreChoice[];
}

@Output("The year's candidates after a change, or as they are when refused.")
export class CoreCandidatesPayload {
  @Field(() => CoreCandidates, { nullable: true, description: "As they are now." }) candidates!: CoreCandidates | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." }) problems!: ProblemData[];
}

@Output("The workshop after a change, or as it is when refused.")
export class CoreWorkshopPayload {
  @Field(() => CoreWorkshop, { nullable: true, description: "As it is now." }) workshop!: CoreWorkshop | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." }) problems!: ProblemData[];
}

@Output("Something to lay dots on, and the dots this phone has laid.")
export class VoteCandidate {
  @Field(() => ID, { description: "The candidate." }) id!: string;
  @Field(() => LocalizedText, { description: "What it is called." }) name!: LocalizedText;
  @Field(() => Int, { description: "This phone's dots on it." }) laid!: number;
}

@Output("A workshop as a phone sees it.")
export class VotePage {
  @Field(() => WorkshopStateEnum, { description: "Whether dots can be laid." }) state!: WorkshopState;
  @Field(() => Int, { description: "The round." }) round!: number;
  @Field(() => Int, { description: "Dots each has." }) dots!: number;
  @Field(() => Int, { description: "Most on one candidate." }) mostOnOne!: number;
  @Field(() => Int, { description: "This phone's ballot; a change says which it builds on. 0: none yet." })
  rev!: number;
  @Field(() => Boolean, { description: "All places are taken, and this phone has none." }) full!: boolean;
  @Field(() => [VoteCandidate], { description: "What is voted on, in order." }) candidates!: VoteCandidate[];
}

@Output("The workshop after dots were laid, or as it is when they were not.")
export class VotePayload {
  @Field(() => VotePage, { nullable: true, description: "As it is now; null when the code leads nowhere." })
  page!: VotePage | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." }) problems!: ProblemData[];
}
