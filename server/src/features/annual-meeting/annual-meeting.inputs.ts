import { ANNUAL_PAPERS, containsNationalId } from "@varde/domain";
import type { AnnualPaper, Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { KIT_TEXTS } from "./annual-meeting.texts.js";
import { AnnualPaperEnum } from "./annual-meeting.type.js";

@Input("One case of an agenda.")
export class AgendaItemInput {
  @Field(() => String, { description: "What it is called, at most 160 characters." })
  title!: string;
  @Field(() => String, { description: "What is said of it, at most 1000 characters." })
  text!: string;
}

@Input("What a board writes for an annual meeting: `id` is the meeting's, `rev` 0 the first time.")
export class SaveAnnualKitInput extends ChangeInput {
  @Field(() => String, { description: "The notice, at most 8000 characters." })
  notice!: string;
  @Field(() => [AgendaItemInput], { description: "The agenda, at most 40 cases." })
  agenda!: AgendaItemInput[];
  @Field(() => [AnnualPaperEnum], { description: "The papers that are ready." })
  papers!: AnnualPaper[];
}

@Input("Takes out the list of who may vote at an annual meeting.")
export class TakeVotingListInput extends KeyedInput {
  @Field(() => ID, { description: "The meeting." })
  id!: string;
}

// a database takes neither NUL nor half of a pair, and no control sign is anything one wrote
const clean = (text: string): string => text.replace(/(?!\n)\p{Cc}|\p{Cs}/gu, "").normalize("NFC");

/** What the kit must hold. Spaces at the ends are kept: it is saved while one writes. */
export function kitRules(language: Language) {
  const text = (most: number) =>
    z
      .string()
      .max(20_000)
      .transform(clean)
      .pipe(
        z
          .string()
          .max(most)
          .refine((typed) => !containsNationalId(typed), say(language, KIT_TEXTS.nationalId)),
      );
  return z.object({
    id: z.uuid(),
    rev: z.int().min(0),
    notice: text(8000),
    agenda: z.array(z.object({ title: text(160), text: text(1000) })).max(40),
    papers: z
      .array(z.enum(ANNUAL_PAPERS))
      .max(ANNUAL_PAPERS.length)
      .transform((papers) => ANNUAL_PAPERS.filter((paper) => papers.includes(paper))),
  });
}
