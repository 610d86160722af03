import { Field, ID } from "type-graphql";
import type { Capability } from "../../kernel/access/policy.js";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { CapabilityEnum, RoleEnum, UnitKindEnum } from "./account.type.js";
import { DEVICE_BROWSERS, DEVICE_SYSTEMS } from "./device.js";
import type { DeviceBrowser, DeviceSystem } from "./device.js";
import type { Role, UnitKind } from "./roles.js";

const BrowserEnum = enumOf(DEVICE_BROWSERS, "DeviceBrowser", "The browser, as it calls itself; no version.");
const SystemEnum = enumOf(DEVICE_SYSTEMS, "DeviceSystem", "What the device runs; no version and no model.");

@Output("One sign-in of one's own that still holds.")
export class AccountSession {
  @Field(() => ID, { description: "What it is named by when it is to be ended; worth nothing as a secret." })
  id!: string;
  @Field(() => BrowserEnum, { description: "The browser at the sign-in." })
  browser!: DeviceBrowser;
  @Field(() => SystemEnum, { description: "The system at the sign-in." })
  system!: DeviceSystem;
  @Field(() => DateTimeScalar, { description: "When one signed in." })
  begunAt!: Date;
  @Field(() => DateTimeScalar, { description: "When it was last used, to the minute." })
  lastUsedAt!: Date;
  @Field(() => Boolean, { description: "It is the one that asks." })
  current!: boolean;
}

@Output("A seat of one's own: held, to come, or over within the last year; with what it gives a right to.")
export class AccountSeat {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => RoleEnum, { description: "What it is for." })
  role!: Role;
  @Field(() => UnitKindEnum, { description: "What it reaches." })
  unitKind!: UnitKind;
  @Field(() => String, { description: "Full name of the organization, region or chapter." })
  unitName!: string;
  @Field(() => String, { description: "The organization's name." })
  organizationName!: string;
  @Field(() => LocalDateScalar, { description: "First day it holds." })
  validFrom!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: "First day it no longer holds; null for no end." })
  validTo!: string | null;
  @Field(() => Boolean, { description: "It holds today." })
  holds!: boolean;
  @Field(() => Boolean, { description: "It has not begun." })
  toCome!: boolean;
  @Field(() => [CapabilityEnum], { description: "The rights of its role; none unless it holds." })
  capabilities!: Capability[];
}

@Output("One's own account, across the organizations one has seats in.")
export class MyAccount {
  @Field(() => String, { description: "The address one signs in with." })
  email!: string;
  @Field(() => [AccountSession], { description: "The sign-ins that hold, this one first; at most 50." })
  sessions!: AccountSession[];
  @Field(() => [AccountSeat], { description: "The seats, those that hold first; at most 50." })
  seats!: AccountSeat[];
  @Field(() => [String], { description: "Organizations where one is the last administrator, and cannot leave." })
  lastAdminOf!: string[];
}

@Output("A copy of what is kept about oneself.")
export class MyData {
  @Field(() => String, { description: "What the file is called." })
  fileName!: string;
  @Field(() => String, { description: "The file, JSON." })
  json!: string;
}

@Input("Ends one of one's own sign-ins.")
export class EndMySessionInput extends KeyedInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}

@Input("Ends every sign-in of one's own but this.")
export class EndMyOtherSessionsInput extends KeyedInput {}

@Input("One's own name.")
export class RenameMyselfInput extends KeyedInput {
  @Field(() => String, { description: "The name, at most 120 characters." })
  name!: string;
}

@Input("Deletes one's own account.")
export class DeleteMyAccountInput extends KeyedInput {}
