import { GRANT_GAPS, GRANT_RULES } from "@varde/domain";
import type { FeePayer, GrantGap, GrantRule, GrantVerdict } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { FeePayerEnum } from "../members/index.js";

export const GrantRuleEnum = enumOf(
  GRANT_RULES,
  "GrantRule",
  "What is asked of who shall count: a MEMBER here on the last day of the year, AGE, PAID in time, the AMOUNT, the PAYER, and the TYPE of membership.",
);
export const GrantVerdictEnum = enumOf<GrantVerdict>(
  ["MET", "NOT_MET", "UNKNOWN"],
  "GrantVerdict",
  "Whether it is so; UNKNOWN: it depends on what is missing.",
);
export const GrantGapEnum = enumOf(
  GRANT_GAPS,
  "GrantGap",
  "What is missing: year of BIRTH, a FEE that stands as unpaid, the AMOUNT, the PAYER, or the TYPE of membership.",
);

@Output("The rules by which members are counted for grants in a year.")
export class GrantRules {
  @Field(() => Int, { description: "The basis year; its last day is the day of counting." }) year!: number;
  @Field(() => Int, { description: "Under this age on the day of counting." }) underAge!: number;
  @Field(() => Int, { description: "From this age one has to have paid oneself." }) selfPayAge!: number;
  @Field(() => Int, { description: "The least paid, in øre." }) minAmount!: number;
  @Field(() => Int, { description: "The least paid by a family together, in øre." }) minFamilyAmount!: number;
  @Field(() => LocalDateScalar, { description: "The first day on which the year's fee can have been paid." })
  prepaidFrom!: string;
  @Field(() => LocalDateScalar, { description: "The last day on which it can have been paid." }) lastPaidOn!: string;
  @Field(() => Int, { description: "So many have to count for the chapter to count." }) chapterMembers!: number;
  @Field(() => String, { description: "Where the rules were read." }) source!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "When they were last read; null: not by anybody here." })
  checkedOn!: string | null;
  @Field(() => Int, { description: "Grows with every change; 0: nobody has changed them." }) rev!: number;
}

@Output("A type of membership, as the organization has named it.")
export class MembershipType {
  @Field(() => ID, { description: "Its id." }) id!: string;
  @Field(() => String, { description: "Its name, at most 60 characters." }) name!: string;
  @Field(() => Boolean, { description: "Who has it has a vote, and can count for grants." }) eligible!: boolean;
  @Field(() => Int, { nullable: true, description: "Its fee a year, in øre; null: not said." }) fee!: number | null;
  @Field(() => Boolean, { description: "No longer given to anybody." }) archived!: boolean;
  @Field(() => Int, { description: "Grows with every change." }) rev!: number;
}

@Output("One rule over a chapter, asked of those whom no rule before it has ruled out.")
export class GrantRuleCount {
  @Field(() => GrantRuleEnum, { description: "The rule." }) rule!: GrantRule;
  @Field(() => Int, { description: "Of how many it was asked." }) asked!: number;
  @Field(() => Int, { description: "Those who meet it." }) met!: number;
  @Field(() => Int, { description: "Those who do not, and are out." }) notMet!: number;
  @Field(() => Int, { description: "Those of whom something is missing." }) unknown!: number;
}

@Output("How many lack something, and could count with it.")
export class GrantGapCount {
  @Field(() => GrantGapEnum, { description: "What." }) gap!: GrantGap;
  @Field(() => Int, { description: "How many members." }) members!: number;
}

@Output("A member of the own chapter of whom something is missing.")
export class GrantMember {
  @Field(() => ID, { description: "The member's id." }) id!: string;
  @Field(() => String, { description: "First and last name." }) name!: string;
  @Field(() => Int, { nullable: true, description: "Year of birth." }) birthYear!: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the year's fee was paid; null: it is not." })
  paidOn!: string | null;
  @Field(() => Int, { nullable: true, description: "The amount in øre." }) amount!: number | null;
  @Field(() => FeePayerEnum, { description: "Who paid." }) paidBy!: FeePayer;
  @Field(() => Boolean, { description: "A family paid together." }) family!: boolean;
  @Field(() => ID, { nullable: true, description: "The type of membership." }) typeId!: string | null;
  @Field(() => [GrantGapEnum], { description: "What is missing, at least one." }) gaps!: GrantGap[];
}

@Output("The own chapter counted for grants on the last day of a year. Of a year that is not over: as it would be.")
export class GrantCount {
  @Field(() => Int, { description: "The basis year." }) year!: number;
  @Field(() => GrantRules, { description: "By which rules." }) rules!: GrantRules;
  @Field(() => Int, { description: "Members of the chapter on the day of counting." }) members!: number;
  @Field(() => Int, { description: "Those who count." }) counting!: number;
  @Field(() => Int, { description: "Those who would, if what is missing turns out well." }) possible!: number;
  @Field(() => GrantVerdictEnum, { description: "Whether the chapter counts." }) chapter!: GrantVerdict;
  @Field(() => [GrantRuleCount], { description: "The rules after MEMBER, in the order they are asked." })
  ruleCounts!: GrantRuleCount[];
  @Field(() => [GrantGapCount], { description: "What is missing, and of how many." }) gaps!: GrantGapCount[];
  @Field(() => [GrantMember], { description: "Members of whom something is missing, by name; the first 200." })
  lacking!: GrantMember[];
  @Field(() => Int, { description: "How many they are in all." }) lackingTotal!: number;
  @Field(() => [MembershipType], { description: "The types of membership one may choose." }) types!: MembershipType[];
}

@Output("The chapter counted again after something was written in.")
export class GrantCountPayload {
  @Field(() => GrantCount, { description: "The count as it is now." }) count!: GrantCount;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." }) problems!: ProblemData[];
}

@Output("What the organization has set about counting for grants.")
export class GrantSettings {
  @Field(() => [GrantRules], { description: "The rules of this year and the two before it, the latest first." })
  rules!: GrantRules[];
  @Field(() => [MembershipType], { description: "The types of membership, those that are put away last." })
  types!: MembershipType[];
}

@Output("The settings after a change.")
export class GrantSettingsPayload {
  @Field(() => GrantSettings, { description: "The settings as they are now." }) settings!: GrantSettings;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." }) problems!: ProblemData[];
}
