import { osloDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";
import { makeRoom } from "./organization.matrix.js";

// the own board is its leader's and the administrator's
const BOARD: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: {
    none: "UNAUTHENTICATED",
    leader: "OK",
    admin: "OK",
    siblingLeader: "NOT_FOUND",
    foreignLeader: "NOT_FOUND",
    foreignAdmin: "NOT_FOUND",
  },
};
const ACT = (field: string) =>
  `mutation ($input: HandoverActionInput!) { ${field}(input: $input) { problems { code } } }`;
const worked = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as { problems: unknown[] }).problems.length === 0;
const today = () => osloDate(new Date());

/** A handover of a chapter's own in some state: the own chapter has one draft at most. */
async function placed(world: MatrixWorld, state: "DRAFT" | "DONE"): Promise<string> {
  await makeRoom(world);
  const { seed, federation } = world;
  const id = uuidv7();
  const { organizationId, chapters, leader } = federation;
  if (state === "DRAFT") await seed.client.query("delete from app.handover where state = 'DRAFT'");
  const draft = { list: `Ida ${seed.unique()};leder;ida@lag.example`, ends: [], gives: [] };
  await seed.rows("handover", {
    organization_id: organizationId,
    chapter_id: chapters.own,
    id,
    state,
    held_on: today(),
    begun_by: leader.seatId,
    ...(state === "DRAFT"
      ? { draft_ct: seed.sealer.seal(JSON.stringify(draft), `handover/${id}/draft`) }
      : { done_at: new Date(), done_by: leader.seatId }),
  });
  return id;
}

const act = (field: string, state: "DRAFT" | "DONE"): MatrixLine => ({
  field,
  document: ACT(field),
  arrange: async (world) => ({ input: { key: uuidv7(), id: await placed(world, state), rev: 1 } }),
  ...BOARD,
  reached: worked(field),
});

/** A handover is its leader's and national's, as the seats are that it changes. */
export const handoverMatrix: MatrixLine[] = [
  {
    field: "handover",
    document: `query ($chapterId: ID!) { handover(chapterId: $chapterId) { chapterName } }`,
    arrange: async ({ federation }) => ({ chapterId: federation.chapters.own }),
    ...BOARD,
  },
  {
    field: "handoverFile",
    document: `query ($id: ID!) { handoverFile(id: $id) { fileName } }`,
    arrange: async (world) => ({ id: await placed(world, "DONE") }),
    ...BOARD,
  },
  {
    field: "firstTasks",
    document: `{ firstTasks { id } }`,
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
    field: "saveHandover",
    document: `mutation ($input: SaveHandoverInput!) { saveHandover(input: $input) { problems { code } } }`,
    arrange: async ({ seed, federation }) => {
      await seed.client.query("delete from app.handover where state = 'DRAFT'");
      return {
        input: {
          key: uuidv7(),
          id: uuidv7(),
          chapterId: federation.chapters.own,
          heldOn: today(),
          list: "",
          ends: [],
          gives: [],
        },
      };
    },
    ...BOARD,
    reached: worked("saveHandover"),
  },
  act("discardHandover", "DRAFT"),
  act("completeHandover", "DRAFT"),
  act("undoHandover", "DONE"),
];
