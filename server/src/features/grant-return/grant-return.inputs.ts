import { containsNationalId, GRANT_PAPERS } from "@varde/domain";
import type { GrantPaper, Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { RoleEnum } from "../accounts/index.js";
import { GRANT_TEXTS } from "./grant-return.texts.js";
import { GrantFileKindEnum, GrantFilterEnum, GrantPaperEnum } from "./grant-return.type.js";
import type { GrantFileKind, GrantFilter } from "./grant-return.type.js";

@Input("A municipality that is otherwise than in the register.")
export class CorrectedTextInput {
  @Field(() => String, { description: "What it is; at most 120 characters." })
  value!: string;
  @Field(() => String, { description: "Why; at most 300 characters." })
  reason!: string;
}

@Input("A day that is otherwise than in the register.")
export class CorrectedDayInput {
  @Field(() => LocalDateScalar, { description: "The day." })
  value!: string;
  @Field(() => String, { description: "Why; at most 300 characters." })
  reason!: string;
}

@Input("Somebody who sat on the board on 31 December.")
export class GrantBoardMemberInput {
  @Field(() => String, { description: "The name, at most 120 characters." })
  name!: string;
  @Field(() => RoleEnum, { description: "CHAPTER_LEADER or CHAPTER_BOARD." })
  role!: string;
}

@Input("A board that was otherwise than in the register.")
export class CorrectedBoardInput {
  @Field(() => [GrantBoardMemberInput], { description: "Who sat on it, at most 20." })
  value!: GrantBoardMemberInput[];
  @Field(() => String, { description: "Why; at most 300 characters." })
  reason!: string;
}

@Input("What the board writes in its return. Signatures that were given before are void.")
export class SaveGrantReturnInput extends KeyedInput {
  @Field(() => Int, { description: "The basis year: one of the last five." })
  year!: number;
  @Field(() => Int, { description: "The `rev` it is based on; 0 while there is none." })
  rev!: number;
  @Field(() => String, { description: "An activity for members, at most 2000 characters." })
  activity!: string;
  @Field(() => CorrectedTextInput, { nullable: true, description: "The municipality, said otherwise." })
  municipality?: CorrectedTextInput | null;
  @Field(() => CorrectedDayInput, { nullable: true, description: "The day of the election, said otherwise." })
  electedOn?: CorrectedDayInput | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the board's period ends." })
  periodTo?: string | null;
  @Field(() => CorrectedBoardInput, { nullable: true, description: "The board, said otherwise." })
  board?: CorrectedBoardInput | null;
  @Field(() => [GrantPaperEnum], { description: "Papers that have been sent in." })
  sent!: GrantPaper[];
}

@Input("A signature under what was read.")
export class SignGrantReturnInput extends KeyedInput {
  @Field(() => ID, { description: "The return." })
  id!: string;
  @Field(() => String, { description: "The hash of what was read: only that is signed." })
  hash!: string;
}

@Input("A delivered return that is sent back to be mended.")
export class SendBackGrantReturnInput extends ChangeInput {
  @Field(() => String, { description: "What is to be mended, at most 800 characters." })
  comment!: string;
}

@Input("A delivered return that is approved.")
export class ApproveGrantReturnInput extends ChangeInput {
  @Field(() => String, { defaultValue: "", description: "A word to the chapter, at most 800 characters." })
  comment!: string;
}

@Input("A message to boards whose return is not in.")
export class RemindGrantReturnsInput extends KeyedInput {
  @Field(() => ID, { description: "The message's id, made by the client." })
  id!: string;
  @Field(() => Int, { description: "The basis year." })
  year!: number;
  @Field(() => GrantFilterEnum, {
    nullable: true,
    description: "Only those of this state; all whose return is missing or was sent back when left out.",
  })
  state?: GrantFilter | null;
  @Field(() => String, { description: "What it says, at most 1000 characters." })
  body!: string;
}

@Input("What goes with returns, and when they are approved by themselves.")
export class SaveGrantSettingInput extends KeyedInput {
  @Field(() => Int, { description: "The `rev` it is based on." })
  rev!: number;
  @Field(() => [GrantPaperEnum], { description: "What has to go with a return." })
  papers!: GrantPaper[];
  @Field(() => Int, { nullable: true, description: "Days, 7-180; null: never by themselves." })
  advanceDays?: number | null;
}

@Input("All returns of a year as a file.")
export class OrderGrantExportInput extends KeyedInput {
  @Field(() => Int, { description: "The basis year." })
  year!: number;
  @Field(() => GrantFileKindEnum, { description: "What kind of file." })
  kind!: GrantFileKind;
}

/** What the board may write. */
export function grantRules(language: Language) {
  const text = (most: number) =>
    z
      .string()
      .trim()
      .max(most)
      .refine((said) => !containsNationalId(said), { error: say(language, GRANT_TEXTS.nationalId) });
  const reason = text(300).min(3, { error: say(language, GRANT_TEXTS.reason) });
  const day = z.string();
  return {
    words: z.object({
      activity: text(2000),
      municipality: z.object({ value: text(120).min(1), reason }).nullable(),
      electedOn: z.object({ value: day, reason }).nullable(),
      periodTo: day.nullable(),
      board: z
        .object({
          value: z
            .array(z.object({ name: text(120).min(1), role: z.enum(["CHAPTER_LEADER", "CHAPTER_BOARD"]) }))
            .min(1)
            .max(20),
          reason,
        })
        .nullable(),
      sent: z.array(z.enum(GRANT_PAPERS)).max(GRANT_PAPERS.length),
    }),
    comment: z.object({ comment: text(800) }),
    sentBack: z.object({ comment: text(800).min(3, { error: say(language, GRANT_TEXTS.comment) }) }),
  };
}
