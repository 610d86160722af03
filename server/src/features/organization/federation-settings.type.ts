import type { Language, LevelTerm, LocalDate } from "@varde/domain";
import { Field, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { LevelTermEnum } from "../accounts/index.js";
import { DateTimeScalar, enumOf, LanguageEnum, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";

/** What is set, as the trail's actions say it. */
export const SETTINGS = [
  "CRISIS_CONTACTS_CHANGED",
  "BURDEN_CAP_CHANGED",
  "MEMBER_GOAL_CHANGED",
  "ORGANIZATION_RENAMED",
  "LEVEL_NAMED",
  "AGES_CHANGED",
  "SMALL_NUMBERS_CHANGED",
  "LANGUAGES_CHANGED",
  "COLOUR_CHANGED",
  "CORE_SET_SIZE_CHANGED",
  "RETENTION_CHANGED",
  "SECOND_FACTOR_CHANGED",
  "READING_LIMIT_CHANGED",
  "CORE_LIMIT_CHANGED",
] as const;
export type SettingName = (typeof SETTINGS)[number];

const SettingNameEnum = enumOf(SETTINGS, "SettingName", "A setting, by what the trail calls a change of it.");

@Output("Who changed a setting last.")
export class SettingChange {
  @Field(() => SettingNameEnum, { description: "Which." })
  setting!: SettingName;
  @Field(() => DateTimeScalar, {
    description: "When.",
  })
  at!: Date;
  @Field(() => String, { nullable: true, description: "Who; null when it was nobody's seat." })
  actorName!: string | null;
}

@Output("Invitations that have been over for some days.")
export class OldInvitations {
  @Field(() => Int, { description: "Over for more than so many days." })
  afterDays!: number;
  @Field(() => Int, { description: "How many; they name seats, not members." })
  n!: number;
}

@Output("A limit of small numbers that held before a day.")
export class EarlierLimit {
  @Field(() => LocalDateScalar, { description: "First day it no longer held." })
  until!: LocalDate;
  @Field(() => Int, { description: "The limit." })
  k!: number;
}

/** The kinds of office that may be asked for a second factor. */
export const OFFICES = ["CHAPTER_BOARD", "CHAPTER_LEADER", "REGION", "NATIONAL"] as const;
export type Office = (typeof OFFICES)[number];
export const OfficeEnum = enumOf(OFFICES, "Office", "A kind of office: whose sign-in is asked for a second factor.");

@Output("A kind of office that is asked for a second factor.")
export class AskedOffice {
  @Field(() => OfficeEnum, { description: "The kind." })
  office!: Office;
  @Field(() => DateTimeScalar, { description: "When it was asked." })
  since!: Date;
  @Field(() => LocalDateScalar, { description: "The day from which seats that were held then are nothing without it." })
  from!: LocalDate;
}

@Output("What an organization decides for itself, beside its names and numbers.")
export class FederationSettings {
  @Field(() => Int, { description: "Counts the organization's changes; an update carries the one it was based on." })
  rev!: number;
  @Field(() => LevelTermEnum, { description: "What the tier between national and chapters is called." })
  levelTerm!: LevelTerm;
  @Field(() => Int, { description: "The youngest a member may be." })
  minAge!: number;
  @Field(() => Int, { description: "The age from which one joins alone." })
  selfJoinAge!: number;
  @Field(() => Int, { description: "The age from which one agrees alone to services on the net." })
  digitalConsentAge!: number;
  @Field(() => Int, { description: "Members below it count for grants to youth organizations." })
  grantAge!: number;
  @Field(() => Int, { nullable: true, description: "The oldest a member may be; null without a limit." })
  maxAge!: number | null;
  @Field(() => Int, {
    description: "Counts of persons below it are hidden above the chapter, from the next release on.",
  })
  suppressionK!: number;
  @Field(() => String, { nullable: true, description: "Why the limit was changed last; null when it never was." })
  suppressionReason!: string | null;
  @Field(() => [EarlierLimit], { description: "What the limit was before, the oldest first." })
  suppressionBefore!: EarlierLimit[];
  @Field(() => [LanguageEnum], { description: "The languages one may choose; bokmål always." })
  languages!: Language[];
  @Field(() => String, { nullable: true, description: "The main colour, `#rrggbb`; null for the app's own." })
  mainColour!: string | null;
  @Field(() => Int, { description: "How many interaction points the core set may hold, 1-10." })
  coreSetSize!: number;
  @Field(() => Int, { description: "How many it holds." })
  coreSetChosen!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      "Minutes a month that the whole core set may ask of a chapter, 15-6000; null where the cap on all that is asked holds.",
  })
  coreLimitMinutes!: number | null;
  @Field(() => Int, { description: "Minutes a month that may be asked of a chapter in all: the cap." })
  burdenCapMinutes!: number;
  @Field(() => Int, { description: "Months until a finished task lets go of its member, 6-24." })
  keepFollowUpMonths!: number;
  @Field(() => Int, { description: "Months until names of who came to a meeting become a number, 6-24." })
  keepAttendanceMonths!: number;
  @Field(() => Int, { description: "Days until an invitation that is over is removed, 30-90." })
  keepInvitationsDays!: number;
  @Field(() => [AskedOffice], { description: "The offices whose sign-in is asked for a second factor." })
  secondFactor!: AskedOffice[];
  @Field(() => Boolean, { description: "National administrators are asked for a passkey, and nothing else will do." })
  passkeyOnly!: boolean;
  @Field(() => Int, {
    description: "So many points of reading in an hour, 20-1000, and somebody is told; 150 unless chosen.",
  })
  readingLimit!: number;
  @Field(() => [OldInvitations], { description: "What a time of 30, 60 or 90 days would remove of them tonight." })
  oldInvitations!: OldInvitations[];
  @Field(() => [SettingChange], {
    description: "Who changed each setting last; one that was never changed is not here.",
  })
  changes!: SettingChange[];
}

@Output("What became of a change to a setting.")
export class FederationSettingsPayload {
  @Field(() => FederationSettings, { description: "The settings as they are now." })
  settings!: FederationSettings;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
