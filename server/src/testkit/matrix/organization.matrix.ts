import { osloDate } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

const READ = { none: "UNAUTHENTICATED", expired: "FORBIDDEN" } as const;
const OUTSIDE = {
  siblingLeader: "NOT_FOUND",
  farCoordinator: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
} as const;
// units are national's, and of the own organization
const UNITS: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" },
};
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

const mutation = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code } } }`;
const worked = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as { problems: unknown[] }).problems.length === 0;

/** Makes room on the own board, which other lines fill: a board and a day have their limits. */
export async function makeRoom({ seed, federation }: MatrixWorld): Promise<void> {
  const { leader, board, mentor } = federation;
  await seed.client.query(
    `update app.seat set valid_to = valid_from, created_at = created_at - interval '2 days' where chapter_id = $1 and id <> all ($2::uuid[])`,
    [federation.chapters.own, [leader.seatId, board.seatId, mentor.seatId]],
  );
}

async function seatOfOwn({ seed, federation }: MatrixWorld, over: object = {}): Promise<string> {
  const seat = await seed.seat(
    federation.organizationId,
    "CHAPTER_BOARD",
    { chapterId: federation.chapters.own },
    { ...over },
  );
  return seat.seatId;
}

async function invitedToOwn(world: MatrixWorld): Promise<string> {
  const { seed, federation } = world;
  const seatId = await seatOfOwn(world);
  await seed.client.query("update app.seat set account_id = null where id = $1", [seatId]);
  const id = uuidv7();
  await seed.rows("invitation", {
    organization_id: federation.organizationId,
    id,
    seat_id: seatId,
    chapter_id: federation.chapters.own,
    email_ct: seed.sealer.seal("ida@lag.example", `invitation/${id}/email`),
    expires_at: new Date(Date.now() + 86_400_000),
  });
  return seatId;
}

/** An invitation to a national seat by another administrator. */
async function awaitingSecond({ seed, federation: { organizationId } }: MatrixWorld): Promise<string> {
  const inviter = await seed.seat(organizationId, "NATIONAL_ADMIN");
  const seat = await seed.seat(organizationId, "NATIONAL_EDITOR", {}, { granted_by: inviter.seatId });
  await seed.client.query("update app.seat set account_id = null where id = $1", [seat.seatId]);
  const id = uuidv7();
  await seed.rows("invitation", {
    organization_id: organizationId,
    id,
    seat_id: seat.seatId,
    email_ct: seed.sealer.seal("ida@lag.example", `invitation/${id}/email`),
    expires_at: new Date(Date.now() + 86_400_000),
  });
  return seat.seatId;
}

/** Somebody on the own board who was elected again, and waits for another to confirm it. */
async function electedAgain(world: MatrixWorld): Promise<string> {
  const { seed, federation } = world;
  const { organizationId, chapters, leader } = federation;
  await makeRoom(world);
  const seatId = await seatOfOwn(world, { valid_to: new Date(Date.now() + 9e9) });
  const id = uuidv7();
  const of = { organization_id: organizationId, chapter_id: chapters.own };
  const done = { state: "DONE", done_at: new Date(), done_by: leader.seatId };
  await seed.rows("handover", { ...of, id, held_on: today(), begun_by: leader.seatId, ...done });
  const end_wanted = new Date(Date.now() + 3e10);
  await seed.rows("handover_seat", { ...of, handover_id: id, seat_id: seatId, part: "STAYS", end_wanted });
  return seatId;
}

const today = () => osloDate(new Date());
const seatAct = (field: string, target: (world: MatrixWorld) => Promise<string>): MatrixLine => ({
  field,
  document: mutation(field, "SeatActionInput"),
  arrange: async (world) => ({ input: { key: uuidv7(), id: await target(world), rev: 1 } }),
  ...BOARD,
  reached: worked(field),
});
const chapterFacts = (seed: MatrixWorld["seed"]) => ({
  name: `Lag ${seed.unique()}`,
  shortName: "MHU Moss",
  county: "31",
  municipalities: ["Moss"],
});

/** Units are read in reach and written by national administrators; seats are the own leader's and the administrator's. */
export const organizationMatrix: MatrixLine[] = [
  {
    field: "organization",
    document: `{ organization { id regions { id } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: READ,
  },
  {
    field: "chapters",
    document: `{ chapters { nodes { id } } }`,
    arrange: async ({ federation }) => ({ id: federation.chapters.own }),
    otherwise: "OK",
    except: { ...READ, ...OUTSIDE },
    reached: (data, { id }) => (data["chapters"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "chapter",
    document: `query ($id: ID!) { chapter(id: $id) { id } }`,
    arrange: async ({ federation }) => ({ id: federation.chapters.own }),
    otherwise: "OK",
    except: { ...READ, ...OUTSIDE },
  },
  {
    field: "boardSeats",
    document: `query ($chapterId: ID) { boardSeats(chapterId: $chapterId) { nodes { id } } }`,
    arrange: async ({ federation }) => ({ chapterId: federation.chapters.own }),
    otherwise: "OK",
    except: { ...READ, ...OUTSIDE },
    reached: (data) => (data["boardSeats"] as { nodes: unknown[] }).nodes.length > 0,
  },
  {
    field: "createRegion",
    document: mutation("createRegion", "CreateRegionInput"),
    arrange: async ({ seed }) => ({
      input: { key: uuidv7(), id: uuidv7(), name: `Region ${seed.unique()}`, openedOn: today() },
    }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
    reached: worked("createRegion"),
  },
  {
    field: "updateRegion",
    document: mutation("updateRegion", "UpdateRegionInput"),
    arrange: async ({ seed, federation }) => ({
      input: {
        key: uuidv7(),
        id: await seed.region(federation.organizationId),
        rev: 1,
        name: `Region ${seed.unique()}`,
      },
    }),
    ...UNITS,
    reached: worked("updateRegion"),
  },
  {
    field: "closeRegion",
    document: mutation("closeRegion", "CloseRegionInput"),
    arrange: async ({ seed, federation }) => ({
      input: { key: uuidv7(), id: await seed.region(federation.organizationId), rev: 1, closedOn: "2024-01-01" },
    }),
    ...UNITS,
    reached: worked("closeRegion"),
  },
  {
    field: "createChapter",
    document: mutation("createChapter", "CreateChapterInput"),
    arrange: async ({ seed, federation }) => ({
      input: {
        key: uuidv7(),
        id: uuidv7(),
        ...chapterFacts(seed),
        regionId: federation.regions.east,
        openedOn: "2024-01-01",
      },
    }),
    ...UNITS,
    reached: worked("createChapter"),
  },
  {
    field: "updateChapter",
    document: mutation("updateChapter", "UpdateChapterInput"),
    arrange: async ({ seed, federation }) => ({
      input: { key: uuidv7(), id: await seed.chapter(federation.organizationId), rev: 1, ...chapterFacts(seed) },
    }),
    ...UNITS,
    reached: worked("updateChapter"),
  },
  {
    field: "moveChapter",
    document: mutation("moveChapter", "MoveChapterInput"),
    arrange: async ({ seed, federation: { organizationId, regions } }) => ({
      input: {
        key: uuidv7(),
        id: await seed.chapter(organizationId, regions.east),
        rev: 1,
        regionId: regions.west,
        from: "2024-01-01",
      },
    }),
    ...UNITS,
    reached: worked("moveChapter"),
  },
  {
    field: "closeChapter",
    document: mutation("closeChapter", "CloseChapterInput"),
    arrange: async ({ seed, federation }) => ({
      input: { key: uuidv7(), id: await seed.chapter(federation.organizationId), rev: 1, closedOn: "2024-01-01" },
    }),
    ...UNITS,
    reached: worked("closeChapter"),
  },
  {
    field: "inviteBoards",
    document: `mutation ($input: InviteBoardsInput!) { inviteBoards(input: $input) { rows { problem } problems { code } } }`,
    arrange: async (world) => {
      const { seed, federation } = world;
      await makeRoom(world);
      const { rows } = await seed.client.query<{ name: string }>("select name from app.chapter where id = $1", [
        federation.chapters.own,
      ]);
      const text = `Ida ${seed.unique()};ida@lag.example;${rows[0]!.name};styremedlem`;
      return { input: { key: uuidv7(), text, dryRun: false } };
    },
    ...BOARD,
    reached: worked("inviteBoards"),
  },
  {
    field: "inviteSeat",
    document: mutation("inviteSeat", "InviteSeatInput"),
    arrange: async (world) => {
      await makeRoom(world);
      return {
        input: {
          key: uuidv7(),
          id: uuidv7(),
          role: "CHAPTER_BOARD",
          chapterId: world.federation.chapters.own,
          holderName: `Ida ${world.seed.unique()}`,
          email: "ida@lag.example",
        },
      };
    },
    ...BOARD,
    reached: worked("inviteSeat"),
  },
  {
    field: "boardsToLookAt",
    document: `{ boardsToLookAt(withinDays: 30) { totalCount boards { chapterId } } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      mentor: "OK",
      coordinator: "OK",
      editor: "OK",
      admin: "OK",
      farCoordinator: "OK",
      foreignAdmin: "OK",
    },
  },
  {
    ...seatAct("confirmReelection", electedAgain),
    except: { ...BOARD.except, board: "OK", expired: "FORBIDDEN" },
    // who may look at a board, and not confirm, is told so
    otherwise: "NOT_FOUND",
  },
  { ...seatAct("approveSeat", awaitingSecond), ...UNITS },
  seatAct("resendInvitation", invitedToOwn),
  seatAct("revokeInvitation", invitedToOwn),
  seatAct("endSeat", seatOfOwn),
];
