import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int, registerEnumType } from "type-graphql";
import { Output } from "../../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText } from "../../../kernel/graphql/shared-types.js";

export const SurveyGroupLevel = { WHOLE: "WHOLE", REGION: "REGION", CHAPTER: "CHAPTER", SIZE: "SIZE" } as const;
registerEnumType(SurveyGroupLevel, {
  name: "SurveyGroupLevel",
  description: "What a group of those who answered is. SIZE is the chapters of one size that are shown.",
});

@Output("How many gave one answer.")
export class SurveyCell {
  @Field(() => String, { description: "An option's key, a mark of a scale, `none`, or `line:mark` of a matrix." })
  cell!: string;
  @Field(() => Int, { description: "How many." })
  n!: number;
}

@Output("What a group answered. A group that is not listed is hidden: too few, or too few beside it.")
export class SurveyGroup {
  @Field(() => SurveyGroupLevel, { description: "What it is." })
  level!: keyof typeof SurveyGroupLevel;
  @Field(() => ID, {
    nullable: true,
    description: "The region's, chapter's or group of size's id; null for the whole.",
  })
  id!: string | null;
  @Field(() => Int, { description: "How many answered." })
  n!: number;
  @Field(() => Int, { nullable: true, description: "SIZE: how many chapters it is the sum of." })
  chapterCount!: number | null;
  @Field(() => [SurveyCell], { description: "The answers that somebody gave; empty for free text." })
  cells!: SurveyCell[];
}

@Output("The answers to one question, or to one line of a matrix.")
export class SurveyTable {
  @Field(() => String, { description: "The question's key; empty: how many sent a form." })
  question!: string;
  @Field(() => String, { nullable: true, description: "The line of a matrix." })
  line!: string | null;
  @Field(() => [SurveyGroup], { description: "The groups that are shown: the whole first." })
  groups!: SurveyGroup[];
  @Field(() => [SurveyGroup], { description: "The same groups in the survey before, for a question of the same key." })
  before!: SurveyGroup[];
}

@Output("A region, a chapter or a group of size whose answers can be asked for.")
export class SurveyPlace {
  @Field(() => SurveyGroupLevel, { description: "What it is." })
  level!: keyof typeof SurveyGroupLevel;
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "Its name; of a size its id, as `60-99`." })
  name!: string;
  @Field(() => Int, { nullable: true, description: "Its published number of members; null is hidden or none." })
  members!: number | null;
}

@Output("The published results of a survey. They never change.")
export class SurveyResults {
  @Field(() => ID, { description: "The survey's id." })
  id!: string;
  @Field(() => LocalizedText, { description: "What it is called." })
  title!: Text;
  @Field(() => LocalDateScalar, { nullable: true, description: "When they were published; null: not yet." })
  publishedOn!: string | null;
  @Field(() => Int, { description: "How many must have answered for a group to be shown." })
  within!: number;
  @Field(() => Int, {
    nullable: true,
    description: "While it is open: how many had answered at least when the day began, of one's own.",
  })
  answeredAtLeast!: number | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day the places' numbers of members are of; null: none.",
  })
  membersOn!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      "For a board that may read its own register: how many of its members had paid the year's fee on the survey's last day. Null for all others, and where nobody had.",
  })
  paidMembers!: number | null;
  @Field(() => [SurveyPlace], { description: "The places within reach." })
  places!: SurveyPlace[];
  @Field(() => [SurveyTable], { description: "In the order of the questions; empty until they are published." })
  tables!: SurveyTable[];
}

export const FILE_FORMATS = ["CSV", "XLSX"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export const FileFormatEnum = enumOf(FILE_FORMATS, "SurveyFileFormat", "Text for any spreadsheet, or Excel.");

@Output("Published results as a file to keep.")
export class ResultsFile {
  @Field(() => String, { description: "What to call it, without its ending." })
  fileName!: string;
  @Field(() => String, { description: "The file, base64." })
  content!: string;
}
