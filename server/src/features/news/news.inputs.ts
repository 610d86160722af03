import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { NEWS_TEXTS } from "./news.texts.js";

@Input("Whom a message is for: all, or the open chapters of these regions and these chapters.")
export class AudienceInput {
  @Field(() => Boolean, { description: "Every chapter; the lists are then empty." }) all!: boolean;
  @Field(() => [ID], { description: "Regions, as they are today." }) regionIds!: string[];
  @Field(() => [ID], { description: "Chapters." }) chapterIds!: string[];
}

@Input("A message to boards.")
export class SendBoardMessageInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." }) id!: string;
  @Field(() => String, { description: "What it is about, at most 80 characters." }) title!: string;
  @Field(() => String, { description: "Plain text, at most 1000 characters." }) body!: string;
  @Field(() => ID, { nullable: true, description: "The template it is about; one that has been published." })
  templateId?: string | null;
  @Field(() => AudienceInput, { description: "Whom it is for." }) to!: AudienceInput;
}

@Input("A message to take back.")
export class WithdrawBoardMessageInput extends ChangeInput {}

@Input("A message that was read.")
export class MarkBoardMessageReadInput extends KeyedInput {
  @Field(() => ID, { description: "The message." }) id!: string;
}

@Input("A new version that was seen.")
export class DismissVersionNewsInput extends KeyedInput {
  @Field(() => ID, { description: "The version." }) versionId!: string;
}

/** Trimmed and composed; `lines` keeps line breaks, everything else that is no letter or sign is refused. */
export const plain = (language: Language, most: number, lines: boolean) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1, say(language, NEWS_TEXTS.empty))
        .max(most)
        .refine(
          (text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(lines ? text.replaceAll(/[\n\t]/g, " ") : text),
          say(language, lines ? NEWS_TEXTS.signs : NEWS_TEXTS.oneLine),
        )
        .refine((text) => !containsNationalId(text), say(language, NEWS_TEXTS.nationalId)),
    );

export const boardMessageRules = (language: Language) =>
  z.object({
    id: z.uuid(),
    title: plain(language, 80, false),
    body: plain(language, 1000, true),
    templateId: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
  });
