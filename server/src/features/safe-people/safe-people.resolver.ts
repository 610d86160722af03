import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { AcceptDeclarationInput, RecordAttestInput, SetSafePeopleInput } from "./safe-people.inputs.js";
import {
  acceptDeclaration,
  findSeatPapers,
  listSeatPapers,
  readSafePeople,
  recordAttest,
  setSafePeople,
} from "./safe-people.service.js";
import { SafePeople, SafePeoplePayload, SeatPapersConnection, SeatPapersPayload } from "./safe-people.type.js";
import type { SeatPapers } from "./safe-people.type.js";

const show = async (work: Work) => ({ safePeople: await readSafePeople(work) });

@Resolver()
export class SafePeopleResolver {
  @Needs("UNIT_READ")
  @Query(() => SafePeople, { description: "What is asked of those who see persons, and what of it one's seat has." })
  async safePeople(@Ctx() context: Context): Promise<SafePeople> {
    return readSafePeople(await context.work());
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @Query(() => SeatPapersConnection, {
    description: "The papers of the seats one looks after that reach persons; none where nothing is asked.",
  })
  async seatPapers(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
    @Arg("chapterId", () => ID, { nullable: true, description: "Only this chapter's." }) chapterId: string | null,
    @Arg("lacking", () => Boolean, { defaultValue: false, description: "Only those that lack something." })
    lacking: boolean,
  ): Promise<Connection<SeatPapers>> {
    const args = { first, after: after ?? null, chapterId: chapterId ?? null, lacking };
    return listSeatPapers(await context.work(), args);
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => SafePeoplePayload, { description: "Says what is asked of those who see persons." })
  setSafePeople(
    @Ctx() context: Context,
    @Arg("input", () => SetSafePeopleInput, { description: "What to ask." }) input: SetSafePeopleInput,
  ): Promise<SafePeoplePayload> {
    return once(context, "setSafePeople", input, (work) => setSafePeople(work, input, context.language), show);
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => SeatPapersPayload, {
    description: "Records that a police certificate was shown, never the paper; nobody records their own.",
  })
  recordAttest(
    @Ctx() context: Context,
    @Arg("input", () => RecordAttestInput, { description: "Whose, and when." }) input: RecordAttestInput,
  ): Promise<SeatPapersPayload> {
    const act = (work: Work) => recordAttest(work, input, context.language);
    const answer = async (work: Work, id: string | null) => ({ papers: id ? await findSeatPapers(work, id) : null });
    return once(context, "recordAttest", input, act, answer);
  }

  @Needs("UNIT_READ")
  @Mutation(() => SafePeoplePayload, { description: "The holder accepts the declaration of confidentiality." })
  acceptDeclaration(
    @Ctx() context: Context,
    @Arg("input", () => AcceptDeclarationInput, { description: "Which wording." }) input: AcceptDeclarationInput,
  ): Promise<SafePeoplePayload> {
    return once(context, "acceptDeclaration", input, (work) => acceptDeclaration(work, input, context.language), show);
  }
}
