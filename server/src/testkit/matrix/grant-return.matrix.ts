import { v7 as uuidv7 } from "uuid";
import { ACTIVITY, deliveredRow, YEAR } from "../../features/grant-return/grant-returns.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";

/** The own chapter's delivered return, anew for each caller. */
async function delivered({ federation, seed }: MatrixWorld): Promise<string> {
  await seed.client.query("begin");
  await seed.client.query("set local session_replication_role = replica");
  for (const table of ["decision", "signature", "content", "words", "return"])
    await seed.client.query(`delete from app.grant_${table} where organization_id = $1`, [federation.organizationId]);
  await seed.client.query("commit");
  return deliveredRow(seed, federation, federation.leader);
}

const ofOwn: MatrixLine["except"] = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
};
/** what a board writes begins in its own chapter, whichever that is */
const ofBoards: MatrixLine["except"] = { ...ofOwn, siblingLeader: "OK", foreignLeader: "OK" };
const NATIONAL: MatrixLine["except"] = { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" };
const REACH: MatrixLine["except"] = {
  none: "UNAUTHENTICATED",
  expired: "FORBIDDEN",
  siblingLeader: "NOT_FOUND",
  farCoordinator: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
};
const decide = (field: string, comment: string): MatrixLine => ({
  field,
  document: `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { grantReturn { id } problems { code } } }`,
  arrange: async (world) => ({ input: { key: uuidv7(), id: await delivered(world), rev: 1, comment } }),
  otherwise: "FORBIDDEN",
  except: NATIONAL,
});

/** A board writes and signs its own; national goes through what is delivered; the rest see how far it has come. */
export const grantReturnMatrix: MatrixLine[] = [
  {
    field: "ownGrantReturn",
    document: `query ($year: Int!) { ownGrantReturn(year: $year) { id } }`,
    arrange: async (world) => ({ year: YEAR, id: await delivered(world) }),
    otherwise: "FORBIDDEN",
    except: { ...ofOwn, siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" },
    reached: (data, { id }) => (data["ownGrantReturn"] as { id: string | null }).id === id,
  },
  {
    field: "grantReturnDue",
    document: `{ grantReturnDue { year state } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      mentor: "FORBIDDEN",
      coordinator: "FORBIDDEN",
      farCoordinator: "FORBIDDEN",
      editor: "FORBIDDEN",
      admin: "FORBIDDEN",
      foreignAdmin: "FORBIDDEN",
    },
  },
  {
    field: "grantReturnFile",
    document: `query ($id: ID!) { grantReturnFile(id: $id) { fileName } }`,
    arrange: async (world) => ({ id: await delivered(world) }),
    otherwise: "FORBIDDEN",
    except: {
      ...ofOwn,
      admin: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
  },
  {
    field: "grantReturns",
    document: `query ($year: Int!) { grantReturns(year: $year, first: 100) { nodes { chapterId } } }`,
    arrange: async (world) => ({ year: YEAR, id: await delivered(world), chapterId: world.federation.chapters.own }),
    otherwise: "OK",
    except: REACH,
    reached: (data, { chapterId }) =>
      (data["grantReturns"] as { nodes: { chapterId: string }[] }).nodes.some((one) => one.chapterId === chapterId),
  },
  {
    field: "grantReturns",
    of: "what it says",
    document: `query ($year: Int!) { grantReturns(year: $year, first: 100) { nodes { id counting } } }`,
    arrange: async (world) => ({ year: YEAR, id: await delivered(world) }),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN", admin: "OK" },
    reached: (data) =>
      (data["grantReturns"] as { nodes: { counting: number | null }[] }).nodes.some(({ counting }) => counting === 7),
  },
  {
    field: "grantReturnTotals",
    document: `query ($year: Int!) { grantReturnTotals(year: $year) { delivered } }`,
    arrange: async (world) => ({ year: YEAR, id: await delivered(world) }),
    otherwise: "OK",
    except: REACH,
    reached: (data) => (data["grantReturnTotals"] as { delivered: number }).delivered === 1,
  },
  {
    field: "deliveredGrantReturn",
    document: `query ($id: ID!) { deliveredGrantReturn(id: $id) { id } }`,
    arrange: async (world) => ({ id: await delivered(world) }),
    otherwise: "FORBIDDEN",
    except: NATIONAL,
  },
  {
    field: "grantSetting",
    document: `{ grantSetting { rev } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
  {
    field: "grantExports",
    document: `{ grantExports { id } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
  },
  {
    field: "saveGrantReturn",
    document: `mutation ($input: SaveGrantReturnInput!) { saveGrantReturn(input: $input) { grantReturn { id } problems { code } } }`,
    arrange: async () => ({ input: { key: uuidv7(), year: YEAR - 1, rev: 0, activity: ACTIVITY, sent: [] } }),
    otherwise: "FORBIDDEN",
    except: ofBoards,
  },
  {
    field: "signGrantReturn",
    document: `mutation ($input: SignGrantReturnInput!) { signGrantReturn(input: $input) { grantReturn { id } problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await delivered(world), hash: "0" } }),
    otherwise: "FORBIDDEN",
    except: { ...ofOwn, siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" },
  },
  decide("sendBackGrantReturn", "Styret mangler et navn."),
  decide("approveGrantReturn", ""),
  {
    field: "remindGrantReturns",
    document: `mutation ($input: RemindGrantReturnsInput!) { remindGrantReturns(input: $input) { done problems { code } } }`,
    arrange: async () => ({
      input: { key: uuidv7(), id: uuidv7(), year: YEAR, state: "MISSING", body: "Husk årsrapporten." },
    }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
  },
  {
    field: "saveGrantSetting",
    document: `mutation ($input: SaveGrantSettingInput!) { saveGrantSetting(input: $input) { setting { rev } problems { code } } }`,
    arrange: async ({ seed }) => {
      await seed.client.query("delete from app.grant_setting");
      return { input: { key: uuidv7(), rev: 0, papers: ["PLAN"], advanceDays: 30 } };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
  },
  {
    field: "orderGrantExport",
    document: `mutation ($input: OrderGrantExportInput!) { orderGrantExport(input: $input) { grantExport { id } problems { code } } }`,
    arrange: async (world) => {
      await delivered(world);
      await world.seed.client.query("delete from app.export_order where kind = 'RETURNS'");
      return { input: { key: uuidv7(), year: YEAR, kind: "RETURNS" } };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
  },
];
