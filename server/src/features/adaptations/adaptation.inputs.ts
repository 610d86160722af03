import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { ADAPTATION_TEXTS } from "./adaptation.texts.js";
import { OverlayInput, OverlayPartInput } from "./overlay.type.js";

@Input("What the acting chapter changes in a version, whole. Nothing at all takes its overlay away.")
export class SaveOverlayInput extends KeyedInput {
  @Field(() => ID, { description: "The overlay's id, made by the client for a new one." })
  id!: string;
  @Field(() => Int, { description: "The `rev` the change is based on; 0 for a new one." })
  rev!: number;
  @Field(() => ID, { description: "The version." })
  versionId!: string;
  @Field(() => OverlayInput, { description: "The whole content." })
  content!: OverlayInput;
}

@Input("Carries the chapter's overlay on another version over to this one.")
export class CarryOverlayInput extends KeyedInput {
  @Field(() => ID, { description: "The new overlay's id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The version to carry to; the chapter has no overlay on it yet." })
  versionId!: string;
  @Field(() => ID, { description: "The version whose overlay is carried." })
  fromVersionId!: string;
}

@Input("Proposes the chapter's overlay to national, as it is now. An own deadline stays at home.")
export class ProposeOverlayInput extends KeyedInput {
  @Field(() => ID, { description: "The version." })
  versionId!: string;
  @Field(() => Int, { description: "The `rev` of the overlay one has seen." })
  rev!: number;
  @Field(() => String, { description: "Why, at most 500 characters; no persons in it." })
  message!: string;
}

@Input("Takes back an open proposal of the acting chapter.")
export class WithdrawProposalInput extends ChangeInput {}

@Input("Says that the chapter has read what was decided.")
export class SeeProposalInput extends KeyedInput {
  @Field(() => ID, { description: "The proposal." })
  id!: string;
}

@Input("Takes parts of a proposal into the next draft, which is begun if there is none.")
export class AcceptProposalInput extends ChangeInput {
  @Field(() => [OverlayPartInput], { description: "What is taken, at least one." })
  parts!: OverlayPartInput[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Also where the draft says something else by now than the version the proposal is for.",
  })
  overwrite!: boolean;
}

@Input("Declines a proposal; the chapter reads why.")
export class DeclineProposalInput extends ChangeInput {
  @Field(() => String, { description: "Why, 1-500 characters." })
  reason!: string;
}

// wide limits: what is too much is said with its place by the domain's rules, what is too much for us is refused here
const text = z.strictObject({
  nb: z.string().max(8000).nullish(),
  nn: z.string().max(8000).nullish(),
  en: z.string().max(8000).nullish(),
});
const key = z.string().max(60);
const steps = z.array(z.strictObject({ key, text })).max(200);

/** The structure of an overlay; what is allowed in it depends on the version. */
export const overlayRules = z.strictObject({
  steps,
  added: steps,
  omitted: z.array(key).max(200),
  messages: z
    .array(z.strictObject({ key, title: text.nullish(), subject: text.nullish(), body: text.nullish() }))
    .max(100),
  dueDaysEarlier: z.int().nullish(),
});

/** A short text to the other side, in which there are no persons. */
export const letterRules = (language: Language, least: 0 | 1) =>
  z
    .string()
    .transform((words) => words.trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .min(least)
        .max(500)
        .refine((words) => !containsNationalId(words), say(language, ADAPTATION_TEXTS.nationalId)),
    );
