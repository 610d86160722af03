import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import {
  AddCoreIdeaInput,
  FreezeCoreChoiceInput,
  LeadCoreWorkshopInput,
  OpenCoreWorkshopInput,
  RemoveCoreIdeaInput,
  SetCoreScoreInput,
} from "./core-choice.inputs.js";
import { addIdea, leadWorkshop, openWorkshop, removeIdea, setScore } from "./core-choice.service.js";
import {
  CoreCandidates,
  CoreCandidatesPayload,
  CoreChoice,
  CoreWorkshop,
  CoreWorkshopPayload,
} from "./core-choice.type.js";
import { freezeChoice } from "./freeze.service.js";
import { readCandidates } from "./read-candidates.js";
import { readChoices } from "./read-choices.js";
import { readWorkshops } from "./read-workshops.js";

const workshopOf = async (work: Work, id: string): Promise<CoreWorkshop | null> =>
  (await readWorkshops(work, { id }))[0] ?? null;
const showing = (id: string) => async (work: Work) => ({ workshop: await workshopOf(work, id) });
const ofYear = (year: number) => async (work: Work) => ({ candidates: await readCandidates(work, year) });

@Resolver()
export class CoreChoiceResolver {
  @Needs("UNIT_READ")
  @Query(() => CoreChoice, {
    nullable: true,
    description: "The few that were chosen last, and why. Null when none were chosen.",
  })
  async coreChoice(@Ctx() context: Context): Promise<CoreChoice | null> {
    return (await readChoices(await context.work()))[0] ?? null;
  }

  @Needs("TEMPLATE_WRITE")
  @Query(() => CoreCandidates, { description: "What the few of a year are chosen from, with scores and votes." })
  async coreCandidates(
    @Ctx() context: Context,
    @Arg("year", () => Int, { description: "The year." }) year: number,
  ): Promise<CoreCandidates> {
    return readCandidates(await context.work(), year);
  }

  @Needs("TEMPLATE_WRITE")
  @Query(() => CoreWorkshop, {
    nullable: true,
    description: "A workshop as it stands this moment, for the big screen.",
  })
  async coreWorkshop(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The workshop." }) id: string,
  ): Promise<CoreWorkshop | null> {
    return workshopOf(await context.work(), id);
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => CoreCandidatesPayload, { description: "Adds an idea as a candidate." })
  addCoreIdea(
    @Ctx() context: Context,
    @Arg("input", () => AddCoreIdeaInput, { description: "The idea." }) input: AddCoreIdeaInput,
  ): Promise<CoreCandidatesPayload> {
    const act = (work: Work) => addIdea(work, context.language, input);
    return once(context, "addCoreIdea", input, act, ofYear(input.year));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => CoreCandidatesPayload, { description: "Takes an idea away." })
  removeCoreIdea(
    @Ctx() context: Context,
    @Arg("input", () => RemoveCoreIdeaInput, { description: "The idea." }) input: RemoveCoreIdeaInput,
  ): Promise<CoreCandidatesPayload> {
    const act = (work: Work) => removeIdea(work, input);
    return once(context, "removeCoreIdea", input, act, ofYear(input.year));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => CoreCandidatesPayload, {
    description: "Gives a candidate a score by hand, with why, or takes it back.",
  })
  setCoreScore(
    @Ctx() context: Context,
    @Arg("input", () => SetCoreScoreInput, { description: "The score." }) input: SetCoreScoreInput,
  ): Promise<CoreCandidatesPayload> {
    const act = (work: Work) => setScore(work, context.language, input);
    return once(context, "setCoreScore", input, act, ofYear(input.year));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => CoreWorkshopPayload, { description: "Opens a vote with dots, for eight hours at most." })
  openCoreWorkshop(
    @Ctx() context: Context,
    @Arg("input", () => OpenCoreWorkshopInput, { description: "The vote." }) input: OpenCoreWorkshopInput,
  ): Promise<CoreWorkshopPayload> {
    const act = (work: Work) => openWorkshop(work, context.language, input);
    return once(context, "openCoreWorkshop", input, act, showing(input.id));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => CoreWorkshopPayload, {
    description: "Closes a round, begins it anew, opens the next, or ends it all.",
  })
  leadCoreWorkshop(
    @Ctx() context: Context,
    @Arg("input", () => LeadCoreWorkshopInput, { description: "What happens." }) input: LeadCoreWorkshopInput,
  ): Promise<CoreWorkshopPayload> {
    const act = (work: Work) => leadWorkshop(work, context.language, input);
    return once(context, "leadCoreWorkshop", input, act, showing(input.id));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => CoreCandidatesPayload, {
    description: "Chooses the few of a year: kept with why, the core set from now on, and told to the boards.",
  })
  freezeCoreChoice(
    @Ctx() context: Context,
    @Arg("input", () => FreezeCoreChoiceInput, { description: "The few." }) input: FreezeCoreChoiceInput,
  ): Promise<CoreCandidatesPayload> {
    const act = (work: Work) => freezeChoice(work, context.language, input);
    return once(context, "freezeCoreChoice", input, act, ofYear(input.year));
  }
}
