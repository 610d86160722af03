import type { FeePayer } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { ContactPreferenceEnum, EndReasonEnum, FeePayerEnum, MemberEventEnum } from "./member.enums.js";
import type { ContactPreference, EndReason, MemberEventKind } from "./member.enums.js";

@Output("A member of the acting chapter, as a list shows one. Above the chapter no member is readable.")
export class Member {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "First name, middle names included." })
  firstName!: string;
  @Field(() => String, { description: "Last name; empty where only one name is known." })
  lastName!: string;
  @Field(() => Int, { nullable: true, description: "Year of birth; null when it is not known." })
  birthYear!: number | null;
  @Field(() => LocalDateScalar, { description: "The day the member joined the organization." })
  joinedOn!: string;
  @Field(() => LocalDateScalar, { description: "The day the member came to this chapter." })
  joinedChapterOn!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the membership here ended." })
  leftOn!: string | null;
  @Field(() => EndReasonEnum, { nullable: true, description: "How it ended; null while it lasts, or when not said." })
  endReason!: EndReason | null;
  @Field(() => ContactPreferenceEnum, { description: "What kind of contact the member has asked for." })
  preference!: ContactPreference;
  @Field(() => LocalDateScalar, { nullable: true, description: "With NOT_NOW: may be contacted again from this day." })
  contactAgainOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day this year's fee was paid; null: not yet." })
  feePaidOn!: string | null;
  @Field(() => Int, { description: "Grows by one with every change." })
  rev!: number;
}

export const MemberConnection = connectionOf(Member, "Member");

@Output("Whom to speak with about a member too young to join alone.")
export class Guardian {
  @Field(() => String, { nullable: true, description: "The guardian's name." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "The guardian's e-mail address." })
  email!: string | null;
  @Field(() => String, { nullable: true, description: "The guardian's mobile number." })
  mobile!: string | null;
}

@Output("The fee of one calendar year.")
export class MemberFee {
  @Field(() => Int, { description: "The calendar year the fee is for." })
  year!: number;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day it was paid; null: not paid." })
  paidOn!: string | null;
  @Field(() => Int, { nullable: true, description: "The amount in øre, of a family all of it; null: not known." })
  amount!: number | null;
  @Field(() => FeePayerEnum, { description: "Who paid." })
  paidBy!: FeePayer;
  @Field(() => Boolean, { description: "The amount was paid for a family together." })
  family!: boolean;
}

@Output("Something that happened to a membership.")
export class MemberEvent {
  @Field(() => MemberEventEnum, { description: "What happened." })
  kind!: MemberEventKind;
  @Field(() => LocalDateScalar, { description: "The day." })
  day!: string;
  @Field(() => Int, { nullable: true, description: "Of FEE_PAID: the year the fee is for." })
  year!: number | null;
  @Field(() => EndReasonEnum, { nullable: true, description: "Of ENDED: how, where it is known." })
  endReason!: EndReason | null;
}

@Output("One member with all the register holds.")
export class MemberDetail {
  @Field(() => Member, { description: "The member." })
  member!: Member;
  @Field(() => String, { nullable: true, description: "The number in the organization's own member system." })
  memberNo!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "Date of birth, where the day is known." })
  birthDate!: string | null;
  @Field(() => Int, { nullable: true, description: "Age today; null where the day of birth is not known." })
  age!: number | null;
  @Field(() => String, { nullable: true, description: "E-mail address." })
  email!: string | null;
  @Field(() => String, { nullable: true, description: "Mobile number." })
  mobile!: string | null;
  @Field(() => String, { nullable: true, description: "Postcode, four digits." })
  postcode!: string | null;
  @Field(() => Guardian, { nullable: true, description: "The guardian of a member too young to join alone." })
  guardian!: Guardian | null;
  @Field(() => Int, { description: "The age from which one joins alone: younger members need a guardian." })
  selfJoinAge!: number;
  @Field(() => ID, { nullable: true, description: "The type of membership; null: not said." })
  membershipTypeId!: string | null;
  @Field(() => [MemberFee], { description: "The fees we know of, the latest year first." })
  fees!: MemberFee[];
  @Field(() => LocalDateScalar, { nullable: true, description: "The day the contact preference was last set." })
  preferenceSetOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "The day contact data was erased." })
  contactsEmptiedOn!: string | null;
  @Field(() => [MemberEvent], { description: "What has happened, the latest first." })
  timeline!: MemberEvent[];
  @Field(() => [Member], {
    description: "Other members of this chapter with the same e-mail address or mobile number, at most 5.",
  })
  sameContact!: Member[];
}

@Output("The member as it stands after a change, or as somebody else left it.")
export class MemberPayload {
  @Field(() => MemberDetail, { nullable: true, description: "The member; null when there is none to show." })
  detail!: MemberDetail | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
