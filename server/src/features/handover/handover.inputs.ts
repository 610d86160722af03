import { addDays } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { HANDOVER_TEXTS } from "./handover.texts.js";

/** How many tasks a new member is given to begin with. */
export const FIRST_TASKS = 3;

@Input("Somebody's last day on the board.")
export class HandoverEndInput {
  @Field(() => ID, { description: "Whose seat." })
  seatId!: string;
  @Field(() => LocalDateScalar, { description: "The last day it holds." })
  lastDay!: string;
}

@Input("A new member's first tasks.")
export class HandoverGiveInput {
  @Field(() => Int, { description: "The member's line in the list, from 1." })
  line!: number;
  @Field(() => [ID], { description: "At most three duties of the chapter that are open." })
  touchpointIds!: string[];
}

@Input("Keeps a handover as far as it has come. Nothing happens by it.")
export class SaveHandoverInput extends KeyedInput {
  @Field(() => ID, { description: "The chapter: the own for a leader, any for national." })
  chapterId!: string;
  @Field(() => ID, { description: "The draft's id, made by the client the first time." })
  id!: string;
  @Field(() => Int, { nullable: true, description: "The `rev` it is based on; left out for a new one." })
  rev?: number | null;
  @Field(() => LocalDateScalar, { description: "The day of the annual meeting." })
  heldOn!: string;
  @Field(() => String, { description: "The new board, as pasted: name, role and e-mail; at most 20,000 characters." })
  list!: string;
  @Field(() => [HandoverEndInput], { description: "Who leaves, and when." })
  ends!: HandoverEndInput[];
  @Field(() => [HandoverGiveInput], { description: "Who begins with what." })
  gives!: HandoverGiveInput[];
}

@Input("Acts on one handover.")
export class HandoverActionInput extends ChangeInput {}

export const saveRules = (language: Language, today: string) =>
  z.object({
    id: z.uuid(),
    heldOn: z
      .string()
      .refine((day) => day >= addDays(today, -90) && day <= addDays(today, 366), say(language, HANDOVER_TEXTS.held)),
    list: z.string().max(20_000),
    ends: z.array(z.object({ seatId: z.uuid(), lastDay: z.string() })).max(60),
    gives: z
      .array(
        z.object({
          line: z.number().int().min(1).max(1000),
          touchpointIds: z.array(z.uuid()).max(FIRST_TASKS, say(language, HANDOVER_TEXTS.tasks)),
        }),
      )
      .max(60)
      .refine(
        (gives) => {
          const all = gives.flatMap((give) => give.touchpointIds);
          return new Set(all).size === all.length && new Set(gives.map((give) => give.line)).size === gives.length;
        },
        say(language, HANDOVER_TEXTS.tasks),
      ),
  });
