import { addDays, containsNationalId } from "@varde/domain";
import type { FeePayer, Language } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import type { Sentence } from "../../kernel/errors/say.js";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { CONTACT_PREFERENCES, ContactPreferenceEnum, FeePayerEnum, MemberStatusEnum } from "./member.enums.js";
import type { ContactPreference, MemberStatus } from "./member.enums.js";
import { MEMBER_TEXTS } from "./member.texts.js";

@Input("Which members of a list. Without a filter: all who are in the chapter today.")
export class MemberFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "Beginnings of any parts of a name, or a whole e-mail address or mobile number. At most 120 characters.",
  })
  search?: string | null;
  @Field(() => MemberStatusEnum, { nullable: true, description: "Of today, ended or both; ACTIVE when left out." })
  status?: MemberStatus | null;
  @Field(() => Int, { nullable: true, description: "Has not paid the fee of this calendar year." })
  feeUnpaidYear?: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Came to the chapter this day or later." })
  joinedFrom?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Came to the chapter this day or earlier." })
  joinedTo?: string | null;
  @Field(() => ContactPreferenceEnum, { nullable: true, description: "Has asked for this kind of contact." })
  preference?: ContactPreference | null;
}

@Input("Whom to speak with about a member too young to join alone.")
export class GuardianInput {
  @Field(() => String, { nullable: true, description: "Name, at most 120 characters." })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;
  @Field(() => String, { nullable: true, description: "Mobile number, Norwegian or with a country code." })
  mobile?: string | null;
}

@Input("What a form holds of a member. What is left out is empty.")
export class MemberFactsInput {
  @Field(() => String, { description: "First name, middle names included; at most 80 characters." })
  firstName!: string;
  @Field(() => String, { nullable: true, description: "Last name, at most 80 characters." })
  lastName?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Date of birth." })
  birthDate?: string | null;
  @Field(() => Int, { nullable: true, description: "Year of birth, where the day is not known." })
  birthYear?: number | null;
  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;
  @Field(() => String, { nullable: true, description: "Mobile number, Norwegian or with a country code." })
  mobile?: string | null;
  @Field(() => String, { nullable: true, description: "Postcode, four digits." })
  postcode?: string | null;
  @Field(() => String, { nullable: true, description: "Number in the organization's own member system." })
  memberNo?: string | null;
  @Field(() => ID, { nullable: true, description: "The type of membership." })
  membershipTypeId?: string | null;
  @Field(() => LocalDateScalar, { description: "The day the member joined the organization." })
  joinedOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "Came to this chapter; the same day when left out." })
  joinedChapterOn?: string | null;
  @Field(() => GuardianInput, { nullable: true, description: "Needed under the age from which one joins alone." })
  guardian?: GuardianInput | null;
}

@Input("A new member of the acting chapter.")
export class AddMemberInput extends KeyedInput {
  @Field(() => ID, { description: "The member's id, made by the client." })
  id!: string;
  @Field(() => MemberFactsInput, { description: "The form." })
  member!: MemberFactsInput;
}

@Input("Corrects what the register holds of a member.")
export class UpdateMemberInput extends ChangeInput {
  @Field(() => MemberFactsInput, { description: "The whole form." })
  member!: MemberFactsInput;
}

@Input("What kind of contact a member has asked for.")
export class SetContactPreferenceInput extends ChangeInput {
  @Field(() => ContactPreferenceEnum, { description: "Which kind." })
  preference!: ContactPreference;
  @Field(() => LocalDateScalar, { nullable: true, description: "With NOT_NOW: from which day on again." })
  until?: string | null;
}

@Input("Whether the fee of a calendar year is paid.")
export class SetFeePaidInput extends ChangeInput {
  @Field(() => Int, { description: "The calendar year the fee is for." })
  year!: number;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it was paid; null: it is not paid." })
  paidOn?: string | null;
  @Field(() => Int, { nullable: true, description: "The amount in øre, of a family all of it; null: not known." })
  amount?: number | null;
  @Field(() => FeePayerEnum, { nullable: true, description: "Who paid; UNKNOWN when left out." })
  paidBy?: FeePayer | null;
  @Field(() => Boolean, { nullable: true, description: "The amount was paid for a family together." })
  family?: boolean | null;
}

