import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../../../kernel/access/policy.js";
import type { Work } from "../../../../kernel/db/unit-of-work.js";
import type { Context } from "../../../../kernel/graphql/context.js";
import { once } from "../../../../kernel/mutation.js";
import { OrderExportInput, RemoveExportInput } from "./order.inputs.js";
import { orderExport, readOrders, removeExport } from "./order.service.js";
import { ExportOrder, ExportOrderPayload } from "./order.type.js";

const shown = async (work: Work, id: string | null) => ({
  exportOrder: id ? ((await readOrders(work, id))[0] ?? null) : null,
});

@Resolver()
export class ExportOrderResolver {
  @Needs("STATISTICS_READ")
  @Query(() => [ExportOrder], {
    description:
      "The files of standings this seat has ordered, newest first, 20 at most. For those above the chapters.",
  })
  async exportOrders(@Ctx() context: Context): Promise<ExportOrder[]> {
    return readOrders(await context.work());
  }

  @Needs("STATISTICS_READ")
  @StepUp()
  @Mutation(() => ExportOrderPayload, {
    description: "Orders a file that is too large to wait for. It is made in the seat's name and kept for 24 hours.",
  })
  orderExport(
    @Ctx() context: Context,
    @Arg("input", () => OrderExportInput, { description: "What is wanted." }) input: OrderExportInput,
  ): Promise<ExportOrderPayload> {
    return once(context, "orderExport", input, (work) => orderExport(work, input, context.language), shown);
  }

  @Needs("STATISTICS_READ")
  @Mutation(() => ExportOrderPayload, { description: "Gives up an order of this seat's, or erases its file now." })
  removeExport(
    @Ctx() context: Context,
    @Arg("input", () => RemoveExportInput, { description: "Which." }) input: RemoveExportInput,
  ): Promise<ExportOrderPayload> {
    return once(context, "removeExport", input, (work) => removeExport(work, input.id), shown);
  }
}
