import { containsNationalId, LANGUAGES } from "@varde/domain";
import type { Language, LevelTerm } from "@varde/domain";
import { Field, Int } from "type-graphql";
import { z } from "zod";
import { say } from "../../kernel/errors/say.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LanguageEnum } from "../../kernel/graphql/shared-types.js";
import { FEDERATION_TEXTS } from "./federation-settings.texts.js";
import { LevelTermEnum } from "../accounts/index.js";
import { OfficeEnum } from "./federation-settings.type.js";
import type { Office } from "./federation-settings.type.js";
import { line } from "./organization.inputs.js";

/** The least and most of each number, both included. What the law and the promises to members allow. */
export const BOUNDS = {
  minAge: [0, 18],
  selfJoinAge: [13, 18],
  digitalConsentAge: [13, 16],
  grantAge: [18, 40],
  k: [3, 20],
  size: [1, 10],
  coreLimit: [15, 6000],
  followUpMonths: [6, 24],
  attendanceMonths: [6, 24],
  invitationsDays: [30, 90],
  points: [20, 1000],
} as const;

@Input("A change of what the organization decides for itself.")
abstract class FederationInput extends KeyedInput {
  @Field(() => Int, { description: "The organization's `rev` the change is based on." }) rev!: number;
}

@Input("What the tier between national and chapters is called.")
export class SetLevelTermInput extends FederationInput {
  @Field(() => LevelTermEnum, { description: "The word." }) term!: LevelTerm;
}

@Input("The ages that members' rules go by.")
export class SetAgesInput extends FederationInput {
  @Field(() => Int, { description: "The youngest a member may be, 0-18; not above `selfJoinAge`." }) minAge!: number;
  @Field(() => Int, { description: "The age from which one joins alone, 13-18." }) selfJoinAge!: number;
  @Field(() => Int, { description: "The age from which one agrees alone on the net, 13-16." })
  digitalConsentAge!: number;
  @Field(() => Int, { description: "Members below it count for grants, 18-40." }) grantAge!: number;
  @Field(() => Int, { nullable: true, description: "The oldest a member may be, at most 120; null without a limit." })
  maxAge?: number | null;
}

@Input("The limit of small numbers.")
export class SetSmallNumbersInput extends FederationInput {
  @Field(() => Int, { description: "Counts of persons below it are hidden, 3-20." }) k!: number;
  @Field(() => String, { description: "Why, at most 200 characters; shown beside the limit." }) reason!: string;
}

@Input("The languages one may choose.")
export class SetLanguagesInput extends FederationInput {
  @Field(() => [LanguageEnum], { description: "Bokmål, and those that are offered beside it." }) languages!: Language[];
}

@Input("The organization's main colour.")
export class SetMainColourInput extends FederationInput {
  @Field(() => String, { nullable: true, description: "`#rrggbb`; null for the app's own." }) colour?: string | null;
}

@Input("Who is asked for a second factor.")
export class SetSecondFactorInput extends FederationInput {
  @Field(() => [OfficeEnum], { description: "The kinds of office; what is left out is asked for none." })
  offices!: Office[];
  @Field(() => Boolean, { description: "National administrators are asked for a passkey." })
  passkeyOnly!: boolean;
}

@Input("The size of the core set.")
export class SetCoreSetSizeInput extends FederationInput {
  @Field(() => Int, { description: "How many interaction points it may hold, 1-10, and no fewer than it does." })
  size!: number;
}

@Input("What the whole core set may ask of a chapter.")
export class SetCoreLimitInput extends FederationInput {
  @Field(() => Int, {
    nullable: true,
    description: "Minutes a month, 15-6000; null for the cap on all that is asked of a chapter.",
  })
  minutes?: number | null;
}

@Input("How long things are kept. Never longer than members are told.")
export class SetRetentionInput extends FederationInput {
  @Field(() => Int, { description: "Months until a finished task lets go of its member, 6-24." })
  followUpMonths!: number;
  @Field(() => Int, { description: "Months until names of who came become a number, 6-24." }) attendanceMonths!: number;
  @Field(() => Int, { description: "Days until an invitation that is over is removed, 30-90." })
  invitationsDays!: number;
}

@Input("How much a seat may read in an hour before somebody is told.")
export class SetReadingLimitInput extends FederationInput {
  @Field(() => Int, { description: "Points in an hour, 20-1000: a page opened is 1, a list taken out 50." })
  points!: number;
}

const within = (language: Language, name: keyof typeof BOUNDS) => {
  const [least, most] = BOUNDS[name];
  return z.int().refine((n) => n >= least && n <= most, say(language, FEDERATION_TEXTS.between(least, most)));
};

export const agesRules = (language: Language) =>
  z
    .object({
      minAge: within(language, "minAge"),
      selfJoinAge: within(language, "selfJoinAge"),
      digitalConsentAge: within(language, "digitalConsentAge"),
      grantAge: within(language, "grantAge"),
      maxAge: z.int().nullable(),
    })
    .superRefine(({ minAge, selfJoinAge, maxAge }, context) => {
      const report = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
      if (minAge > selfJoinAge) report("minAge", say(language, FEDERATION_TEXTS.minAge));
      if (maxAge !== null && (maxAge <= selfJoinAge || maxAge > 120))
        report("maxAge", say(language, FEDERATION_TEXTS.maxAge));
    });

export const smallNumbersRules = (language: Language) =>
  z.object({
    k: within(language, "k"),
    reason: line(language, 200).refine((text) => !containsNationalId(text), say(language, FEDERATION_TEXTS.nationalId)),
  });

/** In the order the app has them, each once. */
export const languagesRules = (language: Language) =>
  z.object({
    languages: z
      .array(z.enum(LANGUAGES))
      .refine((chosen) => chosen.includes("nb"), say(language, FEDERATION_TEXTS.bokmaal))
      .transform((chosen) => LANGUAGES.filter((one) => chosen.includes(one))),
  });

export const mainColourRules = (language: Language) =>
  z.object({
    colour: z
      .string()
      .transform((text) => text.trim().toLowerCase())
      .refine((text) => /^#[0-9a-f]{6}$/.test(text), say(language, FEDERATION_TEXTS.colour))
      .nullable(),
  });

export const coreSetSizeRules = (language: Language) => z.object({ size: within(language, "size") });

export const coreLimitRules = (language: Language) => z.object({ minutes: within(language, "coreLimit").nullable() });

export const readingLimitRules = (language: Language) => z.object({ points: within(language, "points") });

export const retentionRules = (language: Language) =>
  z.object({
    followUpMonths: within(language, "followUpMonths"),
    attendanceMonths: within(language, "attendanceMonths"),
    invitationsDays: within(language, "invitationsDays"),
  });
