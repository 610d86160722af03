import { containsNationalId, lockScreenWords, mergeFieldsIn } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { filled, OUTREACH_TEXTS } from "./outreach.texts.js";
import { RSVP_ANSWERS, RsvpAnswerEnum } from "./rsvp.type.js";
import type { RsvpAnswer } from "./rsvp.type.js";

@Input("A mail to every member of the own chapter who may be contacted.")
export class SendOutreachInput extends KeyedInput {
  @Field(() => ID, { description: "The message's id, made by the client." })
  id!: string;
  @Field(() => ID, { nullable: true, description: "The meeting it is about." })
  meetingId?: string | null;
  @Field(() => ID, { nullable: true, description: "The task it is sent for; with neither there is nothing to send." })
  touchpointId?: string | null;
  @Field(() => String, { description: "The subject, 120 characters at most; it may be read on a locked screen." })
  subject!: string;
  @Field(() => String, { description: "The text, 2000 characters at most." })
  body!: string;
}

@Input("Takes away an answer to an invitation.")
export class RemoveRsvpInput extends KeyedInput {
  @Field(() => ID, { description: "The answer." })
  id!: string;
}

@Input("An answer to an invitation.")
export class AnswerRsvpInput extends KeyedInput {
  @Field(() => String, { description: "The secret of the link." })
  page!: string;
  @Field(() => String, {
    description:
      "The answer's own secret, made by the client, 32-64 letters and digits: the same one changes the answer.",
  })
  secret!: string;
  @Field(() => RsvpAnswerEnum, { description: "The answer." })
  answer!: RsvpAnswer;
  @Field(() => Int, { description: "How many persons, 1-5." })
  persons!: number;
  @Field(() => String, { nullable: true, description: "A first name, 80 letters at most; nobody has to." })
  name?: string | null;
}

@Input("No more messages, by the link in one.")
export class LeaveMeAloneInput extends KeyedInput {
  @Field(() => String, { description: "The secret of the link." })
  token!: string;
}

/** Trimmed and composed; `lines` keeps line breaks, everything else that is no letter or sign is refused. */
const plain = (language: Language, most: number, lines: boolean) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(1, say(language, OUTREACH_TEXTS.empty))
        .max(most)
        .refine(
          (text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(lines ? text.replaceAll(/[\n\t]/g, " ") : text),
          say(language, lines ? OUTREACH_TEXTS.signs : OUTREACH_TEXTS.oneLine),
        )
        .refine((text) => !containsNationalId(text), say(language, OUTREACH_TEXTS.nationalId))
        .refine((text) => mergeFieldsIn(text).length === 0, say(language, OUTREACH_TEXTS.gap)),
    );

const optionalId = z
  .uuid()
  .nullish()
  .transform((id) => id ?? null);

export const outreachRules = (language: Language) =>
  z.object({
    id: z.uuid(),
    meetingId: optionalId,
    touchpointId: optionalId,
    subject: plain(language, 120, false).superRefine((subject, context) => {
      const words = lockScreenWords(subject).join(", ");
      if (words)
        context.addIssue({
          code: "custom",
          message: filled(say(language, OUTREACH_TEXTS.lockScreen), { words }),
        });
    }),
    body: plain(language, 2000, true),
  });

// letters of any language, and what stands between them in a name: no digits, so no number to call and none to be known by
const NAME = /^[\p{L}\p{M}](?:[\p{L}\p{M}' .’-]*[\p{L}\p{M}.])?$/u;

export const rsvpRules = (language: Language) =>
  z.object({
    secret: z.string().regex(/^[A-Za-z0-9_-]{32,64}$/),
    answer: z.enum(RSVP_ANSWERS),
    persons: z.int().min(1).max(5),
    name: z
      .string()
      .transform((name) => name.trim().normalize("NFC"))
      .pipe(
        z
          .string()
          .max(80)
          .refine((name) => name === "" || NAME.test(name), say(language, OUTREACH_TEXTS.name)),
      )
      .transform((name) => name || null)
      .nullish()
      .transform((name) => name ?? null),
  });
