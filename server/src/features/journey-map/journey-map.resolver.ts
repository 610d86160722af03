import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { SheetEnum } from "../../kernel/graphql/shared-types.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { Sheet } from "../../kernel/print/block.js";
import type { Language } from "@varde/domain";
import { journeyMapPdf } from "./journey-map-pdf.js";
import {
  DeleteCardInput,
  KeepJourneyMapInput,
  MoveCardInput,
  SaveCardInput,
  SetFeelingInput,
  ShareJourneyMapInput,
  StartJourneyMapInput,
} from "./journey-map.inputs.js";
import {
  deleteCard,
  keepJourneyMap,
  moveCard,
  saveCard,
  setFeeling,
  shareJourneyMap,
  startJourneyMap,
} from "./journey-map.service.js";
import {
  JourneyMap,
  JourneyMapFile,
  JourneyMapNumbers,
  JourneyMapPayload,
  JourneyMapYear,
} from "./journey-map.type.js";
import { mapNumbers } from "./map-numbers.service.js";
import { mapById, mapOfYear, mapYears, shownMap } from "./read-journey-map.js";

const YEAR = { nullable: true, description: "The year; this one when left out." } as const;
const yearOf = (work: Work, year: number | null): number => {
  const asked = year ?? Number(work.today.slice(0, 4));
  // no other is a year of a map, and the database's numbers are small
  return asked >= 2000 && asked <= 2100 ? asked : 0;
};

async function show(work: Work, id: string | null): Promise<{ map: JourneyMap | null }> {
  const row = id === null ? null : await mapById(work, id);
  return { map: row && (await shownMap(work, row)) };
}

type Act<Input> = (work: Work, language: Language, input: Input) => Promise<Done>;
const change = <Input extends { key: string }>(context: Context, name: string, input: Input, act: Act<Input>) =>
  once(context, name, input, (work) => act(work, context.language, input), show);

@Resolver()
export class JourneyMapResolver {
  @Needs("UNIT_READ")
  @Query(() => JourneyMap, {
    nullable: true,
    description:
      "The journey map of a year; null where there is none for the asker: a draft is national's until it is shared.",
  })
  async journeyMap(
    @Ctx() context: Context,
    @Arg("year", () => Int, YEAR) year: number | null,
  ): Promise<JourneyMap | null> {
    const work = await context.work();
    const row = await mapOfYear(work, yearOf(work, year));
    return row && shownMap(work, row);
  }

  @Needs("UNIT_READ")
  @Query(() => [JourneyMapYear], {
    description: "The years there is a map of for the asker, newest first, at most 100.",
  })
  async journeyMaps(@Ctx() context: Context): Promise<JourneyMapYear[]> {
    return mapYears(await context.work());
  }

  @Needs("STATISTICS_READ")
  @Query(() => JourneyMapNumbers, {
    description: "The numbers the cards of a year's map point at, as the asker may see them.",
  })
  async journeyMapNumbers(
    @Ctx() context: Context,
    @Arg("year", () => Int, YEAR) year: number | null,
  ): Promise<JourneyMapNumbers> {
    const work = await context.work();
    return mapNumbers(work, await mapOfYear(work, yearOf(work, year)));
  }

  @Needs("UNIT_READ")
  @Query(() => JourneyMapFile, { description: "The map of a year as one page to print, with the asker's own numbers." })
  async journeyMapFile(
    @Ctx() context: Context,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Arg("sheet", () => SheetEnum, { defaultValue: "A3", description: "The paper." }) sheet: Sheet,
  ): Promise<JourneyMapFile> {
    const work = await context.work();
    return journeyMapPdf(work, yearOf(work, year), sheet, context.language);
  }

  @Needs("JOURNEY_MAP_WRITE")
  @Mutation(() => JourneyMapPayload, { description: "Begins the map of a year as a draft." })
  async startJourneyMap(
    @Ctx() context: Context,
    @Arg("input", () => StartJourneyMapInput, { description: "Which year, and from what." })
    input: StartJourneyMapInput,
  ): Promise<JourneyMapPayload> {
    return change(context, "startJourneyMap", input, startJourneyMap);
  }

  @Needs("JOURNEY_MAP_WRITE")
  @Mutation(() => JourneyMapPayload, { description: "Writes a card of a draft." })
  async saveCard(
    @Ctx() context: Context,
    @Arg("input", () => SaveCardInput, { description: "The card." }) input: SaveCardInput,
  ): Promise<JourneyMapPayload> {
    return change(context, "saveCard", input, saveCard);
  }

  @Needs("JOURNEY_MAP_WRITE")
  @Mutation(() => JourneyMapPayload, { description: "Moves a card of a draft within its stage or to another." })
  async moveCard(
    @Ctx() context: Context,
    @Arg("input", () => MoveCardInput, { description: "Which, and where to." }) input: MoveCardInput,
  ): Promise<JourneyMapPayload> {
    return change(context, "moveCard", input, moveCard);
  }

  @Needs("JOURNEY_MAP_WRITE")
  @Mutation(() => JourneyMapPayload, { description: "Takes a card off a draft." })
  async deleteCard(
    @Ctx() context: Context,
    @Arg("input", () => DeleteCardInput, { description: "Which." }) input: DeleteCardInput,
  ): Promise<JourneyMapPayload> {
    return change(context, "deleteCard", input, deleteCard);
  }

  @Needs("JOURNEY_MAP_WRITE")
  @Mutation(() => JourneyMapPayload, { description: "Says how a stage of a draft feels to a member." })
  async setFeeling(
    @Ctx() context: Context,
    @Arg("input", () => SetFeelingInput, { description: "Which stage, and how." }) input: SetFeelingInput,
  ): Promise<JourneyMapPayload> {
    return change(context, "setFeeling", input, setFeeling);
  }

  @Needs("JOURNEY_MAP_WRITE")
  @Mutation(() => JourneyMapPayload, { description: "Lets all of the organization read a draft, or no longer." })
  async shareJourneyMap(
    @Ctx() context: Context,
    @Arg("input", () => ShareJourneyMapInput, { description: "Whether." }) input: ShareJourneyMapInput,
  ): Promise<JourneyMapPayload> {
    return change(context, "shareJourneyMap", input, shareJourneyMap);
  }

  @Needs("JOURNEY_MAP_WRITE")
  @Mutation(() => JourneyMapPayload, { description: "Keeps a draft as its year's map, for all to read and for good." })
  async keepJourneyMap(
    @Ctx() context: Context,
    @Arg("input", () => KeepJourneyMapInput, { description: "Which." }) input: KeepJourneyMapInput,
  ): Promise<JourneyMapPayload> {
    return change(context, "keepJourneyMap", input, keepJourneyMap);
  }
}
