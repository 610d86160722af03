import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, IDEMPOTENCY_KEY, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { CatchUpEnum, SizeClassEnum } from "../templates/index.js";
import type { CatchUp, SizeClass } from "../templates/index.js";
import { PilotDecisionEnum, PilotVerdictEnum } from "./pilot.type.js";
import type { PilotDecision, PilotVerdict } from "./pilot.type.js";
import { PILOT_TEXTS } from "./pilot.texts.js";

@Input("Lets chance choose the chapters, as many of each size.")
export class PilotDrawInput {
  @Field(() => [ID], { nullable: true, description: "Only among chapters that are in these regions today." })
  regionIds?: string[] | null;
  @Field(() => [SizeClassEnum], { nullable: true, description: "Only among chapters of these sizes today." })
  sizeClasses?: SizeClass[] | null;
  @Field(() => Int, { nullable: true, description: "How many; none for half of them." })
  take?: number | null;
  @Field(() => String, {
    nullable: true,
    description: "What to draw from, at most 100 characters; none and the server makes one.",
  })
  seed?: string | null;
}

@Input("Which pilot to preview. Either chapters or a draw.")
export class PilotPreviewInput {
  @Field(() => ID, { description: "The template." })
  templateId!: string;
  @Field(() => ID, { description: "Its draft." })
  versionId!: string;
  @Field(() => [ID], { nullable: true, description: "These chapters." })
  chapterIds?: string[] | null;
  @Field(() => PilotDrawInput, { nullable: true, description: "Or a draw." })
  random?: PilotDrawInput | null;
  @Field(() => LocalDateScalar, { description: "From which day its chapters have the version." })
  startsOn!: string;
  @Field(() => CatchUpEnum, { defaultValue: "SKIP", description: "What happens with what was due before." })
  catchUp!: CatchUp;
}

@Input("Tries a draft in some chapters: it never changes again, and is theirs from a day on.")
export class StartPilotInput extends PilotPreviewInput {
  @Field(() => ID, IDEMPOTENCY_KEY)
  key!: string;
  @Field(() => ID, { description: "The pilot's id, made by the client." })
  id!: string;
  @Field(() => Int, { description: "The draft's `rev` one has seen." })
  rev!: number;
  @Field(() => String, { nullable: true, description: "What is new in it; its chapters read it." })
  notes?: string | null;
  @Field(() => LocalDateScalar, { description: "The day from which its boards are asked." })
  endsOn!: string;
}

@Input("Lets a pilot last longer.")
export class ExtendPilotInput extends ChangeInput {
  @Field(() => LocalDateScalar, { description: "Its new last day: later than the one it has, and than today." })
  endsOn!: string;
}

@Input("Ends a pilot today; its boards are asked at once.")
export class ClosePilotInput extends ChangeInput {}

@Input("What comes of a pilot.")
export class DecidePilotInput extends ChangeInput {
  @Field(() => PilotDecisionEnum, { description: "The decision." })
  decision!: PilotDecision;
  @Field(() => String, { description: "Why, 10-1000 characters; kept and shown." })
  reason!: string;
}

@Input("What the own board says of a pilot it was in.")
export class AnswerPilotInput extends KeyedInput {
  @Field(() => ID, { description: "The pilot." })
  pilotId!: string;
  @Field(() => Int, { description: "The answer's `rev` it corrects; 0 when there is none yet." })
  rev!: number;
  @Field(() => PilotVerdictEnum, { description: "Keep, change or drop." })
  verdict!: PilotVerdict;
  @Field(() => String, { description: "Why, at most 500 characters, about no one person; may be empty." })
  why!: string;
}

const clean = (text: string): string => text.trim().normalize("NFC");

/** A text of a person's own hand between two lengths, with nobody's identity number in it. */
const written = (language: Language, min: number, tooShort: keyof typeof PILOT_TEXTS, max: number) =>
  z
    .string()
    .transform(clean)
    .pipe(
      z
        .string()
        .min(min, say(language, PILOT_TEXTS[tooShort]))
        .max(max, say(language, PILOT_TEXTS.tooLong))
        .refine((text) => !containsNationalId(text), say(language, PILOT_TEXTS.nationalId)),
    );

export const answerRules = (language: Language) => z.object({ why: written(language, 0, "reasonNeeded", 500) });
export const decideRules = (language: Language) => z.object({ reason: written(language, 10, "reasonNeeded", 1000) });
export const startRules = z.object({ id: z.uuid() });
export const drawRules = z.object({
  take: z.number().int().min(1).max(5000).nullish(),
  seed: z
    .string()
    .trim()
    .max(100)
    .nullish()
    .transform((seed) => seed || null),
});
