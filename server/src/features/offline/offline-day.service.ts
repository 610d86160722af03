import type { Work } from "../../kernel/db/unit-of-work.js";
import { derivedSecret } from "../../kernel/crypto/sealer.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { readWorkOfSeat } from "../touchpoints/index.js";
import type { OfflineDay } from "./offline.type.js";

const MOST_ITEMS = 60;

/** What the seat may take along. The key is derived, so that the same seat gets the same one back, on any device. */
export async function offlineDay(context: Context, work: Work): Promise<OfflineDay> {
  const { accountId, seatId } = seated(work);
  return {
    now: new Date(),
    seatId,
    key: derivedSecret(context.installation.secret, "offline", accountId, seatId),
    items: await readWorkOfSeat(context, work, MOST_ITEMS),
  };
}
