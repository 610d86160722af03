import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { v7 as uuidv7 } from "uuid";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { isUuid, once } from "../../kernel/mutation.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { UnitKindEnum } from "../accounts/index.js";
import type { UnitKind } from "../accounts/index.js";
import { boardOf, inviteRows, markThoseThere, readRows } from "./invite-boards.service.js";
import type { MatchedRow } from "./invite-boards.service.js";
import { inviteSeat } from "./invite-seat.service.js";
import { BoardsToLookAt } from "./boards.type.js";
import { boardsToLookAt } from "./read-boards.js";
import { findSeat, listSeats } from "./read-seats.js";
import { InviteBoardsInput, InviteSeatInput, SeatActionInput } from "./seat.inputs.js";
import { approveSeat, confirmReelection, endSeat, resendInvitation, revokeInvitation } from "./seat.service.js";
import { BoardSeat, BoardSeatConnection, BoardSeatPayload, InviteBoardsPayload } from "./seat.type.js";

const show = async (work: Work, id: string | null) => ({ seat: id ? await findSeat(work, id) : null });
const SEAT = { description: "Which seat." };

@Resolver()
export class SeatResolver {
  @Needs("SEAT_READ")
  @Query(() => BoardSeatConnection, { description: "The seats in reach, by unit, role and name." })
  async boardSeats(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
    @Arg("chapterId", () => ID, { nullable: true, description: "Only those of this chapter." })
    chapterId: string | null,
    @Arg("regionId", () => ID, { nullable: true, description: "Only those of this region itself." })
    regionId: string | null,
    @Arg("unitKind", () => UnitKindEnum, { nullable: true, description: "Only those that reach this kind of unit." })
    unitKind: UnitKind | null,
    @Arg("includeEnded", () => Boolean, { defaultValue: false, description: "Those that are over too." })
    includeEnded: boolean,
  ): Promise<Connection<BoardSeat>> {
    return listSeats(await context.work(), {
      first,
      after: after ?? null,
      chapterId: chapterId ?? null,
      regionId: regionId ?? null,
      unitKind: unitKind ?? null,
      includeEnded,
    });
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => InviteBoardsPayload, {
    description: "Invites whole boards from a pasted sheet, all or nobody: a leader the own board, national any.",
  })
  async inviteBoards(
    @Ctx() context: Context,
    @Arg("input", () => InviteBoardsInput, { description: "The sheet." }) input: InviteBoardsInput,
  ): Promise<InviteBoardsPayload> {
    const { language } = context;
    const { sealer } = context.installation;
    let rows: MatchedRow[] = [];
    const understand = async (work: Work) => readRows(work, input.text, { only: await boardOf(work, null), language });
    const read = async (work: Work) => markThoseThere(work, await understand(work));
    if (input.dryRun) {
      if (!isUuid(input.key)) throw new AppError("BAD_REQUEST");
      const work = await context.work();
      try {
        rows = await read(work);
        return { rows, invited: 0, problems: [] };
      } catch (error) {
        if (error instanceof Refusal) return { rows, invited: 0, problems: error.problems };
        throw error;
      }
    }
    return once(
      context,
      "inviteBoards",
      input,
      async (work) => {
        rows = await read(work);
        await inviteRows(work, rows, { sealer, language });
        // there is no one thing to show again, only that it was done
        return { id: uuidv7() };
      },
      async (work, id) => {
        // said again after a lost answer: by now all of them are there
        if (id !== null && rows.length === 0) rows = await understand(work);
        return { rows, invited: id === null ? 0 : rows.filter((row) => !row.already).length };
      },
    );
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => BoardSeatPayload, { description: "Invites one person to a seat: a leader to the own board." })
  inviteSeat(
    @Ctx() context: Context,
    @Arg("input", () => InviteSeatInput, { description: "Who, to what." }) input: InviteSeatInput,
  ): Promise<BoardSeatPayload> {
    const { language, installation } = context;
    const act = (work: Work) => inviteSeat(work, input, { sealer: installation.sealer, language });
    return once(context, "inviteSeat", input, act, show);
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => BoardSeatPayload, { description: "Sends an invitation once more, with a new link." })
  resendInvitation(
    @Ctx() context: Context,
    @Arg("input", () => SeatActionInput, SEAT) input: SeatActionInput,
  ): Promise<BoardSeatPayload> {
    return once(context, "resendInvitation", input, (work) => resendInvitation(work, input, context.language), show);
  }

  @Needs("SEAT_GRANT")
  @StepUp()
  @Mutation(() => BoardSeatPayload, {
    description: "Approves an invitation to a national seat that another administrator made.",
  })
  approveSeat(
    @Ctx() context: Context,
    @Arg("input", () => SeatActionInput, SEAT) input: SeatActionInput,
  ): Promise<BoardSeatPayload> {
    return once(context, "approveSeat", input, (work) => approveSeat(work, input, context.language), show);
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => BoardSeatPayload, { description: "Takes back an invitation: its link stops working at once." })
  revokeInvitation(
    @Ctx() context: Context,
    @Arg("input", () => SeatActionInput, SEAT) input: SeatActionInput,
  ): Promise<BoardSeatPayload> {
    return once(context, "revokeInvitation", input, (work) => revokeInvitation(work, input, context.language), show);
  }

  // a board member has no right to give seats: this says of one that its holder was elected again, and never of the own
  @Needs("SEAT_READ")
  @StepUp()
  @Mutation(() => BoardSeatPayload, {
    description: "Confirms that somebody else was elected again: they go on in the seat they have.",
  })
  confirmReelection(
    @Ctx() context: Context,
    @Arg("input", () => SeatActionInput, SEAT) input: SeatActionInput,
  ): Promise<BoardSeatPayload> {
    return once(context, "confirmReelection", input, (work) => confirmReelection(work, input, context.language), show);
  }

  @Needs("NUDGE")
  @Query(() => BoardsToLookAt, {
    description: "The boards one follows that are unknown, or end within so many days; for those above the chapter.",
  })
  async boardsToLookAt(
    @Ctx() context: Context,
    @Arg("withinDays", () => Int, { defaultValue: 60, description: "How far ahead, 1-180." }) withinDays: number,
  ): Promise<BoardsToLookAt> {
    return boardsToLookAt(await context.work(), withinDays);
  }

  @Needs("SEAT_GRANT_BOARD", "SEAT_GRANT")
  @StepUp()
  @Mutation(() => BoardSeatPayload, { description: "Ends a seat today; its rights are gone with the next request." })
  endSeat(
    @Ctx() context: Context,
    @Arg("input", () => SeatActionInput, SEAT) input: SeatActionInput,
  ): Promise<BoardSeatPayload> {
    return once(context, "endSeat", input, (work) => endSeat(work, input, context.language), show);
  }
}
