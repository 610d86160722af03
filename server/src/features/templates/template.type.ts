import { Field, Float, ID, Int } from "type-graphql";
import type { Stage, TriggerKind } from "@varde/domain";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import { StageEnum, TriggerKindEnum } from "./definition.enums.js";
import { TemplateDefinition } from "./definition.type.js";

export const VERSION_STATES = ["DRAFT", "PILOT", "PUBLISHED", "CLOSING", "CLOSED"] as const;
export type VersionState = (typeof VERSION_STATES)[number];
export const VersionStateEnum = enumOf(
  VERSION_STATES,
  "VersionState",
  "DRAFT can be edited. From PILOT on a version never changes. CLOSING makes nothing new; CLOSED is history.",
);
export const ROLLOUT_RINGS = ["PILOT", "WAVE", "ALL"] as const;
export type RolloutRing = (typeof ROLLOUT_RINGS)[number];
export const RolloutRingEnum = enumOf(ROLLOUT_RINGS, "RolloutRing", "How wide: a trial, some chapters, or all.");
export const CATCH_UPS = ["SKIP", "COMPRESS", "ASK"] as const;
export type CatchUp = (typeof CATCH_UPS)[number];
export const CatchUpEnum = enumOf(
  CATCH_UPS,
  "CatchUp",
  "What happens with what would have been due before the roll-out. SKIP: it lies. COMPRESS: the last of it is made, with new days. ASK: each board is asked.",
);
export const SIZE_CLASSES = ["SMALL", "MEDIUM", "LARGE"] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];
export const SizeClassEnum = enumOf(SIZE_CLASSES, "SizeClass", "Members of a chapter: under 30, 30-99, 100 and more.");
export const CHECK_LEVELS = ["ERROR", "WARNING"] as const;
export const CheckLevelEnum = enumOf(
  CHECK_LEVELS,
  "CheckLevel",
  "ERROR must be mended before publishing; a WARNING may stand.",
);

@Output("Something to mend in a definition.")
export class DefinitionCheck {
  @Field(() => String, { description: "Which rule, such as `LOCK_SCREEN_WORD`." })
  code!: string;
  @Field(() => CheckLevelEnum, { description: "Whether it stops publishing." })
  level!: "ERROR" | "WARNING";
  @Field(() => [String], { description: "The place in the definition, from the outside in." })
  path!: string[];
  @Field(() => String, { description: "What to do, in the asker's language." })
  message!: string;
}

@Output("One version of a template.")
export class TemplateVersion {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "`major.minor`; of a draft the number it would get if published now." })
  number!: string;
  @Field(() => VersionStateEnum, { description: "Where it is in its life." })
  state!: VersionState;
  @Field(() => TemplateDefinition, { description: "Its content." })
  definition!: TemplateDefinition;
  @Field(() => Date, { nullable: true, description: "When it was first tried; null when it went straight out." })
  pilotedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: "When it was published; null for a draft and a pilot." })
  publishedAt!: Date | null;
  @Field(() => Int, { description: "Chapters it is in force in today." })
  chapterCount!: number;
  @Field(() => String, { nullable: true, description: "What is new in it." })
  notes!: string | null;
  @Field(() => Int, { description: "Grows by one with each change; updates say which they build on." })
  rev!: number;
  @Field(() => Int, { description: "Estimated seconds to report, the period question included." })
  burdenSeconds!: number;
  @Field(() => [DefinitionCheck], { description: "What must be mended before publishing, and warnings." })
  checks!: DefinitionCheck[];
}

