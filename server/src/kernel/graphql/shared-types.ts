import { GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTimeISO } from "graphql-scalars";
import { Field, Int, registerEnumType } from "type-graphql";
import { isLocalDate, LANGUAGES } from "@varde/domain";
import { SHEETS } from "../print/block.js";
import { Input, Output } from "./output.js";
import type { ProblemCode, ProblemData } from "../errors/refusal.js";

/** type-graphql wants enums as objects: `{A: "A"}` of a closed union's members. */
export function enumOf<T extends string>(members: readonly T[], name: string, description: string): Record<T, T> {
  const object = Object.fromEntries(members.map((member) => [member, member])) as Record<T, T>;
  registerEnumType(object, { name, description });
  return object;
}

const parseDay = (value: unknown): string => {
  if (typeof value === "string" && isLocalDate(value)) return value;
  throw new TypeError("a day is written YYYY-MM-DD");
};

export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: "LocalDate",
  description: "A calendar day, `YYYY-MM-DD`. Deadlines end at midnight Europe/Oslo of that day.",
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: "An instant, ISO 8601 in UTC.",
});

export const LanguageEnum = enumOf(LANGUAGES, "Language", "Bokmål, nynorsk or English.");
export const SheetEnum = enumOf(SHEETS, "PosterSheet", "The paper that something is pinned up on.");
export const ProblemCodeEnum = enumOf<ProblemCode>(
  ["INVALID", "CONFLICT", "LOCKED", "KEY_REUSED"],
  "ProblemCode",
  "INVALID: mend the field. CONFLICT: somebody changed it meanwhile, the current state is beside. LOCKED: it can no longer be changed. KEY_REUSED: the same key with other content.",
);

@Output("Something the user can mend.")
export class Problem implements ProblemData {
  @Field(() => ProblemCodeEnum, { description: "What kind of problem." })
  code!: ProblemCode;
  @Field(() => [String], { description: "The input field it is about, from the outside in; empty for the whole." })
  path!: string[];
  @Field(() => String, { description: "What to do, in the asker's language." })
  message!: string;
  @Field(() => Int, { nullable: true, description: "The line of a file it is about, 1 first; null elsewhere." })
  line?: number | null;
}

@Output("A text a person reads, by language.")
export class LocalizedText {
  @Field(() => String, { description: "Bokmål; stands in where another is missing." })
  nb!: string;
  @Field(() => String, { nullable: true, description: "Nynorsk." })
  nn?: string | null;
  @Field(() => String, { nullable: true, description: "English." })
  en?: string | null;
}

@Input("A text by language.")
export class LocalizedTextInput {
  @Field(() => String, { description: "Bokmål." })
  nb!: string;
  @Field(() => String, { nullable: true, description: "Nynorsk." })
  nn?: string | null;
  @Field(() => String, { nullable: true, description: "English." })
  en?: string | null;
}

@Output("Whether it was done.")
export class DonePayload {
  @Field(() => Boolean, { description: "True when it was done." })
  done!: boolean;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: Problem[];
}
