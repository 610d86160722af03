import { GRANT_CORRECTIONS, GRANT_ITEMS, GRANT_PAPERS, GRANT_RETURN_STATES } from "@varde/domain";
import type { GrantCorrection, GrantItem, GrantItemState, GrantPaper, GrantReturnState } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { RoleEnum } from "../accounts/index.js";

export const GrantStateEnum = enumOf(
  GRANT_RETURN_STATES,
  "GrantReturnState",
  "How far a return has come. RETURNED: national sent it back to be mended.",
);
export const GrantPaperEnum = enumOf(
  GRANT_PAPERS,
  "GrantPaper",
  "What goes with a return. PEERS: the list of peer supporters.",
);
export const GrantItemEnum = enumOf(GRANT_ITEMS, "GrantItem", "What a return is asked for.");
export const GrantItemStateEnum = enumOf<GrantItemState>(
  ["READY", "SHORT", "MISSING"],
  "GrantItemState",
  "SHORT: it can be signed, but the chapter may not count. MISSING: it cannot be signed.",
);
export const GrantCorrectionEnum = enumOf(
  GRANT_CORRECTIONS,
  "GrantCorrection",
  "What the board may say otherwise than the register.",
);
export const PAPER_FROM = ["REGISTER", "BOARD"] as const;
export const PaperFromEnum = enumOf(
  PAPER_FROM,
  "GrantPaperFrom",
  "REGISTER: it is in Varde. BOARD: the board says it has been sent in.",
);
export const DECISION_KINDS = ["RETURNED", "APPROVED", "BY_ITSELF"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
export const DecisionKindEnum = enumOf(
  DECISION_KINDS,
  "GrantDecisionKind",
  "BY_ITSELF: approved because nobody looked at it for as many days as the organization has chosen.",
);
export const GRANT_FILE_KINDS = ["RETURN_TABLE", "RETURNS"] as const;
export type GrantFileKind = (typeof GRANT_FILE_KINDS)[number];
export const GrantFileKindEnum = enumOf(
  GRANT_FILE_KINDS,
  "GrantFileKind",
  "RETURN_TABLE: one Excel file. RETURNS: a ZIP with that file and each delivered return as a PDF.",
);
export const GRANT_FILTERS = ["MISSING", "DELIVERED", "RETURNED", "APPROVED"] as const;
export type GrantFilter = (typeof GRANT_FILTERS)[number];
export const GrantFilterEnum = enumOf(GRANT_FILTERS, "GrantFilter", "MISSING: nothing is delivered yet.");

@Output("A return that waits for the own board.")
export class GrantReturnDue {
  @Field(() => Int, { description: "Its basis year." })
  year!: number;
  @Field(() => GrantStateEnum, { description: "DRAFT: to be delivered now. RETURNED: to be mended." })
  state!: GrantReturnState;
  @Field(() => Int, {
    description: "How many have signed what is to be delivered; one of the board alone is not enough.",
  })
  signed!: number;
  @Field(() => Boolean, { description: "Whether the annual report of the same year is finished." })
  reportFinished!: boolean;
}

@Output("A rule of counting and how it came out.")
export class GrantRuleLine {
  @Field(() => String, { description: "The rule, in words." })
  name!: string;
  @Field(() => String, { description: "How it came out, in words with numbers." })
  outcome!: string;
}

@Output("How the counting of members came out.")
export class GrantCounted {
  @Field(() => Int, { description: "Members who count." })
  counting!: number;
  @Field(() => Int, { description: "Who would count when what is missing is written in." })
  possible!: number;
  @Field(() => Int, { description: "How many a chapter needs." })
  needed!: number;
  @Field(() => Boolean, { description: "The chapter has enough." })
  counts!: boolean;
  @Field(() => String, { description: "All of it as a sentence." })
  sentence!: string;
  @Field(() => [GrantRuleLine], { description: "Rule by rule." })
  rules!: GrantRuleLine[];
  @Field(() => [String], { description: "What is missing, how many lack it, and how it is mended." })
  gaps!: string[];
  @Field(() => String, { description: "Where the rules are from." })
  source!: string;
}

@Output("Somebody who sat on the board on 31 December.")
export class GrantBoardName {
  @Field(() => String, { description: "The name." })
  name!: string;
  @Field(() => RoleEnum, { description: "The seat." })
  role!: string;
}

@Output("A paper that goes with a return.")
export class GrantPaperLine {
  @Field(() => GrantPaperEnum, { description: "Which." })
  paper!: GrantPaper;
  @Field(() => PaperFromEnum, { nullable: true, description: "Where it is; null: missing." })
  from!: (typeof PAPER_FROM)[number] | null;
}

@Output("Something that is otherwise than in the register.")
export class GrantCorrectionLine {
  @Field(() => GrantCorrectionEnum, { description: "What." })
  field!: GrantCorrection;
  @Field(() => String, { description: "What the register says; empty where it says nothing." })
  registered!: string;
  @Field(() => String, { description: "Why." })
  reason!: string;
}

@Output("What a return says.")
export class GrantReturnPaper {
  @Field(() => Int, { description: "The basis year." })
  year!: number;
  @Field(() => String, { description: "The chapter's name." })
  chapter!: string;
  @Field(() => String, { description: "The county." })
  county!: string;
  @Field(() => String, { description: "The municipality." })
  municipality!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the sitting board was elected." })
  electedOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day its period ends." })
  periodTo!: string | null;
  @Field(() => [GrantBoardName], { description: "The board on 31 December of the basis year." })
  board!: GrantBoardName[];
  @Field(() => String, { description: "An activity for members." })
  activity!: string;
  @Field(() => GrantCounted, { description: "Members who count." })
  counted!: GrantCounted;
  @Field(() => [GrantPaperLine], { description: "The papers that are asked for." })
  papers!: GrantPaperLine[];
  @Field(() => [GrantCorrectionLine], { description: "What the board said otherwise." })
  corrections!: GrantCorrectionLine[];
  @Field(() => String, { description: "SHA-256 of what is signed, in hex." })
  hash!: string;
}

@Output("How one thing that is asked for stands.")
export class GrantItemLine {
  @Field(() => GrantItemEnum, { description: "What." })
  item!: GrantItem;
  @Field(() => GrantItemStateEnum, { description: "How it stands." })
  state!: GrantItemState;
}

@Output("A signature.")
export class GrantSignatureLine {
  @Field(() => String, { description: "Who." })
  name!: string;
  @Field(() => RoleEnum, { description: "In which seat." })
  role!: string;
  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;
}

@Output("What national said to a delivered return.")
export class GrantDecisionLine {
  @Field(() => DecisionKindEnum, { description: "What." })
  kind!: DecisionKind;
  @Field(() => String, { description: "A word to the chapter; may be empty." })
  comment!: string;
  @Field(() => DateTimeScalar, { description: "When." })
  at!: Date;
}

@Output("An activity of the year that the board may tell of.")
export class GrantSuggestion {
  @Field(() => LocalDateScalar, { description: "When." })
  on!: string;
  @Field(() => String, { nullable: true, description: "What it was called." })
  title!: string | null;
  @Field(() => Int, { nullable: true, description: "How many came; null when nobody has said." })
  came!: number | null;
}

@Output("The municipality as the board has said it.")
export class CorrectedText {
  @Field(() => String, { description: "What it is." })
  value!: string;
  @Field(() => String, { description: "Why it differs." })
  reason!: string;
}
@Output("The day of the election as the board has said it.")
export class CorrectedDay {
  @Field(() => LocalDateScalar, { description: "The day." })
  value!: string;
  @Field(() => String, { description: "Why it differs." })
  reason!: string;
}
@Output("The board as the board has said it.")
export class CorrectedBoard {
  @Field(() => [GrantBoardName], { description: "Who." })
  value!: GrantBoardName[];
  @Field(() => String, { description: "Why it differs." })
  reason!: string;
}
@Output("What the board has written in its return.")
export class GrantWritten {
  @Field(() => String, { description: "An activity for members." })
  activity!: string;
  @Field(() => CorrectedText, { nullable: true, description: "The municipality, where it is said otherwise." })
  municipality!: CorrectedText | null;
  @Field(() => CorrectedDay, { nullable: true, description: "The day of the election, where it is said otherwise." })
  electedOn!: CorrectedDay | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the period ends, where the board has said." })
  periodTo!: string | null;
  @Field(() => CorrectedBoard, { nullable: true, description: "The board, where it is said otherwise." })
  board!: CorrectedBoard | null;
  @Field(() => [GrantPaperEnum], { description: "Papers the board says it has sent in." })
  sent!: GrantPaper[];
}

@Output("The asker's own chapter's return of a basis year.")
export class OwnGrantReturn {
  @Field(() => ID, { nullable: true, description: "Its id; null while nothing has been written." })
  id!: string | null;
  @Field(() => Int, { description: "The basis year." })
  year!: number;
  @Field(() => GrantStateEnum, { description: "How far it has come." })
  state!: GrantReturnState;
  @Field(() => DateTimeScalar, { nullable: true, description: "Since when; null for a draft." })
  stateAt!: Date | null;
  @Field(() => Int, { description: "Grows with every change; 0 while nothing has been written." })
  rev!: number;
  @Field(() => LocalDateScalar, { description: "The first day it may be signed." })
  signableFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it is approved by itself, while it waits." })
  advancesOn!: string | null;
  @Field(() => GrantReturnPaper, {
    description: "What it says: what is delivered, what is signed and not delivered, or what would be signed now.",
  })
  paper!: GrantReturnPaper;
  @Field(() => [GrantItemLine], { description: "How each thing that is asked for stands." })
  items!: GrantItemLine[];
  @Field(() => GrantWritten, { description: "What the board has written." })
  written!: GrantWritten;
  @Field(() => [GrantBoardName], { description: "The board on 31 December as the register has it." })
  registeredBoard!: GrantBoardName[];
  @Field(() => [GrantSuggestion], { description: "What the chapter held for members in the year." })
  suggestions!: GrantSuggestion[];
  @Field(() => [GrantSignatureLine], { description: "Who has signed what stands there." })
  signatures!: GrantSignatureLine[];
  @Field(() => Boolean, { description: "The asker is one of them." })
  signedByMe!: boolean;
  @Field(() => [GrantDecisionLine], { description: "What national said, newest first." })
  decisions!: GrantDecisionLine[];
}

@Output("A delivered return, as it was signed.")
export class DeliveredGrantReturn {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => GrantStateEnum, { description: "How far it has come." })
  state!: GrantReturnState;
  @Field(() => Int, { description: "Which delivery of it: 1 is the first." })
  version!: number;
  @Field(() => DateTimeScalar, { description: "When it was delivered." })
  deliveredAt!: Date;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it is approved by itself, while it waits." })
  advancesOn!: string | null;
  @Field(() => GrantReturnPaper, { description: "What it says." })
  paper!: GrantReturnPaper;
  @Field(() => [GrantSignatureLine], { description: "Who signed." })
  signatures!: GrantSignatureLine[];
  @Field(() => [GrantDecisionLine], { description: "What national said, newest first." })
  decisions!: GrantDecisionLine[];
  @Field(() => Int, { description: "Grows with every change." })
  rev!: number;
}