@Output("A version given to chapters from a day on.")
export class Rollout {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "The version's number." })
  versionNumber!: string;
  @Field(() => RolloutRingEnum, { description: "How wide." })
  ring!: RolloutRing;
  @Field(() => LocalDateScalar, { description: "From which day touchpoints are made." })
  effectiveFrom!: string;
  @Field(() => CatchUpEnum, { description: "What happens with what would have been due before." })
  catchUp!: CatchUp;
  @Field(() => Int, { description: "Chapters it was given to." })
  chapterCount!: number;
  @Field(() => Int, { description: "Chapters that have the version by it still, or will from its day on." })
  heldCount!: number;
  @Field(() => ID, { description: "The version." })
  versionId!: string;
  @Field(() => Int, {
    description:
      "Touchpoints it made when it was rolled out. This and the next three count duties, not what is about members.",
  })
  touchpointCount!: number;
  @Field(() => Int, { description: "Touchpoints nobody had begun that were given this version." })
  liftedCount!: number;
  @Field(() => Int, { description: "Touchpoints nobody had begun that this version no longer asks for." })
  cancelledCount!: number;
  @Field(() => Int, { description: "Open touchpoints that kept their version: begun, or past due." })
  leftCount!: number;
  @Field(() => String, { nullable: true, description: "Why chapters may go above the cap; null when none does." })
  capReason!: string | null;
  @Field(() => Date, { nullable: true, description: "When it was withdrawn." })
  withdrawnAt!: Date | null;
  @Field(() => String, { nullable: true, description: "Why it was withdrawn." })
  withdrawnBecause!: string | null;
  @Field(() => Int, { description: "Grows by one with each change; updates say which they build on." })
  rev!: number;
  @Field(() => Date, { description: "When it was rolled out." })
  createdAt!: Date;
  @Field(() => String, { description: "Who rolled it out." })
  createdBy!: string;
  @Field(() => String, {
    nullable: true,
    description: "Number of the version whose roll-out was taken back, when that is what made this one; else null.",
  })
  returnsFrom!: string | null;
  @Field(() => Boolean, { description: "Also for chapters opened later." })
  allChapters!: boolean;
}

@Output("A touchpoint template: what stays the same across its versions.")
export class TouchpointTemplate {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its short key, unique in the organization." })
  key!: string;
  @Field(() => LocalizedText, { description: "Name in the published version, else in the draft." })
  name!: LocalizedText;
  @Field(() => StageEnum, { description: "Stage in the published version, else in the draft." })
  stage!: Stage;
  @Field(() => Boolean, { description: "Each touchpoint is about one member." })
  aboutMember!: boolean;
  @Field(() => Int, { nullable: true, description: "Place in the core set, 1 first; null outside it." })
  corePosition!: number | null;
  @Field(() => Int, { description: "Grows by one with each change of the template itself." })
  rev!: number;
  @Field(() => TemplateVersion, { nullable: true, description: "The version being written." })
  draft!: TemplateVersion | null;
  @Field(() => TemplateVersion, { nullable: true, description: "The version in force." })
  published!: TemplateVersion | null;
  @Field(() => [TemplateVersion], { description: "All versions, newest first." })
  versions!: TemplateVersion[];
  @Field(() => [Rollout], { description: "Roll-outs, newest first." })
  rollouts!: Rollout[];
}

export const TouchpointTemplateConnection = connectionOf(TouchpointTemplate, "TouchpointTemplate");

@Output("A built-in template one may begin with.")
export class LibraryTemplate {
  @Field(() => String, { description: "Its key in the library." })
  key!: string;
  @Field(() => LocalizedText, { description: "What it is called." })
  name!: LocalizedText;
  @Field(() => LocalizedText, { description: "Why it is done." })
  purpose!: LocalizedText;
  @Field(() => StageEnum, { description: "Where in the member journey it belongs." })
  stage!: Stage;
  @Field(() => Boolean, { description: "One of the suggested core five." })
  core!: boolean;
  @Field(() => Int, { description: "Estimated seconds to report, the period question included." })
  burdenSeconds!: number;
  @Field(() => TemplateDefinition, { description: "The whole of it, to read before one chooses." })
  definition!: TemplateDefinition;
}

@Output("One obligation a roll-out gives each chapter.")
export class RolloutOccurrence {
  @Field(() => String, { description: "Tells it apart from the template's others: the period, or the opening day." })
  occurrence!: string;
  @Field(() => LocalizedText, { nullable: true, description: "Name of the calendar date, such as «vår»." })
  name!: LocalizedText | null;
  @Field(() => LocalDateScalar, { description: "The day it opens." })
  opensOn!: string;
  @Field(() => LocalDateScalar, { description: "The last day in time." })
  dueOn!: string;
  @Field(() => LocalDateScalar, { description: "The last day before it is missed." })
  missOn!: string;
  @Field(() => Boolean, { description: "The period's one question beside per-member answers." })
  isPeriodReport!: boolean;
}

