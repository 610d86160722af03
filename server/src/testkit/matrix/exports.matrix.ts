import { v7 as uuidv7 } from "uuid";
import { template } from "../../features/standings/standings.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";

/** An order of the coordinator's of the region east. */
async function coordinators({ seed, federation }: MatrixWorld): Promise<Record<string, unknown>> {
  const { coordinator, organizationId, chapters } = federation;
  const id = uuidv7();
  const { rows } = await seed.client.query<{ account_id: string }>("select account_id from app.seat where id = $1", [
    coordinator.seatId,
  ]);
  await seed.rows("export_order", {
    organization_id: organizationId,
    id,
    seat_id: coordinator.seatId,
    account_id: rows[0]!.account_id,
    kind: "REPORT",
    content: "CORE",
    each_region: false,
    language: "nb",
    scope_name: "OMRÅDET",
    plan: JSON.stringify([{ templateId: uuidv7(), regionId: null }]),
    reach: [chapters.own],
  });
  return { id, input: { key: crypto.randomUUID(), id } };
}

const NOT_BOARDS = {
  none: "UNAUTHENTICATED",
  editor: "OK",
  admin: "OK",
  coordinator: "OK",
  farCoordinator: "OK",
} as const;

/** Files of standings that are ordered: by those above the chapters, each seat its own. */
export const exportsMatrix: MatrixLine[] = [
  {
    field: "exportOrders",
    document: "{ exportOrders { id scopeName } }",
    arrange: coordinators,
    otherwise: "NOT_FOUND",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      leader: "FORBIDDEN",
      board: "FORBIDDEN",
      mentor: "FORBIDDEN",
      siblingLeader: "FORBIDDEN",
      foreignLeader: "FORBIDDEN",
      coordinator: "OK",
    },
    reached: (data, { id }) => (data["exportOrders"] as { id: string }[]).some((one) => one.id === id),
  },
  {
    field: "orderExport",
    document: `mutation ($input: OrderExportInput!) { orderExport(input: $input) { exportOrder { id } problems { code } } }`,
    arrange: async ({ seed, federation }) => {
      await template(seed, federation);
      // each caller is somebody who has ordered nothing yet
      await seed.client.query("delete from app.export_order");
      return { input: { key: crypto.randomUUID(), kind: "REPORT", content: "ALL" } };
    },
    otherwise: "FORBIDDEN",
    except: { ...NOT_BOARDS, foreignAdmin: "NOT_FOUND" },
    reached: (data) => (data["orderExport"] as { exportOrder: unknown }).exportOrder !== null,
  },
  {
    field: "removeExport",
    document: `mutation ($input: RemoveExportInput!) { removeExport(input: $input) { problems { code } } }`,
    arrange: coordinators,
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      coordinator: "OK",
      farCoordinator: "NOT_FOUND",
      editor: "NOT_FOUND",
      admin: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
  },
];
