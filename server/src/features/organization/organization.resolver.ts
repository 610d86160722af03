import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { ForIntegrations, Needs, StepUp } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { closeChapter, createChapter, updateChapter } from "./chapter.service.js";
import { moveChapter } from "./move-chapter.service.js";
import {
  CloseChapterInput,
  CloseRegionInput,
  CreateChapterInput,
  CreateRegionInput,
  MoveChapterInput,
  UpdateChapterInput,
  UpdateRegionInput,
} from "./organization.inputs.js";
import { Chapter, ChapterConnection, ChapterPayload, Organization, RegionPayload } from "./organization.type.js";
import { findChapter, findRegion, listChapters, readOrganization } from "./read-units.js";
import { closeRegion, createRegion, updateRegion } from "./region.service.js";

const showRegion = async (work: Work, id: string | null) => ({ region: id ? await findRegion(work, id) : null });
const showChapter = async (work: Work, id: string | null) => ({ chapter: id ? await findChapter(work, id) : null });
const INPUT = { description: "What to change." };

@Resolver()
export class OrganizationResolver {
  @Needs("UNIT_READ")
  @ForIntegrations("STRUCTURE")
  @Query(() => Organization, { description: "The organization acted in." })
  async organization(@Ctx() context: Context): Promise<Organization> {
    return readOrganization(await context.work(), context.language);
  }

  @Needs("UNIT_READ")
  @ForIntegrations("STRUCTURE")
  @Query(() => ChapterConnection, { description: "The chapters in reach, by name." })
  async chapters(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
    @Arg("regionId", () => ID, { nullable: true, description: "Only those of this region today." })
    regionId: string | null,
    @Arg("search", () => String, { nullable: true, description: "A part of a name or a municipality." })
    search: string | null,
    @Arg("includeClosed", () => Boolean, { defaultValue: false, description: "The closed ones too." })
    includeClosed: boolean,
  ): Promise<Connection<Chapter>> {
    return listChapters(await context.work(), {
      first,
      after: after ?? null,
      regionId: regionId ?? null,
      search: search ?? null,
      includeClosed,
    });
  }

  @Needs("UNIT_READ")
  @ForIntegrations("STRUCTURE")
  @Query(() => Chapter, { description: "One chapter in reach." })
  async chapter(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The chapter." }) id: string,
  ): Promise<Chapter> {
    const found = await findChapter(await context.work(), id);
    if (!found) throw new AppError("NOT_FOUND");
    return found;
  }

  @Needs("UNIT_WRITE")
  @Mutation(() => RegionPayload, { description: "Makes a region." })
  createRegion(
    @Ctx() context: Context,
    @Arg("input", () => CreateRegionInput, INPUT) input: CreateRegionInput,
  ): Promise<RegionPayload> {
    return once(context, "createRegion", input, (work) => createRegion(work, input, context.language), showRegion);
  }

  @Needs("UNIT_WRITE")
  @Mutation(() => RegionPayload, { description: "Renames a region." })
  updateRegion(
    @Ctx() context: Context,
    @Arg("input", () => UpdateRegionInput, INPUT) input: UpdateRegionInput,
  ): Promise<RegionPayload> {
    return once(context, "updateRegion", input, (work) => updateRegion(work, input, context.language), showRegion);
  }

  @Needs("UNIT_WRITE")
  @StepUp()
  @Mutation(() => RegionPayload, { description: "Closes a region that has no chapters; the seats in it end." })
  closeRegion(
    @Ctx() context: Context,
    @Arg("input", () => CloseRegionInput, INPUT) input: CloseRegionInput,
  ): Promise<RegionPayload> {
    return once(context, "closeRegion", input, (work) => closeRegion(work, input, context.language), showRegion);
  }

  @Needs("UNIT_WRITE")
  @Mutation(() => ChapterPayload, { description: "Makes a chapter." })
  createChapter(
    @Ctx() context: Context,
    @Arg("input", () => CreateChapterInput, INPUT) input: CreateChapterInput,
  ): Promise<ChapterPayload> {
    return once(context, "createChapter", input, (work) => createChapter(work, input, context.language), showChapter);
  }

  @Needs("UNIT_WRITE")
  @Mutation(() => ChapterPayload, { description: "Changes a chapter's names and place." })
  updateChapter(
    @Ctx() context: Context,
    @Arg("input", () => UpdateChapterInput, INPUT) input: UpdateChapterInput,
  ): Promise<ChapterPayload> {
    return once(context, "updateChapter", input, (work) => updateChapter(work, input, context.language), showChapter);
  }

  @Needs("UNIT_WRITE")
  @Mutation(() => ChapterPayload, { description: "Moves a chapter to another region, or to none, from a day on." })
  moveChapter(
    @Ctx() context: Context,
    @Arg("input", () => MoveChapterInput, INPUT) input: MoveChapterInput,
  ): Promise<ChapterPayload> {
    return once(context, "moveChapter", input, (work) => moveChapter(work, input, context.language), showChapter);
  }

  @Needs("UNIT_WRITE")
  @StepUp()
  @Mutation(() => ChapterPayload, { description: "Closes a chapter: open tasks are cancelled, its seats end." })
  closeChapter(
    @Ctx() context: Context,
    @Arg("input", () => CloseChapterInput, INPUT) input: CloseChapterInput,
  ): Promise<ChapterPayload> {
    return once(context, "closeChapter", input, (work) => closeChapter(work, input, context.language), showChapter);
  }
}
