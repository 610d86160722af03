import { v7 as uuidv7 } from "uuid";
import { DUTY, touchpointSeed } from "../../features/touchpoints/touchpoints.testing.js";
import type { MatrixLine } from "./line.js";

/** What a phone keeps is of the seat that asks; what it delivers is the board's own. */
export const offlineMatrix: MatrixLine[] = [
  {
    field: "offlineDay",
    document: `query { offlineDay { seatId items { touchpoint { id } } } }`,
    arrange: async ({ seed, federation }) => {
      const place = await touchpointSeed(seed, federation);
      return { id: (await place.touchpoint(await place.template(DUTY), { opens_on: place.today })).id };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
  {
    field: "deliverWork",
    document: `mutation ($input: DeliverWorkInput!) { deliverWork(input: $input) { taken problems { code } } }`,
    arrange: async ({ seed, federation }, { seat }) => {
      const place = await touchpointSeed(seed, federation);
      const { id } = await place.touchpoint(await place.template(DUTY), { opens_on: place.today });
      const at = new Date().toISOString();
      const steps = [{ step: "date", done: true, at }];
      return { input: { key: uuidv7(), id, seatId: seat?.seatId ?? uuidv7(), steps, reports: [], emptied: null } };
    },
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
    },
  },
];
