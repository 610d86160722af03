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

const OWN = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;
const ANY_CHAPTER = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "OK",
  foreignLeader: "OK",
} as const;

/** Who came is the own chapter's alone; what came of those who joined is read above as published. */
export const participationMatrix: MatrixLine[] = [
  {
    field: "attendance",
    document: `query ($id: ID!) { attendance(meetingId: $id) { total } }`,
    arrange: async (world) => ({ id: await meeting(world) }),
    otherwise: "FORBIDDEN",
    except: OWN,
  },
  {
    field: "setAttendance",
    document: `mutation ($input: SetAttendanceInput!) { setAttendance(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await meeting(world), rev: 1, memberIds: [], others: 3 },
    }),
    otherwise: "FORBIDDEN",
    except: OWN,
  },
  {
    // the tenant is the session's: each leader chooses for the own chapter
    field: "setAttendanceByName",
    document: `mutation ($input: SetAttendanceByNameInput!) { setAttendanceByName(input: $input) { problems { code } } }`,
    arrange: async () => ({ input: { key: uuidv7(), rev: 1, byName: true } }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", leader: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
  {
    field: "ownJourney",
    document: `{ ownJourney { stages { count } } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: ANY_CHAPTER,
  },
  {
    field: "ownMembership",
    document: `{ ownMembership { active } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: ANY_CHAPTER,
  },
  {
    field: "publishedMembership",
    document: `{ publishedMembership { referenceDate } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
  {
    field: "journey",
    document: `{ journey { referenceDate chapters { chapterId } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
  },
];