const EARLIEST_BIRTH = "1900-01-01";
const EARLIEST_JOINING = "1950-01-01";
const CONTROL = /\p{C}/u;

/** What a member's form must hold, with the sentences in the asker's language. Whether contacts can be read is seen later, beside what is there already. */
export function memberRules(language: Language, today: string) {
  const tell = (sentence: Sentence) => say(language, sentence);
  const text = (most: number) =>
    z
      .string()
      .transform((raw) => raw.normalize("NFC").replace(/\s+/g, " ").trim())
      .pipe(
        z
          .string()
          .max(most)
          .refine((clean) => !CONTROL.test(clean), tell(MEMBER_TEXTS.name))
          .refine((clean) => !containsNationalId(clean), tell(MEMBER_TEXTS.nationalId)),
      );
  const maybe = (most: number) =>
    text(most)
      .nullish()
      .transform((clean) => clean || null);
  const day = (from: string, to: string, unlikely: Sentence, ahead: Sentence) =>
    z
      .string()
      .refine((at) => at >= from, tell(unlikely))
      .refine((at) => at <= to, tell(ahead));
  const joining = day(EARLIEST_JOINING, today, MEMBER_TEXTS.joinedUnlikely, MEMBER_TEXTS.joinedInFuture);
  return z
    .object({
      firstName: text(80).pipe(z.string().min(1, tell(MEMBER_TEXTS.name))),
      lastName: text(80)
        .nullish()
        .transform((clean) => clean ?? ""),
      birthDate: day(EARLIEST_BIRTH, today, MEMBER_TEXTS.birthUnlikely, MEMBER_TEXTS.birthUnlikely)
        .nullish()
        .transform((at) => at ?? null),
      birthYear: z
        .int()
        .nullish()
        .refine(
          (year) => !year || (year >= 1900 && year <= Number(today.slice(0, 4))),
          tell(MEMBER_TEXTS.birthUnlikely),
        )
        .transform((year) => year ?? null),
      email: maybe(254),
      mobile: maybe(40),
      postcode: maybe(10).refine((code) => code === null || /^\d{4}$/.test(code), tell(MEMBER_TEXTS.postcode)),
      memberNo: maybe(40),
      membershipTypeId: z
        .uuid()
        .nullish()
        .transform((id) => id ?? null),
      joinedOn: joining,
      joinedChapterOn: joining.nullish().transform((at) => at ?? null),
      guardian: z
        .object({ name: maybe(120), email: maybe(254), mobile: maybe(40) })
        .nullish()
        .transform((guardian) => guardian ?? null),
    })
    .refine(({ birthDate, birthYear }) => !birthDate || !birthYear || Number(birthDate.slice(0, 4)) === birthYear, {
      path: ["birthYear"],
      message: tell(MEMBER_TEXTS.birthDiffers),
    })
    .refine(({ joinedOn, joinedChapterOn }) => !joinedChapterOn || joinedChapterOn >= joinedOn, {
      path: ["joinedChapterOn"],
      message: tell(MEMBER_TEXTS.joinedChapterFirst),
    })
    .refine(({ joinedOn, birthDate }) => !birthDate || birthDate > today || joinedOn >= birthDate, {
      path: ["joinedOn"],
      message: tell(MEMBER_TEXTS.joinedUnlikely),
    });
}
export type MemberFacts = z.infer<ReturnType<typeof memberRules>>;

/** What a preference must hold: a day ahead with NOT_NOW, and none else. */
export function preferenceRules(language: Language, today: string) {
  const soonest = addDays(today, 1);
  const latest = addDays(today, 731);
  return z
    .object({ preference: z.enum(CONTACT_PREFERENCES), until: z.string().nullish() })
    .refine(({ preference, until }) => preference !== "NOT_NOW" || !!until, {
      path: ["until"],
      message: say(language, MEMBER_TEXTS.untilNeeded),
    })
    .refine(({ preference, until }) => preference !== "NOT_NOW" || !until || (until >= soonest && until <= latest), {
      path: ["until"],
      message: say(language, MEMBER_TEXTS.untilAhead),
    });
}
