import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function meeting({ seed, federation }: MatrixWorld): Promise<string> {
  const id = uuidv7();
  await seed.rows("meeting", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    kind: "GATHERING",
    held_on: "2026-05-12",
  });
  return id;
}

const READ = { none: "UNAUTHENTICATED", expired: "FORBIDDEN" } as const;
const OUTSIDE = {
  siblingLeader: "NOT_FOUND",
  farCoordinator: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
} as const;
const WRITE = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;

/** Meetings are read from above and written by the board. */
export const meetingsMatrix: MatrixLine[] = [
  {
    field: "meetings",
    document: `query ($first: Int) { meetings(first: $first) { nodes { id } } }`,
    arrange: async (world) => ({ id: await meeting(world), first: 100 }),
    otherwise: "OK",
    except: { ...READ, ...OUTSIDE },
    reached: (data, { id }) => (data["meetings"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "meeting",
    document: `query ($id: ID!) { meeting(id: $id) { id } }`,
    arrange: async (world) => ({ id: await meeting(world) }),
    otherwise: "OK",
    except: { ...READ, ...OUTSIDE },
  },
  {
    field: "saveMeeting",
    document: `mutation ($input: SaveMeetingInput!) { saveMeeting(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await meeting(world), rev: 1, kind: "GATHERING", heldOn: "2026-05-13" },
    }),
    otherwise: "FORBIDDEN",
    except: WRITE,
  },
  {
    field: "cancelMeeting",
    document: `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await meeting(world), rev: 1 } }),
    otherwise: "FORBIDDEN",
    except: WRITE,
  },
];