@Output("How far a chapter's return has come.")
export class GrantReturnRow {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its name." })
  chapterName!: string;
  @Field(() => ID, { nullable: true, description: "The return, when it has been delivered and the asker may open it." })
  id!: string | null;
  @Field(() => GrantFilterEnum, { description: "How far it has come." })
  state!: GrantFilter;
  @Field(() => LocalDateScalar, { nullable: true, description: "Since which day; null while it is missing." })
  since!: string | null;
  @Field(() => Int, { nullable: true, description: "Days it has waited there; null while it is missing or approved." })
  daysWaiting!: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it is approved by itself." })
  advancesOn!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "Members who count, as delivered; null for whoever does not go through returns.",
  })
  counting!: number | null;
  @Field(() => Boolean, { nullable: true, description: "The chapter counts, as delivered." })
  counts!: boolean | null;
}
export const GrantReturnConnection = connectionOf(GrantReturnRow, "GrantReturnRow");

@Output("A year's returns in all that the asker reaches.")
export class GrantReturnTotals {
  @Field(() => Int, { description: "Chapters that are to deliver." })
  chapters!: number;
  @Field(() => Int, { description: "Nothing delivered yet." })
  missing!: number;
  @Field(() => Int, { description: "Delivered and waiting." })
  delivered!: number;
  @Field(() => Int, { description: "Sent back." })
  returned!: number;
  @Field(() => Int, { description: "Approved." })
  approved!: number;
  @Field(() => Int, { nullable: true, description: "Chapters that count, of those delivered; null without the right." })
  countingChapters!: number | null;
  @Field(() => Int, { nullable: true, description: "Members who count, as delivered; null without the right." })
  countingMembers!: number | null;
}

@Output("What goes with returns, and when they are approved by themselves.")
export class GrantSetting {
  @Field(() => [GrantPaperEnum], { description: "What has to go with a return." })
  papers!: GrantPaper[];
  @Field(() => Int, { nullable: true, description: "Days a delivered return waits before it is approved by itself." })
  advanceDays!: number | null;
  @Field(() => Int, { description: "Grows with every change; 0 while nobody has said." })
  rev!: number;
}

@Output("A return as a file to print.")
export class GrantReturnFile {
  @Field(() => String, { description: "What to call it." })
  fileName!: string;
  @Field(() => String, { description: "A PDF, in base64." })
  pdf!: string;
}

@Output("The return after a change.")
export class OwnGrantReturnPayload {
  @Field(() => OwnGrantReturn, { nullable: true, description: "As it is now." })
  grantReturn!: OwnGrantReturn | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
@Output("The delivered return after a change.")
export class DeliveredGrantReturnPayload {
  @Field(() => DeliveredGrantReturn, { nullable: true, description: "As it is now." })
  grantReturn!: DeliveredGrantReturn | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
@Output("The setting after a change.")
export class GrantSettingPayload {
  @Field(() => GrantSetting, { nullable: true, description: "As it is now." })
  setting!: GrantSetting | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
