import { v7 as uuidv7 } from "uuid";
import { knownMember, lifeDocument } from "../../features/life-events/life.testing.js";
import type { LifeMutation } from "../../features/life-events/life.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function today({ seed }: MatrixWorld): Promise<string> {
  const { rows } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
  return rows[0]!.today;
}
const member = async (world: MatrixWorld, over: object = {}): Promise<string> =>
  knownMember(world.seed, world.federation, await today(world), { ...over });

/** a move that waits: out of the own chapter, or into it from the sibling */
async function move(world: MatrixWorld, way: "in" | "out"): Promise<string> {
  const { federation, seed } = world;
  const { own, sibling } = federation.chapters;
  const [chapter_id, to_chapter_id] = way === "in" ? [sibling, own] : [own, sibling];
  const id = uuidv7();
  await seed.rows("member_move", {
    organization_id: federation.organizationId,
    chapter_id,
    id,
    member_id: await member(world, { chapter_id }),
    to_chapter_id,
    proposed_by: way === "in" ? federation.siblingLeader.seatId : federation.leader.seatId,
  });
  return id;
}

// what a board may do with its own members, another board and those above may not
const OWN = {
  otherwise: "FORBIDDEN",
  except: {
    none: "UNAUTHENTICATED",
    leader: "OK",
    board: "OK",
    siblingLeader: "NOT_FOUND",
    foreignLeader: "NOT_FOUND",
  },
} satisfies Pick<MatrixLine, "otherwise" | "except">;

const mutation = (
  field: LifeMutation,
  input: (world: MatrixWorld) => Promise<Record<string, unknown>>,
): MatrixLine => ({
  field,
  document: lifeDocument(field),
  arrange: async (world) => ({ input: { key: uuidv7(), rev: 1, ...(await input(world)) } }),
  ...OWN,
});

/** The life events of the own chapter's members. */
export const lifeEventsMatrix: MatrixLine[] = [
  {
    field: "memberLife",
    document: `query ($memberId: ID!) { memberLife(memberId: $memberId) { rev } }`,
    arrange: async (world) => ({ memberId: await member(world) }),
    ...OWN,
  },
  {
    field: "memberMoves",
    document: `{ memberMoves { incoming { id } } }`,
    arrange: async (world) => ({ id: await move(world, "in") }),
    reached: (data, { id }) =>
      (data["memberMoves"] as { incoming: { id: string }[] }).incoming.some((incoming) => incoming.id === id),
    ...OWN,
  },
  {
    field: "moveTargets",
    document: `{ moveTargets { id } }`,
    arrange: async ({ federation }) => ({ id: federation.chapters.far }),
    reached: (data, { id }) => (data["moveTargets"] as { id: string }[]).some((target) => target.id === id),
    otherwise: "FORBIDDEN",
    // every board of the organization may ask the far chapter
    except: { ...OWN.except, siblingLeader: "OK" },
  },
  {
    field: "ageingMembers",
    document: `{ ageingMembers { members { id } } }`,
    arrange: async (world) => {
      const organization = [world.federation.organizationId];
      await world.seed.client.query(`update app.organization set max_age = 20 where id = $1`, organization);
      return { id: await member(world, { birth_date: null, birth_year: 1901 }) };
    },
    reached: (data, { id }) =>
      (data["ageingMembers"] as { members: { id: string }[] }).members.some((found) => found.id === id),
    ...OWN,
  },
  {
    field: "likeMembers",
    document: `{ likeMembers { pairs { one { id } other { id } } } }`,
    arrange: async (world) => {
      const email_bidx = world.seed.sealer.blindIndex("x", uuidv7());
      return { id: await member(world, { email_bidx }), other: await member(world, { email_bidx }) };
    },
    reached: (data, { id }) =>
      (data["likeMembers"] as { pairs: { one: { id: string }; other: { id: string } }[] }).pairs.some(
        ({ one, other }) => one.id === id || other.id === id,
      ),
    ...OWN,
  },
  mutation("endMembership", async (world) => ({
    id: await member(world),
    reason: "LEFT",
    leftOn: await today(world),
  })),
  mutation("reinstateMember", async (world) => ({ id: await member(world, { left_on: await today(world) }) })),
  mutation("proposeMove", async (world) => ({
    id: await member(world),
    toChapterId: world.federation.chapters.far,
  })),
  mutation("withdrawMove", async (world) => ({ id: await move(world, "out") })),
  mutation("acceptMove", async (world) => ({ id: await move(world, "in") })),
  mutation("declineMove", async (world) => ({ id: await move(world, "in") })),
  {
    field: "mergeMembers",
    document: lifeDocument("mergeMembers"),
    arrange: async (world) => {
      const [keepId, otherId] = [await member(world), await member(world)];
      return { input: { key: uuidv7(), id: uuidv7(), keepId, keepRev: 1, otherId, otherRev: 1 } };
    },
    ...OWN,
  },
  {
    field: "undoMerge",
    document: lifeDocument("undoMerge"),
    arrange: async (world) => {
      const { federation, seed } = world;
      const id = uuidv7();
      await seed.rows("member_merge", {
        organization_id: federation.organizationId,
        chapter_id: federation.chapters.own,
        id,
        kept_member_id: await member(world),
        merged_member_id: await member(world),
        held: {},
        merged_by: federation.leader.seatId,
      });
      return { input: { key: uuidv7(), id, rev: 1 } };
    },
    ...OWN,
  },
  {
    field: "keepApart",
    document: `mutation ($input: KeepApartInput!) { keepApart(input: $input) { done } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), oneId: await member(world), otherId: await member(world) },
    }),
    ...OWN,
  },
];
