import { v7 as uuidv7 } from "uuid";
import { seedMember } from "../../features/members/members.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";

const member = ({ seed, federation }: MatrixWorld): Promise<string> =>
  seedMember(seed, { organizationId: federation.organizationId, chapterId: federation.chapters.own });

// whoever is not on the board is told that it is not theirs; another board that there is nothing
const BOARDS = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;

/** Members are read and written by their own board, and by nobody above it. */
export const membersMatrix: MatrixLine[] = [
  {
    field: "members",
    document: `query ($first: Int) { members(order: NEWEST, first: $first) { nodes { id } } }`,
    arrange: async (world) => ({ id: await member(world), first: 100 }),
    otherwise: "FORBIDDEN",
    except: BOARDS,
    reached: (data, { id }) => (data["members"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "member",
    document: `query ($id: ID!) { member(id: $id) { email } }`,
    arrange: async (world) => ({ id: await member(world) }),
    otherwise: "FORBIDDEN",
    except: BOARDS,
  },
  {
    field: "memberTouchpoints",
    document: `query ($id: ID!) { memberTouchpoints(memberId: $id) { nodes { id } } }`,
    arrange: async (world) => ({ id: await member(world) }),
    otherwise: "FORBIDDEN",
    except: BOARDS,
  },
  {
    field: "memberHeldBack",
    document: `query ($id: ID!) { memberHeldBack(memberId: $id) { id } }`,
    arrange: async (world) => ({ id: await member(world) }),
    otherwise: "FORBIDDEN",
    except: BOARDS,
  },
  {
    field: "addMember",
    document: `mutation ($input: AddMemberInput!) { addMember(input: $input) { problems { code } } }`,
    arrange: async () => ({
      input: {
        key: uuidv7(),
        id: uuidv7(),
        member: { firstName: "Ny", lastName: "Navnesen", birthYear: 2004, joinedOn: "2026-03-01" },
      },
    }),
    otherwise: "FORBIDDEN",
    // every board makes members of its own chapter
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
  {
    field: "updateMember",
    document: `mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: {
        key: uuidv7(),
        id: await member(world),
        rev: 1,
        member: { firstName: "Ida", birthYear: 2005, joinedOn: "2026-01-15" },
      },
    }),
    otherwise: "FORBIDDEN",
    except: BOARDS,
  },
  {
    field: "setContactPreference",
    document: `mutation ($input: SetContactPreferenceInput!) { setContactPreference(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await member(world), rev: 1, preference: "TEXT" } }),
    otherwise: "FORBIDDEN",
    except: BOARDS,
  },
  {
    field: "setFeePaid",
    document: `mutation ($input: SetFeePaidInput!) { setFeePaid(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await member(world), rev: 1, year: 2026, paidOn: "2026-02-01" },
    }),
    otherwise: "FORBIDDEN",
    except: BOARDS,
  },
];
