import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { DonePayload } from "../../kernel/graphql/shared-types.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { orderGrantExport, readGrantExports } from "./export.service.js";
import { GrantExport, GrantExportPayload } from "./export.type.js";
import {
  ApproveGrantReturnInput,
  OrderGrantExportInput,
  RemindGrantReturnsInput,
  SaveGrantSettingInput,
  SendBackGrantReturnInput,
} from "./grant-return.inputs.js";
import {
  DeliveredGrantReturn,
  DeliveredGrantReturnPayload,
  GrantFilterEnum,
  GrantReturnConnection,
  GrantReturnTotals,
  GrantSetting,
  GrantSettingPayload,
} from "./grant-return.type.js";
import type { GrantFilter, GrantReturnRow } from "./grant-return.type.js";
import { lastGrantYear } from "./own-return.service.js";
import { readReturns, readTotals } from "./read-returns.js";
import { readDelivered } from "./read-return.js";
import { approveGrantReturn, remindGrantReturns, sendBackGrantReturn } from "./review.service.js";
import { readSetting, saveGrantSetting } from "./setting.service.js";

const YEAR = { nullable: true, description: "The basis year; the last one that is over when left out." } as const;
// no other is a year of a return, and the database's numbers are small
const yearOf = (work: Work, year: number | null): number => {
  const asked = year ?? lastGrantYear(work.today);
  return asked >= 2000 && asked <= 2100 ? asked : 2000;
};

async function delivered(work: Work, id: string | null, context: Context) {
  return { grantReturn: id === null ? null : await readDelivered(work, id, context.language) };
}

@Resolver()
export class GrantReturnsResolver {
  @Needs("PLAN_READ")
  @Query(() => GrantReturnConnection, {
    description: "The chapters in reach and how far their return of a year has come, by name.",
  })
  async grantReturns(
    @Ctx() context: Context,
    @Arg("year", () => Int, YEAR) year: number | null,
    @Arg("state", () => GrantFilterEnum, { nullable: true, description: "Only those; all when left out." })
    state: GrantFilter | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, at most 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor of the last one seen." })
    after: string | null,
  ): Promise<Connection<GrantReturnRow>> {
    const work = await context.work();
    return readReturns(work, { year: yearOf(work, year), state: state ?? null, first, after });
  }

  @Needs("PLAN_READ")
  @Query(() => GrantReturnTotals, { description: "A year's returns in all that the asker reaches." })
  async grantReturnTotals(
    @Ctx() context: Context,
    @Arg("year", () => Int, YEAR) year: number | null,
  ): Promise<GrantReturnTotals> {
    const work = await context.work();
    return readTotals(work, yearOf(work, year));
  }

  @Needs("GRANT_REVIEW")
  @Query(() => DeliveredGrantReturn, { description: "A delivered return, as it was signed." })
  async deliveredGrantReturn(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The return." }) id: string,
  ): Promise<DeliveredGrantReturn> {
    return readDelivered(await context.work(), id, context.language);
  }

  @Needs("UNIT_READ")
  @Query(() => GrantSetting, { description: "What goes with returns, and when they are approved by themselves." })
  async grantSetting(@Ctx() context: Context): Promise<GrantSetting> {
    return readSetting(await context.work());
  }

  @Needs("GRANT_REVIEW")
  @Query(() => [GrantExport], { description: "The files of returns this seat has ordered, newest first, 20 at most." })
  async grantExports(@Ctx() context: Context): Promise<GrantExport[]> {
    return readGrantExports(await context.work());
  }

  @Needs("GRANT_REVIEW")
  @Mutation(() => DeliveredGrantReturnPayload, {
    description: "Sends a delivered return back to be mended, and tells the board.",
  })
  sendBackGrantReturn(
    @Ctx() context: Context,
    @Arg("input", () => SendBackGrantReturnInput, { description: "Which, and what is to be mended." })
    input: SendBackGrantReturnInput,
  ): Promise<DeliveredGrantReturnPayload> {
    return once(
      context,
      "sendBackGrantReturn",
      input,
      (work) => sendBackGrantReturn(work, context.language, input),
      (work, id) => delivered(work, id, context),
    );
  }

  @Needs("GRANT_REVIEW")
  @Mutation(() => DeliveredGrantReturnPayload, { description: "Approves a delivered return." })
  approveGrantReturn(
    @Ctx() context: Context,
    @Arg("input", () => ApproveGrantReturnInput, { description: "Which, and a word to the chapter." })
    input: ApproveGrantReturnInput,
  ): Promise<DeliveredGrantReturnPayload> {
    return once(
      context,
      "approveGrantReturn",
      input,
      (work) => approveGrantReturn(work, context.language, input),
      (work, id) => delivered(work, id, context),
    );
  }

  @Needs("GRANT_REVIEW")
  @Mutation(() => DonePayload, { description: "Writes to the boards whose return of a year is not in." })
  remindGrantReturns(
    @Ctx() context: Context,
    @Arg("input", () => RemindGrantReturnsInput, { description: "Which chapters, and what it says." })
    input: RemindGrantReturnsInput,
  ): Promise<DonePayload> {
    return once(
      context,
      "remindGrantReturns",
      input,
      (work) => remindGrantReturns(work, context.language, input),
      async (_work, id) => ({ done: id !== null }),
    );
  }

  @Needs("SETTINGS_WRITE")
  @StepUp()
  @Mutation(() => GrantSettingPayload, {
    description: "Says what goes with returns, and when they are approved by themselves.",
  })
  saveGrantSetting(
    @Ctx() context: Context,
    @Arg("input", () => SaveGrantSettingInput, { description: "The setting." }) input: SaveGrantSettingInput,
  ): Promise<GrantSettingPayload> {
    return once(
      context,
      "saveGrantSetting",
      input,
      (work) => saveGrantSetting(work, context.language, input),
      async (work) => ({ setting: await readSetting(work) }),
    );
  }

  @Needs("GRANT_REVIEW")
  @StepUp()
  @Mutation(() => GrantExportPayload, {
    description:
      "Orders all delivered returns of a year as a file. It is made in the seat's name and kept for 24 hours.",
  })
  orderGrantExport(
    @Ctx() context: Context,
    @Arg("input", () => OrderGrantExportInput, { description: "What is wanted." }) input: OrderGrantExportInput,
  ): Promise<GrantExportPayload> {
    return once(
      context,
      "orderGrantExport",
      input,
      (work) => orderGrantExport(work, context.language, input),
      async (work, id) => ({ grantExport: id ? ((await readGrantExports(work, id))[0] ?? null) : null }),
    );
  }
}
