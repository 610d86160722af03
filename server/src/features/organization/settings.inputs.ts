import { containsNationalId, lockScreenWords } from "@varde/domain";
import type { Language, LocalDate } from "@varde/domain";
import { Field, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedTextInput } from "../../kernel/graphql/shared-types.js";
import { line } from "./organization.inputs.js";
import { SETTINGS_TEXTS } from "./settings.texts.js";
import { tellingShortName } from "./organization.texts.js";

/** Minutes a month: an hour to a hundred. */
export const BURDEN_CAP = { least: 60, most: 6000 } as const;
const MOST_CONTACTS = 20;

@Input("A change of the organization's own settings.")
abstract class SettingsInput extends KeyedInput {
  @Field(() => Int, { description: "The organization's `rev` the change is based on." }) rev!: number;
}

@Input("The organization's names.")
export class UpdateOrganizationInput extends SettingsInput {
  @Field(() => String, { description: "Its full name, at most 120 characters." }) name!: string;
  @Field(() => String, { description: "Its short name, at most 40 characters; may stand on a lock screen." })
  shortName!: string;
  @Field(() => String, { description: "Who mails come from, at most 40 characters; stands on lock screens." })
  senderName!: string;
}

@Input("The cap on what is asked of a chapter.")
export class SetBurdenCapInput extends SettingsInput {
  @Field(() => Int, { description: "Minutes a month, 60-6000." }) minutes!: number;
}

@Input("How many members on which day, and where it begins.")
export class MemberGoalInput {
  @Field(() => Int, { description: "Members to have, 1-1 000 000." }) members!: number;
  @Field(() => LocalDateScalar, { description: "The day to have them." }) on!: string;
  @Field(() => Int, { description: "Members at the beginning, 0-1 000 000." }) startMembers!: number;
  @Field(() => LocalDateScalar, { description: "The day it begins: not in the future, and before the goal's." })
  startOn!: string;
}

@Input("The goal for the number of members.")
export class SetMemberGoalInput extends SettingsInput {
  @Field(() => MemberGoalInput, { nullable: true, description: "The goal; null takes it away." })
  goal?: MemberGoalInput | null;
}

@Input("Somebody to call when a conversation gets heavy.")
export class CrisisContactInput {
  @Field(() => String, { description: "Who answers, at most 80 characters." }) name!: string;
  @Field(() => String, { description: "3-8 digits, or + and a country's; one contact a number." }) phone!: string;
  @Field(() => LocalizedTextInput, { description: "When to call and when it is open, at most 80 characters." })
  note!: LocalizedTextInput;
  @Field(() => Boolean, { description: "For danger to life and what cannot wait." }) urgent!: boolean;
  @Field(() => Boolean, { description: "Somebody made sure today that it answers." }) checkedToday!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Somebody of the organization's own on call, by name: one at most.",
  })
  onCall?: boolean;
}

@Input("All the numbers to call, in order; what is left out is removed.")
export class SaveCrisisContactsInput extends SettingsInput {
  @Field(() => [CrisisContactInput], { description: "At least one, at most 20." }) contacts!: CrisisContactInput[];
}

const neutralLine = (language: Language) =>
  line(language, 40).superRefine((text, context) => {
    const words = lockScreenWords(text);
    if (words.length > 0)
      context.addIssue({ code: "custom", message: say(language, tellingShortName(words)), path: [] });
  });

export const organizationRules = (language: Language) =>
  z.object({ name: line(language, 120), shortName: neutralLine(language), senderName: neutralLine(language) });

export const burdenCapRules = (language: Language) =>
  z.object({
    minutes: z
      .int()
      .refine((n) => n >= BURDEN_CAP.least && n <= BURDEN_CAP.most, say(language, SETTINGS_TEXTS.burdenCap)),
  });

const MOST_MEMBERS = 1_000_000;

/** A goal begins today at the latest, and ends after it began. */
export const memberGoalRules = (language: Language, today: LocalDate) => {
  const members = (least: number) =>
    z.int().refine((n) => n >= least && n <= MOST_MEMBERS, say(language, SETTINGS_TEXTS.members));
  return z.object({
    goal: z
      .object({
        members: members(1),
        on: z.string(),
        startMembers: members(0),
        startOn: z.string().refine((on) => on <= today, say(language, SETTINGS_TEXTS.startOn)),
      })
      .superRefine(({ on, startOn }, context) => {
        if (on <= startOn)
          context.addIssue({ code: "custom", message: say(language, SETTINGS_TEXTS.goalOn), path: ["on"] });
      })
      .nullable(),
  });
};

/** The digits that are called: what tells two contacts apart however they are written. */
export const digitsOf = (phone: string): string => phone.replaceAll(" ", "");

const PHONE = /^(?:\d{3,8}|\+\d{7,14})$/;

const shortText = (language: Language) =>
  line(language, 80).refine((text) => !containsNationalId(text), say(language, SETTINGS_TEXTS.nationalId));
const spare = (language: Language) =>
  z
    .string()
    .nullish()
    .transform((text) => (text?.trim() ? text : null))
    .pipe(shortText(language).nullable());

export const crisisContactRules = (language: Language) =>
  z.object({
    contacts: z
      .array(
        z.object({
          name: shortText(language),
          phone: line(language, 20).refine((text) => PHONE.test(digitsOf(text)), say(language, SETTINGS_TEXTS.phone)),
          note: z.object({ nb: shortText(language), nn: spare(language), en: spare(language) }),
          urgent: z.boolean(),
          checkedToday: z.boolean(),
          onCall: z.boolean().optional(),
        }),
      )
      .min(1, say(language, SETTINGS_TEXTS.oneContact))
      .max(MOST_CONTACTS)
      .superRefine((contacts, context) => {
        const seen = new Set<string>();
        const onCall = contacts.flatMap((contact, index) => (contact.onCall ? [index] : []));
        for (const index of onCall.slice(1))
          context.addIssue({
            code: "custom",
            message: say(language, SETTINGS_TEXTS.oneOnCall),
            path: [index, "onCall"],
          });
        for (const [index, { phone }] of contacts.entries()) {
          const digits = digitsOf(phone);
          if (seen.has(digits))
            context.addIssue({
              code: "custom",
              message: say(language, SETTINGS_TEXTS.sameNumber),
              path: [index, "phone"],
            });
          seen.add(digits);
        }
      }),
  });
