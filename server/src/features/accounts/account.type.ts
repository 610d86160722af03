import { Field, ID } from "type-graphql";
import type { Language } from "@varde/domain";
import { CAPABILITIES } from "../../kernel/access/policy.js";
import type { Capability } from "../../kernel/access/policy.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LanguageEnum, LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { ROLES, UNIT_KINDS } from "./roles.js";
import type { Role, UnitKind } from "./roles.js";
import { ViewerOrganization } from "./viewer-organization.type.js";
import { ViewerPapers } from "./viewer-papers.type.js";

export const RoleEnum = enumOf(ROLES, "Role", "What a seat is for; its rights follow from it.");
export const UnitKindEnum = enumOf(UNIT_KINDS, "UnitKind", "What a seat reaches: everything, one region, one chapter.");
export const CapabilityEnum = enumOf(CAPABILITIES, "Capability", "A right that a seat's role may have.");

@Output("A person who signs in. Belongs to the installation; seats belong to organizations.")
export class Account {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "The person's name." })
  name!: string;
  @Field(() => LanguageEnum, { nullable: true, description: "The language chosen for mails; null until one is." })
  language!: Language | null;
}

@Output("A person's office, from a day to a day: a role in an organization, a region or a chapter.")
export class Seat {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => RoleEnum, { description: "What it is for." })
  role!: Role;
  @Field(() => UnitKindEnum, { description: "What it reaches." })
  unitKind!: UnitKind;
  @Field(() => String, { description: "Full name of the organization, region or chapter." })
  unitName!: string;
  @Field(() => String, { description: "Neutral name that may stand on a lock screen." })
  shortName!: string;
  @Field(() => ID, { description: "The organization." })
  organizationId!: string;
  @Field(() => String, { description: "The organization's name." })
  organizationName!: string;
  @Field(() => ID, { nullable: true, description: "The region, for a region's seat." })
  regionId!: string | null;
  @Field(() => ID, { nullable: true, description: "The chapter, for a chapter's seat." })
  chapterId!: string | null;
  @Field(() => String, { description: "Who holds it, as written by the one who gave it." })
  holderName!: string;
  @Field(() => LocalDateScalar, { description: "First day it holds." })
  validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "First day it no longer holds; null for no end." })
  validTo!: string | null;
}

@Output("A second factor that the organization asks of a seat, and this session has not given.")
export class FactorDemand {
  @Field(() => Seat, { description: "The seat." })
  seat!: Seat;
  @Field(() => Boolean, { description: "Nothing but a passkey will do." })
  passkeyOnly!: boolean;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The day from which the seat is nothing without it; null when it is so now.",
  })
  from!: string | null;
  @Field(() => Boolean, {
    description: "The session began by an invitation to somebody with other seats: they sign in by a link first.",
  })
  linkFirst!: boolean;
}

@Output("Who is signed in.")
export class Viewer {
  @Field(() => Account, { description: "The person." })
  account!: Account;
  @Field(() => Seat, { nullable: true, description: "The seat acted in; null when none holds any more." })
  seat!: Seat | null;
  @Field(() => [Seat], { description: "Every seat that holds today." })
  seats!: Seat[];
  @Field(() => [CapabilityEnum], { description: "The rights of the seat acted in." })
  capabilities!: Capability[];
  @Field(() => LocalDateScalar, { description: "Today in Oslo." })
  today!: string;
  @Field(() => Boolean, { description: "Mails about new tasks and near deadlines are sent." })
  digestEnabled!: boolean;
  @Field(() => ViewerOrganization, {
    nullable: true,
    description: "What every page shows of the organization acted in; null without a seat.",
  })
  organization!: ViewerOrganization | null;
  @Field(() => ViewerPapers, {
    nullable: true,
    description: "The papers of the seat acted in; null where none are asked for.",
  })
  papers!: ViewerPapers | null;
  @Field(() => FactorDemand, {
    nullable: true,
    description: "The second factor that the seat chosen asks for; null when it asks for none, or has been given it.",
  })
  demand!: FactorDemand | null;
}
