import { containsNationalId } from "@varde/domain";
import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { RoleEnum, ROLES } from "../accounts/index.js";
import type { Role } from "../accounts/index.js";
import { line } from "./organization.inputs.js";
import { SEAT_TEXTS, SHEET_TEXTS } from "./seat.texts.js";

@Input("Invites somebody to a seat.")
export class InviteSeatInput extends KeyedInput {
  @Field(() => ID, { description: "The seat's id, made by the client." }) id!: string;
  @Field(() => RoleEnum, { description: "What it is for." }) role!: Role;
  @Field(() => ID, { nullable: true, description: "The region, for a region's seat." }) regionId?: string | null;
  @Field(() => ID, { nullable: true, description: "The chapter, for a chapter's seat." }) chapterId?: string | null;
  @Field(() => String, { description: "The person's name, at most 120 characters." }) holderName!: string;
  @Field(() => String, { description: "Where the invitation goes." }) email!: string;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "First day it no longer holds. Left out: 1 April after the next annual meeting for a chapter's seat.",
  })
  validTo?: string | null;
}

@Input("Acts on one seat.")
export class SeatActionInput extends ChangeInput {}

@Input(
  "Invites whole boards from a sheet: name, e-mail, chapter and role in any order; a leader leaves the chapter out.",
)
export class InviteBoardsInput extends KeyedInput {
  @Field(() => String, { description: "The lines as pasted, at most 300, with tab, semicolon or comma between." })
  text!: string;
  @Field(() => Boolean, { defaultValue: false, description: "Only says how each line is understood." })
  dryRun!: boolean;
}

/** The seat's end unless given: after 31 March, when the boards elected in February have taken over. */
export function defaultSeatEnd(today: string): string {
  const year = Number(today.slice(0, 4));
  // from February on the one invited is elected already, for the year to come
  return `${today.slice(5) < "02-01" ? year : year + 1}-04-01`;
}

const nullableId = z
  .string()
  .nullish()
  .transform((id) => id ?? null);

export const inviteSeatRules = (language: Language, today: string) =>
  z.object({
    id: z.uuid(),
    role: z.enum(ROLES),
    regionId: nullableId,
    chapterId: nullableId,
    holderName: line(language, 120).refine((name) => !containsNationalId(name), say(language, SHEET_TEXTS.name)),
    email: z.string().transform((text, context) => {
      const email = parseEmail(text);
      if (email) return email;
      context.addIssue({ code: "custom", message: say(language, SEAT_TEXTS.email) });
      return z.NEVER;
    }),
    validTo: z
      .string()
      .nullish()
      .transform((day) => day ?? null)
      .refine(
        (day) => day === null || (day > today && day <= `${Number(today.slice(0, 4)) + 3}${today.slice(4)}`),
        say(language, SEAT_TEXTS.endDay),
      ),
  });
