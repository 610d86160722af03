import { emptyFeelings, osloDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

const CARD = "0193aaaa-0000-7000-8000-000000000001";

/** The one draft or kept map of the organization, anew for each caller; the other organization's stays as it is. */
async function map(
  world: MatrixWorld,
  over: { shared?: boolean; kept?: boolean } = {},
): Promise<{ id: string; year: number }> {
  const { federation, seed } = world;
  const year = Number(osloDate(new Date()).slice(0, 4));
  const id = uuidv7();
  await seed.client.query("delete from app.journey_map where organization_id = $1", [federation.organizationId]);
  await seed.rows("journey_map", {
    organization_id: federation.organizationId,
    id,
    year,
    state: over.kept ? "KEPT" : "DRAFT",
    shared: over.shared ?? over.kept ?? false,
    cards: JSON.stringify([
      {
        id: CARD,
        stage: "WELCOME",
        kind: "IDEA",
        title: "Kart",
        text: "",
        owner: "",
        templateId: null,
        evidence: [],
        origin: null,
        rev: 1,
      },
    ]),
    feelings: JSON.stringify(emptyFeelings()),
    started_by: federation.editor.seatId,
    kept_by: over.kept ? federation.editor.seatId : null,
    kept_at: over.kept ? new Date() : null,
  });
  return { id, year };
}

const reached: MatrixLine["reached"] = (data) => data["journeyMap"] !== null;
const DRAWS = { admin: "OK", editor: "OK", none: "UNAUTHENTICATED", foreignAdmin: "NOT_FOUND" } as const;
const payload = "{ map { id } problems { code } }";
const FOREIGN = {
  none: "UNAUTHENTICATED",
  expired: "FORBIDDEN",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
} as const;
const change = (field: string, input: (id: string) => object): MatrixLine => ({
  field,
  document: `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) ${payload} }`,
  arrange: async (world) => ({ input: { key: uuidv7(), ...input((await map(world)).id) } }),
  otherwise: "FORBIDDEN",
  except: DRAWS,
});

/** National draws; a draft is its own until it is shared, and what is kept is read by all seats. */
export const journeyMapMatrix: MatrixLine[] = [
  {
    field: "journeyMap",
    of: "a draft",
    document: `query { journeyMap { id } }`,
    arrange: async (world) => map(world),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN", admin: "OK", editor: "OK" },
    reached,
  },
  {
    field: "journeyMap",
    of: "shared",
    document: `query { journeyMap { id } }`,
    arrange: async (world) => map(world, { shared: true }),
    otherwise: "OK",
    except: FOREIGN,
    reached,
  },
  {
    field: "journeyMaps",
    of: "kept",
    document: `query { journeyMaps { year } }`,
    arrange: async (world) => map(world, { kept: true }),
    otherwise: "OK",
    except: FOREIGN,
    reached: (data) => (data["journeyMaps"] as unknown[]).length > 0,
  },
  {
    field: "journeyMapNumbers",
    document: `query { journeyMapNumbers { outcomes { templateId } } }`,
    arrange: async (world) => map(world, { kept: true }),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
  {
    field: "journeyMapFile",
    document: `query { journeyMapFile { fileName } }`,
    arrange: async (world) => map(world, { kept: true }),
    otherwise: "OK",
    except: FOREIGN,
  },
  {
    field: "startJourneyMap",
    document: `mutation ($input: StartJourneyMapInput!) { startJourneyMap(input: $input) ${payload} }`,
    arrange: async ({ seed, federation }) => {
      await seed.client.query("delete from app.journey_map where organization_id = $1", [federation.organizationId]);
      return { input: { key: uuidv7(), id: uuidv7(), year: Number(osloDate(new Date()).slice(0, 4)), from: "EMPTY" } };
    },
    otherwise: "FORBIDDEN",
    // another organization's administrator begins their own
    except: { admin: "OK", editor: "OK", none: "UNAUTHENTICATED", foreignAdmin: "OK" },
  },
  change("saveCard", (mapId) => ({
    mapId,
    id: CARD,
    rev: 1,
    stage: "WELCOME",
    kind: "PAIN",
    title: "Kart",
    text: "",
    owner: "",
    evidence: [],
  })),
  change("moveCard", (mapId) => ({ mapId, id: CARD, stage: "RENEW" })),
  change("deleteCard", (mapId) => ({ mapId, id: CARD, rev: 1 })),
  change("setFeeling", (mapId) => ({ mapId, stage: "WELCOME", rev: 0, mark: 1, words: "" })),
  change("shareJourneyMap", (id) => ({ id, rev: 1, shared: true })),
  change("keepJourneyMap", (id) => ({ id, rev: 1 })),
];
