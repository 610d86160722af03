import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function memberImport({ federation, seed }: MatrixWorld, state: string): Promise<string> {
  const id = uuidv7();
  await seed.rows("import", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    state,
    fee_year: 2026,
    created_by: federation.board.seatId,
    columns: JSON.stringify([
      { name: "Fornavn", key: "fornavn", field: "FIRST_NAME", refused: false },
      { name: "Familie", key: "familie", field: null, refused: false },
    ]),
  });
  return id;
}
const target = (state: string) => async (world: MatrixWorld) => ({ id: await memberImport(world, state) });
const change =
  (state: string, more: object = {}) =>
  async (world: MatrixWorld) => ({ input: { key: uuidv7(), id: await memberImport(world, state), rev: 1, ...more } });

/** A chapter's file is its board's, and nobody's above. */
const OWN: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: {
    none: "UNAUTHENTICATED",
    leader: "OK",
    board: "OK",
    admin: "NOT_FOUND",
    siblingLeader: "NOT_FOUND",
    foreignLeader: "NOT_FOUND",
    foreignAdmin: "NOT_FOUND",
  },
};

export const importsMatrix: MatrixLine[] = [
  {
    field: "memberImports",
    document: `query { memberImports(first: 100) { nodes { id } } }`,
    arrange: target("READY"),
    ...OWN,
    reached: (data, { id }) =>
      (data["memberImports"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "memberImport",
    document: `query ($id: ID!) { memberImport(id: $id) { id state } }`,
    arrange: target("READY"),
    ...OWN,
  },
  {
    field: "importLines",
    document: `query ($id: ID!) { importLines(id: $id, kind: NEW) { nodes { line name } } }`,
    arrange: target("READY"),
    ...OWN,
  },
  {
    field: "importReport",
    document: `query ($id: ID!) { importReport(id: $id) }`,
    arrange: target("READY"),
    ...OWN,
  },
  {
    field: "saveImportMapping",
    document: `mutation ($input: SaveImportMappingInput!) { saveImportMapping(input: $input) { memberImport { id } problems { code } } }`,
    arrange: change("UNMAPPED", { columns: [{ index: 1, field: "LAST_NAME" }] }),
    ...OWN,
  },
  {
    field: "applyImport",
    document: `mutation ($input: ApplyImportInput!) { applyImport(input: $input) { memberImport { id } problems { code } } }`,
    arrange: change("READY"),
    ...OWN,
  },
  {
    field: "cancelImport",
    document: `mutation ($input: CancelImportInput!) { cancelImport(input: $input) { memberImport { id } problems { code } } }`,
    arrange: change("READY"),
    ...OWN,
  },
];
