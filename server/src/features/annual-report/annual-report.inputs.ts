import { containsNationalId, LANGUAGES, REPORT_SECTIONS } from "@varde/domain";
import type { Language, ReportSection } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LanguageEnum } from "../../kernel/graphql/shared-types.js";
import { REPORT_TEXTS } from "./annual-report.texts.js";
import { ReportSectionEnum } from "./annual-report.type.js";

@Input("Begins a year's annual report.")
export class StartAnnualReportInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => Int, { description: "This year or one of the two before." })
  year!: number;
  @Field(() => LanguageEnum, { description: "The language it is written in." })
  language!: Language;
  @Field(() => Boolean, { description: "Begin with what the year's facts say; otherwise with empty sections." })
  draft!: boolean;
}

@Input("A sentence made from facts, as it was when it was taken in.")
export class TakenSentenceInput {
  @Field(() => String, { description: "Its key." })
  key!: string;
  @Field(() => String, { description: "Its words then." })
  text!: string;
}

@Input("A section as it is written. `rev` is the section's own.")
export class SaveReportSectionInput extends ChangeInput {
  @Field(() => ReportSectionEnum, { description: "Which." })
  section!: ReportSection;
  @Field(() => String, {
    description: "Plain text: paragraphs, and lines that begin with «- ». At most 20,000 characters.",
  })
  body!: string;
  @Field(() => [TakenSentenceInput], { description: "The sentences made from facts that stand in it, at most 100." })
  taken!: TakenSentenceInput[];
}

@Input("What a photo shows.")
export class DescribeReportPhotoInput extends ChangeInput {
  @Field(() => String, { description: "For those who cannot see it, at most 300 characters." })
  alt!: string;
}

@Input("Takes a photo away, for good.")
export class DeleteReportPhotoInput extends KeyedInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

@Input("Finishes a report: it is frozen as it is.")
export class FinishAnnualReportInput extends ChangeInput {}

@Input("Opens a finished report again, for a new version.")
export class ReopenAnnualReportInput extends ChangeInput {
  @Field(() => String, { description: "Why, at most 300 characters." })
  because!: string;
}

export const reportRules = (language: Language) => {
  const clean = (most: number) =>
    z
      .string()
      .max(most)
      .refine((text) => !containsNationalId(text), { error: say(language, REPORT_TEXTS.nationalId) });
  return {
    start: z.object({ id: z.uuid(), year: z.int(), language: z.enum(LANGUAGES), draft: z.boolean() }),
    section: z.object({
      section: z.enum(REPORT_SECTIONS),
      body: clean(20_000).transform((text) => text.replaceAll("\r\n", "\n")),
      taken: z.array(z.object({ key: z.string().min(1).max(80), text: z.string().min(1).max(600) })).max(100),
    }),
    alt: z.object({ alt: clean(300).transform((text) => text.trim()) }),
    because: z.object({
      because: clean(300)
        .transform((text) => text.trim())
        .refine((text) => text.length > 0, { error: say(language, REPORT_TEXTS.because) }),
    }),
  };
};
