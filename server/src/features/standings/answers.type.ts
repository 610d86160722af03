import { Field, Float, Int } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { ReportField } from "../templates/index.js";
import { ChapterRef, ComparedTemplate } from "./counts.type.js";
import { PeerGroup } from "./peers.type.js";

@Output("How many gave one answer.")
export class OptionCount {
  @Field(() => String, { description: "The option's key, `true`, `false`, or the rating." })
  key!: string;
  @Field(() => Int, { nullable: true, description: "How many; null is hidden." })
  n!: number | null;
}

@Output("What a chapter, or all, answered to one question.")
export class AnswerCell {
  @Field(() => String, { description: "The question's key." })
  fieldKey!: string;
  @Field(() => Int, { nullable: true, description: "How many reports answered it; null when hidden or not known." })
  n!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "The sum of numbers and ratings; null when hidden or not a number.",
  })
  sum!: number | null;
  @Field(() => [OptionCount], { description: "For choices, yes or no and ratings: how many chose each." })
  options!: OptionCount[];
  @Field(() => Boolean, { description: "A count of 1-4 persons, or one it could be computed from." })
  hidden!: boolean;
}

@Output("One chapter's answers.")
export class AnswerRow {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => Int, { nullable: true, description: "How many reports it delivered; null is hidden." })
  reports!: number | null;
  @Field(() => [AnswerCell], { description: "One per question, in the order of the questions." })
  cells!: AnswerCell[];
}

@Output("Chapters by questions for a template and a period.")
export class AnswerTable {
  @Field(() => ComparedTemplate, { description: "The template." })
  template!: ComparedTemplate;
  @Field(() => String, { description: "The period's id." })
  period!: string;
  @Field(() => LocalDateScalar, { description: "The day the live numbers stand for, or the snapshot's." })
  referenceDate!: string;
  @Field(() => Boolean, { description: "All of it comes from a published quarterly snapshot." })
  fromSnapshot!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      "The quarter's end that counts of persons stand for, over the months before (`personsMonths`); null when there are none.",
  })
  personsDate!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: "How many months up to `personsDate` are counted: 12, 24 or 36; null when there are none.",
  })
  personsMonths!: number | null;
  @Field(() => LocalDateScalar, { description: "The day whose regions the chapters are counted in." })
  membershipOn!: string;
  @Field(() => PeerGroup, { nullable: true, description: "The size its chapters have, when one was asked for." })
  group!: PeerGroup | null;
  @Field(() => [ReportField], { description: "The questions of the newest version." })
  fields!: ReportField[];
  @Field(() => [AnswerRow], { description: "The chapters of the reach by name." })
  rows!: AnswerRow[];
  @Field(() => Int, { nullable: true, description: "How many reports all of them delivered; null is hidden." })
  reports!: number | null;
  @Field(() => [AnswerCell], { description: "All of them together, one per question." })
  total!: AnswerCell[];
  @Field(() => String, {
    description: "The table as CSV: UTF-8 with a byte order mark, semicolons, safe against formulas.",
  })
  csv!: string;
}

@Output("One text a board wrote; never one about a person.")
export class AnswerText {
  @Field(() => ChapterRef, { description: "The chapter." })
  chapter!: ChapterRef;
  @Field(() => String, { description: "The question's key." })
  fieldKey!: string;
  @Field(() => String, { description: "What was written." })
  text!: string;
  @Field(() => LocalDateScalar, { description: "When the report was due." })
  dueOn!: string;
}

export const AnswerTextConnection = connectionOf(AnswerText, "AnswerText");
