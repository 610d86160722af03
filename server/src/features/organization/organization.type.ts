import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";

@Output("Somebody to call when a conversation gets heavy.")
export class CrisisContact {
  @Field(() => String, { description: "Who answers." })
  name!: string;
  @Field(() => String, { description: "The number to call." })
  phone!: string;
  @Field(() => LocalizedText, { description: "When to call it." })
  note!: Text;
  @Field(() => Boolean, { description: "For danger to life and what cannot wait." })
  urgent!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day somebody last made sure that it answers; null when nobody has.",
  })
  checkedOn?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Somebody of the organization's own on call, by name; its note says the hours.",
  })
  onCall?: boolean | null | undefined;
}

@Output("The tier between national and chapters; a chapter belongs to one from a day to a day.")
export class Region {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => LocalDateScalar, { description: "First day it exists." })
  openedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "First day it no longer exists; null when open." })
  closedOn!: string | null;
  @Field(() => Int, { description: "Counts its changes; an update carries the one it was based on." })
  rev!: number;
  @Field(() => Int, { description: "Open chapters that belong to it today." })
  chapterCount!: number;
}

@Output("How many members the organization wants to have on a day, and where it began.")
export class MemberGoal {
  @Field(() => Int, { description: "Members it wants to have." })
  members!: number;
  @Field(() => LocalDateScalar, { description: "The day it wants to have them." })
  on!: string;
  @Field(() => Int, { description: "Members it had when it began." })
  startMembers!: number;
  @Field(() => LocalDateScalar, { description: "The day it began; before the goal's." })
  startOn!: string;
}

@Output("A federation: the hard wall.")
export class Organization {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its full name." })
  name!: string;
  @Field(() => String, { description: "Its short name." })
  shortName!: string;
  @Field(() => String, { description: "Who mails and messages come from; may stand on a lock screen." })
  senderName!: string;
  @Field(() => Int, { description: "Minutes a month that a chapter's tasks should keep within." })
  burdenCapMinutes!: number;
  @Field(() => Int, { description: "The age from which one joins alone: younger members need a guardian." })
  selfJoinAge!: number;
  @Field(() => MemberGoal, { nullable: true, description: "Its goal for the number of members; null without one." })
  memberGoal!: MemberGoal | null;
  @Field(() => Int, { description: "Counts its changes; an update carries the one it was based on." })
  rev!: number;
  @Field(() => String, { description: "What the middle tier is called, in the asker's language." })
  levelName!: string;
  @Field(() => [CrisisContact], { description: "Whom to call, shown on every guide." })
  crisisContacts!: CrisisContact[];
  @Field(() => Int, { description: "How many interaction points its core set may hold." })
  coreSetSize!: number;
  @Field(() => [Region], { description: "Its regions by name, the closed ones last." })
  regions!: Region[];
}

@Output("A time a chapter belonged to a region.")
export class ChapterMembership {
  @Field(() => ID, { description: "The region." })
  regionId!: string;
  @Field(() => String, { description: "The region's name today." })
  regionName!: string;
  @Field(() => LocalDateScalar, { description: "First day." })
  validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "First day it no longer belonged; null when it does." })
  validTo!: string | null;
}

@Output("A local chapter: the tenant.")
export class Chapter {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its full name." })
  name!: string;
  @Field(() => String, { description: "Neutral name that may stand on a lock screen." })
  shortName!: string;
  @Field(() => String, { description: "Its county, two digits as in SSB; empty for the members without a chapter." })
  county!: string;
  @Field(() => [String], { description: "The municipalities it covers." })
  municipalities!: string[];
  @Field(() => LocalDateScalar, { description: "First day it exists." })
  openedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "First day it no longer exists; null when open." })
  closedOn!: string | null;
  @Field(() => Int, { description: "Counts its changes; an update carries the one it was based on." })
  rev!: number;
  @Field(() => Boolean, { description: "The built-in chapter of members without one, run by national." })
  directMembers!: boolean;
  @Field(() => Region, { nullable: true, description: "The region it belongs to today." })
  region!: Region | null;
  @Field(() => [ChapterMembership], { description: "Its regions from-to, the newest first." })
  regionHistory!: ChapterMembership[];
  @Field(() => Int, { description: "Board seats that somebody holds today." })
  activeSeats!: number;
  @Field(() => Int, { description: "Invitations to the board that wait for an answer." })
  pendingInvitations!: number;
}

@Output("What became of a change to the organization's settings.")
export class OrganizationPayload {
  @Field(() => Organization, { nullable: true, description: "The organization as it is now." })
  organization!: Organization | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("What became of a change to a region.")
export class RegionPayload {
  @Field(() => Region, { nullable: true, description: "The region as it is now." })
  region!: Region | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

@Output("What became of a change to a chapter.")
export class ChapterPayload {
  @Field(() => Chapter, { nullable: true, description: "The chapter as it is now." })
  chapter!: Chapter | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}

export const ChapterConnection = connectionOf(Chapter, "Chapter");
