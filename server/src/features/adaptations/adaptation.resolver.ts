import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { CarryOverlayInput, SaveOverlayInput } from "./adaptation.inputs.js";
import { AdaptableTemplate, Adaptation, AdaptationPayload } from "./adaptation.type.js";
import { leftBehind, listAdaptable, readAdaptation } from "./read-adaptation.js";
import { carryOverlay, saveOverlay } from "./save-overlay.service.js";

const INPUT = { description: "What to change." };
const shown = async (work: Work, versionId: string | null): Promise<Adaptation | null> =>
  versionId === null ? null : readAdaptation(work, { versionId });

@Resolver()
export class AdaptationResolver {
  @Needs("TEMPLATE_ADAPT")
  @Query(() => [AdaptableTemplate], { description: "The templates the acting chapter has, and what it has adapted." })
  async adaptableTemplates(@Ctx() context: Context): Promise<AdaptableTemplate[]> {
    return listAdaptable(await context.work());
  }

  @Needs("TEMPLATE_ADAPT")
  @Query(() => Adaptation, { description: "What national designed beside what the acting chapter has made of it." })
  async adaptation(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("versionId", () => ID, { nullable: true, description: "Another version than the one the chapter has now." })
    versionId?: string | null,
  ): Promise<Adaptation> {
    return readAdaptation(await context.work(), { templateId, versionId });
  }

  @Needs("TEMPLATE_ADAPT")
  @Mutation(() => AdaptationPayload, {
    description: "Keeps what the acting chapter changes in a version. It changes nothing that is asked or judged.",
  })
  async saveOverlay(
    @Ctx() context: Context,
    @Arg("input", () => SaveOverlayInput, INPUT) input: SaveOverlayInput,
  ): Promise<AdaptationPayload> {
    return once(
      context,
      "saveOverlay",
      input,
      (work) => saveOverlay(work, context.language, input),
      async (work, id) => ({ adaptation: await shown(work, id), left: [] }),
    );
  }

  @Needs("TEMPLATE_ADAPT")
  @Mutation(() => AdaptationPayload, {
    description: "Carries the overlay on another version over: what still fits is taken, the rest is named.",
  })
  async carryOverlay(
    @Ctx() context: Context,
    @Arg("input", () => CarryOverlayInput, INPUT) input: CarryOverlayInput,
  ): Promise<AdaptationPayload> {
    return once(
      context,
      "carryOverlay",
      input,
      (work) => carryOverlay(work, context.language, input),
      async (work, id) => ({
        adaptation: await shown(work, id),
        left: id === null ? [] : await leftBehind(work, input.fromVersionId, input.versionId),
      }),
    );
  }
}
