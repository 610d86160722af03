import { YEAR_DATE_CONCERNS, YEAR_DATE_KINDS, YEAR_ENTRY_KINDS, YEAR_STATES } from "@varde/domain";
import type { LocalDate, YearDateConcerns, YearDateKind, YearEntryKind, YearState } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";

export const YearDateKindEnum = enumOf(
  YEAR_DATE_KINDS,
  "YearDateKind",
  "What a day of the organization's is: of a report, of a grant, any other day, or a school holiday.",
);
export const YearDateConcernsEnum = enumOf(YEAR_DATE_CONCERNS, "YearDateConcerns", "Whom a day concerns.");
export const YearEntryKindEnum = enumOf(YEAR_ENTRY_KINDS, "YearEntryKind", "What an entry of the year is.");
export const YearStateEnum = enumOf(
  YEAR_STATES,
  "YearState",
  "Not begun; can be done now; done; past its day and not done; a day that has been.",
);
@Output("A chapter's annual meeting, as those above it see it: its day.")
export class YearChapterMeeting {
  @Field(() => ID, { description: "The chapter." })
  chapterId!: string;
  @Field(() => String, { description: "Its neutral short name." })
  chapterName!: string;
  @Field(() => LocalDateScalar, { description: "The day." })
  on!: LocalDate;
}

@Output("Something in a year.")
export class YearEntry {
  @Field(() => ID, { description: "Unlike every other entry of the year." })
  key!: string;
  @Field(() => YearEntryKindEnum, { description: "What it is." })
  kind!: YearEntryKind;
  @Field(() => LocalDateScalar, { description: "Its day, or the first." })
  on!: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: "The last day, where it lasts; null for one day." })
  until!: LocalDate | null;
  @Field(() => YearStateEnum, { description: "How it stands today." })
  state!: YearState;
  @Field(() => LocalizedText, { nullable: true, description: "Its name, where it has one in several languages." })
  title!: LocalizedText | null;
  @Field(() => String, { nullable: true, description: "Its name as the board wrote it; null where it has none." })
  name!: string | null;
  @Field(() => ID, { nullable: true, description: "The meeting, task or day that it is; null for what is computed." })
  subjectId!: string | null;
  @Field(() => Int, { nullable: true, description: "Of a row of an action plan: the year of the plan." })
  planYear!: number | null;
  @Field(() => String, { nullable: true, description: "Where a day of the organization's is from." })
  source!: string | null;
  @Field(() => Boolean, { description: "False for a day that nobody has held against its source." })
  checked!: boolean;
  @Field(() => [YearChapterMeeting], {
    description: "From above: the chapters that have their annual meeting that week, at most 100.",
  })
  chapters!: YearChapterMeeting[];
}

@Output("What the organization's statutes say of annual meetings.")
export class AnnualMeetingRule {
  @Field(() => Int, { description: "The month of the last day, 1-12." })
  lastMonth!: number;
  @Field(() => Int, { description: "The last day; 31 is the last of the month." })
  lastDay!: number;
  @Field(() => Int, { description: "So many days before it the notice is sent." })
  noticeDays!: number;
  @Field(() => Int, { description: "So many days before it the papers are sent." })
  papersDays!: number;
  @Field(() => Int, { description: "How old one has to be to vote, on the day of the meeting; 0 for no limit." })
  votingAge!: number;
  @Field(() => [String], { nullable: true, description: "The standard agenda; null for the app's own." })
  agenda!: string[] | null;
  @Field(() => String, { description: "Where it is from; empty when nobody has said." })
  source!: string;
  @Field(() => Int, { description: "Grows by one with every change; 0 while nobody has set it." })
  rev!: number;
}

@Output("An annual meeting with its day.")
export class AnnualMeetingDay {
  @Field(() => ID, { description: "The meeting." })
  meetingId!: string;
  @Field(() => LocalDateScalar, { description: "Its day." })
  heldOn!: LocalDate;
}

@Output("The annual meeting of a year, of the chapter acted in.")
export class YearAnnualMeeting {
  @Field(() => ID, { nullable: true, description: "The meeting; null before its day is set." })
  meetingId!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Its day; null before it is set." })
  heldOn!: LocalDate | null;
  @Field(() => LocalDateScalar, { description: "The last day it may be held." })
  lastDay!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The last day of the notice, of its day or else of the last one." })
  noticeOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The last day of the papers, likewise." })
  papersOn!: LocalDate;
  @Field(() => AnnualMeetingDay, {
    nullable: true,
    description: "While the year has none: the next one that is to come, or else the last one that was.",
  })
  nearest!: AnnualMeetingDay | null;
}

@Output("A poster as a file.")
export class YearPosterFile {
  @Field(() => String, { description: "What to call it, with its ending." })
  fileName!: string;
  @Field(() => String, { description: "The PDF, base64." })
  pdf!: string;
}

@Output("A year as it is for the one who asks: of the chapter acted in, or of those in reach.")
export class YearWheel {
  @Field(() => Int, { description: "Which." })
  year!: number;
  @Field(() => String, { description: "Whose: the chapter's, region's or organization's name." })
  unit!: string;
  @Field(() => [YearEntry], { description: "All of it, by day; at most 500." })
  entries!: YearEntry[];
  @Field(() => YearAnnualMeeting, { nullable: true, description: "Of a chapter; null from above." })
  annualMeeting!: YearAnnualMeeting | null;
  @Field(() => AnnualMeetingRule, { description: "What the statutes say." })
  rule!: AnnualMeetingRule;
  @Field(() => Int, {
    nullable: true,
    description: "From above: how many chapters have no annual meeting in the year; null for a chapter.",
  })
  withoutAnnualMeeting!: number | null;
}

@Output("A day of the organization's, as national sets it.")
export class YearDateSetting {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => YearDateKindEnum, { description: "What it is." })
  kind!: YearDateKind;
  @Field(() => LocalizedText, { description: "Its name." })
  name!: LocalizedText;
  @Field(() => LocalDateScalar, { description: "The first day." })
  fromDay!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The last day." })
  toDay!: LocalDate;
  @Field(() => YearDateConcernsEnum, { description: "Whom it concerns." })
  concerns!: YearDateConcerns;
  @Field(() => [String], { description: "The counties it concerns, by code; none is the whole country." })
  counties!: string[];
  @Field(() => String, { description: "Where it is from." })
  source!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "When somebody held it against its source; null for a suggestion.",
  })
  checkedOn!: LocalDate | null;
  @Field(() => Int, { description: "Grows by one with every change." })
  rev!: number;
}

@Output("What national decides of the year.")
export class YearSettings {
  @Field(() => Int, { description: "The year of the days." })
  year!: number;
  @Field(() => [YearDateSetting], { description: "Its days, in order, at most 200." })
  dates!: YearDateSetting[];
  @Field(() => AnnualMeetingRule, { description: "What the statutes say of annual meetings." })
  rule!: AnnualMeetingRule;
}

@Output("The year's settings after a change.")
export class YearSettingsPayload {
  @Field(() => YearSettings, { description: "As they are now." })
  settings!: YearSettings;
  @Field(() => [Problem], { description: "What to mend; then nothing is changed." })
  problems!: ProblemData[];
}
