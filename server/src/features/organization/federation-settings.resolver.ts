import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { FederationSettings, FederationSettingsPayload } from "./federation-settings.type.js";
import {
  SetAgesInput,
  SetCoreLimitInput,
  SetCoreSetSizeInput,
  SetLanguagesInput,
  SetLevelTermInput,
  SetMainColourInput,
  SetReadingLimitInput,
  SetRetentionInput,
  SetSecondFactorInput,
  SetSmallNumbersInput,
} from "./federation-settings.inputs.js";
import {
  readFederationSettings,
  setAges,
  setCoreLimit,
  setCoreSetSize,
  setLanguages,
  setLevelTerm,
  setMainColour,
  setReadingLimit,
  setRetention,
  setSecondFactor,
  setSmallNumbers,
} from "./federation-settings.service.js";

const INPUT = { description: "What to change." };

const settled = (
  context: Context,
  operation: string,
  input: { key: string },
  act: (work: Work) => Promise<Done>,
): Promise<FederationSettingsPayload> =>
  once(context, operation, input, act, async (work) => ({ settings: await readFederationSettings(work) }));

@Resolver()
export class FederationSettingsResolver {
  @Needs("SETTINGS_WRITE")
  @Query(() => FederationSettings, { description: "What the organization decides for itself, and who changed it." })
  async federationSettings(@Ctx() context: Context): Promise<FederationSettings> {
    return readFederationSettings(await context.work());
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, {
    description: "Says what the tier between national and chapters is called.",
  })
  setLevelTerm(
    @Ctx() context: Context,
    @Arg("input", () => SetLevelTermInput, INPUT) input: SetLevelTermInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setLevelTerm", input, (work) => setLevelTerm(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, { description: "Sets the ages that members' rules go by." })
  setAges(
    @Ctx() context: Context,
    @Arg("input", () => SetAgesInput, INPUT) input: SetAgesInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setAges", input, (work) => setAges(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, {
    description: "Sets the limit of small numbers, from the next release on and with a reason.",
  })
  setSmallNumbers(
    @Ctx() context: Context,
    @Arg("input", () => SetSmallNumbersInput, INPUT) input: SetSmallNumbersInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setSmallNumbers", input, (work) => setSmallNumbers(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, { description: "Sets the languages one may choose." })
  setLanguages(
    @Ctx() context: Context,
    @Arg("input", () => SetLanguagesInput, INPUT) input: SetLanguagesInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setLanguages", input, (work) => setLanguages(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, {
    description: "Sets the organization's main colour, or gives the app's own back.",
  })
  setMainColour(
    @Ctx() context: Context,
    @Arg("input", () => SetMainColourInput, INPUT) input: SetMainColourInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setMainColour", input, (work) => setMainColour(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, { description: "Sets how many interaction points the core set may hold." })
  setCoreSetSize(
    @Ctx() context: Context,
    @Arg("input", () => SetCoreSetSizeInput, INPUT) input: SetCoreSetSizeInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setCoreSetSize", input, (work) => setCoreSetSize(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, {
    description: "Sets how many minutes a month the whole core set may ask of a chapter, or leaves it to the cap.",
  })
  setCoreLimit(
    @Ctx() context: Context,
    @Arg("input", () => SetCoreLimitInput, INPUT) input: SetCoreLimitInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setCoreLimit", input, (work) => setCoreLimit(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, {
    description: "Sets how much of persons a seat may read in an hour before somebody is told.",
  })
  setReadingLimit(
    @Ctx() context: Context,
    @Arg("input", () => SetReadingLimitInput, INPUT) input: SetReadingLimitInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setReadingLimit", input, (work) => setReadingLimit(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, {
    description: "Sets how long things are kept, within what members are told.",
  })
  setRetention(
    @Ctx() context: Context,
    @Arg("input", () => SetRetentionInput, INPUT) input: SetRetentionInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setRetention", input, (work) => setRetention(work, input, context.language));
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => FederationSettingsPayload, {
    description: "Says which offices are asked for a second factor. Who holds one now has fourteen days.",
  })
  setSecondFactor(
    @Ctx() context: Context,
    @Arg("input", () => SetSecondFactorInput, INPUT) input: SetSecondFactorInput,
  ): Promise<FederationSettingsPayload> {
    return settled(context, "setSecondFactor", input, (work) => setSecondFactor(work, input, context.language));
  }
}