@Output("What a roll-out would make in one chapter.")
export class RolloutPreviewRow {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its name." })
  chapterName!: string;
  @Field(() => Int, { description: "New touchpoints. Like the other counts here: duties, not what is about members." })
  created!: number;
  @Field(() => Int, { description: "Open touchpoints nobody has begun: they get this version." })
  lifted!: number;
  @Field(() => Int, { description: "Touchpoints nobody has begun that this version does not ask for: cancelled." })
  cancelled!: number;
  @Field(() => Int, { description: "Open touchpoints that keep their version: begun, or past due." })
  leftAlone!: number;
  @Field(() => Int, { description: "Touchpoints that have this version already." })
  alreadyThere!: number;
}

@Output("What a roll-out would make in one chapter, and what it would cost its board.")
export class RolloutChapter extends RolloutPreviewRow {
  @Field(() => String, { description: "Its short name." })
  shortName!: string;
  @Field(() => String, { nullable: true, description: "The version it has now; null when it has none." })
  currentVersion!: string | null;
  @Field(() => Boolean, { description: "It has this version from before." })
  hasIt!: boolean;
  @Field(() => Float, {
    description: "Its hours in `month` as it is: duties exactly, what is about members by published numbers.",
  })
  hoursBefore!: number;
  @Field(() => Float, { description: "Its hours in `month` after the roll-out." })
  hoursAfter!: number;
  @Field(() => Boolean, { description: "The roll-out takes it above the cap, or further above." })
  aboveCap!: boolean;
}

@Output("What a roll-out would make the next twelve months; nothing is written.")
export class RolloutPreview {
  @Field(() => String, { description: "Number of the published version that would be rolled out." })
  versionNumber!: string;
  @Field(() => TriggerKindEnum, {
    description:
      "What starts touchpoints. Member kinds and AFTER make none now: they come when the event does. MANUAL: when started.",
  })
  triggerKind!: TriggerKind;
  @Field(() => [RolloutChapter], { description: "Every chapter it is for, by name." })
  chapters!: RolloutChapter[];
  @Field(() => Int, { description: "New touchpoints in all." })
  newTouchpoints!: number;
  @Field(() => Int, { description: "Lifted in all." })
  lifted!: number;
  @Field(() => Int, { description: "Cancelled in all." })
  cancelled!: number;
  @Field(() => Int, { description: "Left alone in all." })
  leftAlone!: number;
  @Field(() => Int, { description: "For ASK: how many past obligations each board is asked about." })
  askedAbout!: number;
  @Field(() => String, {
    description: "The month whose hours are shown, `YYYY-MM`: that of the day, or the first in which something is due.",
  })
  month!: string;
  @Field(() => Int, { description: "The cap, in minutes a chapter and month." })
  capMinutes!: number;
  @Field(() => Int, { description: "Chapters taken above the cap: more than none needs a reason." })
  chaptersAboveCap!: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The first day something opens; null when nothing is made now.",
  })
  firstOpensOn!: string | null;
  @Field(() => [RolloutOccurrence], { description: "What each chapter gets, by opening day." })
  occurrences!: RolloutOccurrence[];
}

@Output("A template after a change, or as it is when refused.")
export class TemplatePayload {
  @Field(() => TouchpointTemplate, { nullable: true, description: "The template as it is now; null when it is gone." })
  template!: TouchpointTemplate | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}

@Output("A roll-out that was withdrawn, what came of it, and its template.")
export class WithdrawPayload {
  @Field(() => Int, { description: "Touchpoints cancelled because nothing comes in their place; duties only." })
  cancelled!: number;
  @Field(() => Int, { description: "Touchpoints given the version the chapter had before; duties only." })
  lifted!: number;
  @Field(() => Int, { description: "Touchpoints that are begun and may be finished; duties only." })
  leftAlone!: number;
  @Field(() => TouchpointTemplate, { nullable: true, description: "Its template as it is now." })
  template!: TouchpointTemplate | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}

@Output("A roll-out and its template.")
export class RolloutPayload {
  @Field(() => Rollout, { nullable: true, description: "The roll-out; null when refused." })
  rollout!: Rollout | null;
  @Field(() => TouchpointTemplate, { nullable: true, description: "Its template as it is now." })
  template!: TouchpointTemplate | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}

@Output("The core set after a change, or as it is when refused.")
export class CoreSetPayload {
  @Field(() => [TouchpointTemplate], { description: "The core set, in order." })
  templates!: TouchpointTemplate[];
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}
