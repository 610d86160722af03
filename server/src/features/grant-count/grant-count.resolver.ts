import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { CountsReading, Needs, StepUp } from "../../kernel/access/policy.js";
import { countReading } from "../../kernel/count-reading.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { GrantFactsInput, SaveMembershipTypeInput, SetGrantRulesInput } from "./grant-count.inputs.js";
import { readGrantCount, setGrantFacts } from "./grant-count.service.js";
import {
  GrantCount,
  GrantCountPayload,
  GrantSettings,
  GrantSettingsPayload,
  MembershipType,
} from "./grant-count.type.js";
import { readGrantSettings, readMembershipTypes, saveMembershipType, setGrantRules } from "./grant-settings.service.js";

const settings = async (work: Work) => ({ settings: await readGrantSettings(work) });

@Resolver()
export class GrantCountResolver {
  @Needs("MEMBER_READ")
  @CountsReading()
  @Query(() => GrantCount, { description: "The acting chapter counted for grants, with whom something is missing of." })
  async grantCount(
    @Ctx() context: Context,
    @Arg("year", () => Int, { description: "The basis year, at most this one." }) year: number,
  ): Promise<GrantCount> {
    const work = await context.work();
    await countReading(work, "LIST");
    return readGrantCount(work, year);
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => GrantCountPayload, {
    description: "Writes down what is known of some members of the acting chapter, all or none of them.",
  })
  setGrantFacts(
    @Ctx() context: Context,
    @Arg("input", () => GrantFactsInput, { description: "Who and what." }) input: GrantFactsInput,
  ): Promise<GrantCountPayload> {
    const act = (work: Work) => setGrantFacts(work, input, context.language);
    return once(context, "setGrantFacts", input, act, async (work) => ({
      count: await readGrantCount(work, input.year),
    }));
  }

  @Needs("MEMBER_READ")
  @Query(() => [MembershipType], { description: "The types of membership a board may choose among, by name." })
  async membershipTypes(@Ctx() context: Context): Promise<MembershipType[]> {
    return readMembershipTypes(await context.work());
  }

  @Needs("SETTINGS_WRITE")
  @Query(() => GrantSettings, { description: "What the organization has set about counting for grants." })
  async grantSettings(@Ctx() context: Context): Promise<GrantSettings> {
    return readGrantSettings(await context.work());
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => GrantSettingsPayload, { description: "Sets the rules of this year or one of the two before it." })
  setGrantRules(
    @Ctx() context: Context,
    @Arg("input", () => SetGrantRulesInput, { description: "The rules." }) input: SetGrantRulesInput,
  ): Promise<GrantSettingsPayload> {
    return once(context, "setGrantRules", input, (work) => setGrantRules(work, input, context.language), settings);
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => GrantSettingsPayload, { description: "Adds a type of membership, or changes one." })
  saveMembershipType(
    @Ctx() context: Context,
    @Arg("input", () => SaveMembershipTypeInput, { description: "The type." }) input: SaveMembershipTypeInput,
  ): Promise<GrantSettingsPayload> {
    const act = (work: Work) => saveMembershipType(work, input, context.language);
    return once(context, "saveMembershipType", input, act, settings);
  }
}
