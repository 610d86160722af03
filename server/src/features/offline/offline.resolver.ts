import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import { readTouchpoint } from "../touchpoints/index.js";
import { deliverWork } from "./deliver-work.service.js";
import type { Taken } from "./fold-work.js";
import { offlineDay } from "./offline-day.service.js";
import { DeliverWorkInput } from "./offline.inputs.js";
import { DeliverWorkPayload, OfflineDay } from "./offline.type.js";

@Resolver()
export class OfflineResolver {
  @Needs("TOUCHPOINT_WRITE")
  @Query(() => OfflineDay, { description: "What the seat may keep on a phone, to work without a network." })
  async offlineDay(@Ctx() context: Context): Promise<OfflineDay> {
    return offlineDay(context, await context.work());
  }

  @Needs("TOUCHPOINT_WRITE")
  @Mutation(() => DeliverWorkPayload, { description: "Takes what was done of one touchpoint without a network." })
  async deliverWork(
    @Ctx() context: Context,
    @Arg("input", () => DeliverWorkInput, { description: "What was done." }) input: DeliverWorkInput,
  ): Promise<DeliverWorkPayload> {
    // of a retry: it stood already
    let taken: Taken = "ALREADY";
    const payload = await once(
      context,
      "deliverWork",
      input,
      async (work) => {
        const done = await deliverWork(context, work, input);
        taken = done.taken;
        return done;
      },
      async (work, id) => ({ detail: id ? await readTouchpoint(context, work, id) : null }),
    );
    return { ...payload, taken: payload.problems.length > 0 ? null : taken };
  }
}
