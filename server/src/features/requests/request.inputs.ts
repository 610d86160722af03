import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { REQUEST_TEXTS } from "./request.texts.js";
import { RequestAnswerEnum, RequestKindEnum, RequestReasonEnum } from "./request.type.js";
import type { AnswerCode, RequestKind, RequestReason } from "./request.type.js";

@Input("What the board asks about a touchpoint of its own.")
export class AskRequestInput extends KeyedInput {
  @Field(() => ID, { description: "Its id, made by the client." })
  id!: string;
  @Field(() => ID, { description: "The touchpoint." })
  touchpointId!: string;
  @Field(() => RequestKindEnum, { description: "What is asked." })
  kind!: RequestKind;
  @Field(() => RequestReasonEnum, { description: "Why." })
  reason!: RequestReason;
  @Field(() => String, {
    nullable: true,
    description: "Why, in words: of a duty only, at most 300 characters, needed with OTHER.",
  })
  words?: string | null;
  @Field(() => Int, { nullable: true, description: "How many days more from the answer, 1-60; of EXCEPTION." })
  wantedDays?: number | null;
}

@Input("Takes back a request that waits.")
export class WithdrawRequestInput extends ChangeInput {}

@Input("Answers a request.")
export class DecideRequestInput extends ChangeInput {
  @Field(() => Boolean, { description: "True: it is as the board asks." })
  accept!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The last day of an exception, 1-60 days from today; needed when one is accepted.",
  })
  until?: string | null;
  @Field(() => RequestAnswerEnum, { nullable: true, description: "The answer, from the closed list." })
  answerCode?: AnswerCode | null;
  @Field(() => String, {
    nullable: true,
    description: "The answer in words, of a duty only, at most 300 characters. A no needs one of the two.",
  })
  answer?: string | null;
}

@Input("Takes an answer back within seven days.")
export class UndoDecisionInput extends ChangeInput {}

@Input("Gives more time for a duty, unasked. `id` and `rev` are the touchpoint's.")
export class GrantExceptionInput extends ChangeInput {
  @Field(() => ID, { description: "The id of what is given, made by the client." })
  requestId!: string;
  @Field(() => LocalDateScalar, { description: "The last day, 1-60 days from today." })
  until!: string;
  @Field(() => String, { description: "Why, for the board to read, at most 300 characters." })
  words!: string;
}

@Input("Sends a duty's report back to the board. `id` and `rev` are the touchpoint's.")
export class ReturnReportInput extends ChangeInput {
  @Field(() => String, {
    nullable: true,
    description: "What is to be mended, for the board to read, at most 300 characters. Null takes a return back.",
  })
  note?: string | null;
}

/** Words of at most 300 characters in a field of this name, or null where nothing is written. */
export function wordsRules<Name extends string>(name: Name, language: Language) {
  const words = z
    .string()
    .nullish()
    .transform((text) => (text ?? "").trim().normalize("NFC"))
    .pipe(
      z
        .string()
        .max(300)
        .refine((text) => !containsNationalId(text), say(language, REQUEST_TEXTS.nationalId)),
    )
    .transform((text) => text || null);
  return z.object({ [name]: words } as Record<Name, typeof words>);
}
