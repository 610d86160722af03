import { v7 as uuidv7 } from "uuid";
import { seedMember } from "../../features/members/members.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";

/** A member of the own chapter with a number nobody else has. */
async function member({ seed, federation }: MatrixWorld): Promise<{ id: string; number: string }> {
  const number = `MH-1${seed.unique()}`;
  const place = { organizationId: federation.organizationId, chapterId: federation.chapters.own };
  return { id: await seedMember(seed, place, { member_no: number }), number };
}

/** One that the administrator has looked up, the card open. */
async function opened(world: MatrixWorld): Promise<{ id: string }> {
  const { seed, federation } = world;
  const id = uuidv7();
  await seed.rows("look_up", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    member_id: (await member(world)).id,
    seat_id: federation.admin.seatId,
    account_id: federation.admin.accountId,
    reason: "SAFETY",
    words: "Ringte oss",
  });
  return { id };
}

/** One person is looked up by national's administrators alone; the chapter's leader is told. */
export const lookUpMatrix: MatrixLine[] = [
  {
    field: "lookUpMember",
    document: `mutation ($input: LookUpMemberInput!) { lookUpMember(input: $input) { lookUp { id } problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), search: (await member(world)).number, reason: "MEMBER_ASKED", words: "Ringte oss" },
    }),
    otherwise: "FORBIDDEN",
    // in another organization there is nobody of that number
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" },
    reached: (data) => (data["lookUpMember"] as { lookUp: unknown }).lookUp !== null,
  },
  {
    field: "lookedUp",
    document: `query ($id: ID!) { lookedUp(id: $id) { detail { email } } }`,
    arrange: opened,
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "lookUps",
    document: `{ lookUps(first: 100) { nodes { id words } } }`,
    arrange: opened,
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      admin: "OK",
      board: "NOT_FOUND",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: (data, { id }) => (data["lookUps"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "seeLookUps",
    document: `mutation ($input: SeeLookUpsInput!) { seeLookUps(input: $input) { done } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), ids: [(await opened(world)).id] } }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
];
