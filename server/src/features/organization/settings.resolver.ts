import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { OrganizationPayload } from "./organization.type.js";
import { readOrganization } from "./read-units.js";
import {
  SaveCrisisContactsInput,
  SetBurdenCapInput,
  SetMemberGoalInput,
  UpdateOrganizationInput,
} from "./settings.inputs.js";
import { saveCrisisContacts, setBurdenCap, setMemberGoal, updateOrganization } from "./settings.service.js";

const INPUT = { description: "What to change." };

/** Does it once, and shows the organization as it is now, also when it was refused. */
const settled = (
  context: Context,
  operation: string,
  input: { key: string },
  act: (work: Work) => Promise<Done>,
): Promise<OrganizationPayload> =>
  once(context, operation, input, act, async (work) => ({
    organization: await readOrganization(work, context.language),
  }));

@Resolver()
export class SettingsResolver {
  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => OrganizationPayload, { description: "Changes the organization's names." })
  updateOrganization(
    @Ctx() context: Context,
    @Arg("input", () => UpdateOrganizationInput, INPUT) input: UpdateOrganizationInput,
  ): Promise<OrganizationPayload> {
    return settled(context, "updateOrganization", input, (work) => updateOrganization(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => OrganizationPayload, { description: "Sets how many minutes a month may be asked of a chapter." })
  setBurdenCap(
    @Ctx() context: Context,
    @Arg("input", () => SetBurdenCapInput, INPUT) input: SetBurdenCapInput,
  ): Promise<OrganizationPayload> {
    return settled(context, "setBurdenCap", input, (work) => setBurdenCap(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => OrganizationPayload, {
    description: "Sets how many members the organization wants to have on a day, or takes the goal away.",
  })
  setMemberGoal(
    @Ctx() context: Context,
    @Arg("input", () => SetMemberGoalInput, INPUT) input: SetMemberGoalInput,
  ): Promise<OrganizationPayload> {
    return settled(context, "setMemberGoal", input, (work) => setMemberGoal(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => OrganizationPayload, {
    description: "Replaces the numbers to call when a conversation gets heavy, and says which were checked today.",
  })
  saveCrisisContacts(
    @Ctx() context: Context,
    @Arg("input", () => SaveCrisisContactsInput, INPUT) input: SaveCrisisContactsInput,
  ): Promise<OrganizationPayload> {
    return settled(context, "saveCrisisContacts", input, (work) => saveCrisisContacts(work, input, context.language));
  }
}
