import { v7 as uuidv7 } from "uuid";
import { DUTY, touchpointSeed, WELCOME } from "../../features/touchpoints/touchpoints.testing.js";
import type { MatrixLine, MatrixWorld } from "./line.js";
import type { SeededSeat } from "../seed.js";

async function fresh({ seed, federation }: MatrixWorld, aboutMember: boolean): Promise<string> {
  const place = await touchpointSeed(seed, federation);
  const template = await place.template(aboutMember ? WELCOME : DUTY);
  const member_id = aboutMember ? await place.member(federation.chapters.own) : null;
  return (await place.touchpoint(template, { member_id })).id;
}

/** The board's own, and nobody's above it: also of a duty, which those above may read. */
const BOARD = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;

const line = (
  field: string,
  document: string,
  variables: (world: MatrixWorld, seat: SeededSeat | null) => Promise<Record<string, unknown>>,
): MatrixLine => ({
  field,
  document,
  arrange: (world, caller) => variables(world, caller.seat),
  otherwise: "FORBIDDEN",
  except: BOARD,
});

export const togetherMatrix: MatrixLine[] = [
  ...[true, false].map((aboutMember) => ({
    ...line("together", `query ($id: ID!) { together(touchpointId: $id) { comments { text } } }`, async (world) => ({
      id: await fresh(world, aboutMember),
    })),
    of: aboutMember ? "about one member" : "about no one person",
  })),
  line(
    "assignTouchpoint",
    `mutation ($input: AssignTouchpointInput!) { assignTouchpoint(input: $input) { problems { code } } }`,
    async (world) => ({
      input: { key: uuidv7(), id: await fresh(world, false), rev: 1, seatId: world.federation.board.seatId },
    }),
  ),
  line(
    "commentOnTouchpoint",
    `mutation ($input: CommentOnTouchpointInput!) { commentOnTouchpoint(input: $input) { problems { code } } }`,
    async (world) => ({
      input: { key: uuidv7(), id: uuidv7(), touchpointId: await fresh(world, false), text: "Jeg ringer i kveld" },
    }),
  ),
  {
    ...line(
      "removeComment",
      `mutation ($input: RemoveCommentInput!) { removeComment(input: $input) { problems { code } } }`,
      async (world) => {
        const id = uuidv7();
        await world.seed.rows("touchpoint_comment", {
          organization_id: world.federation.organizationId,
          chapter_id: world.federation.chapters.own,
          id,
          touchpoint_id: await fresh(world, false),
          written_by: world.federation.board.seatId,
          text: "Jeg ringer i kveld",
        });
        return { input: { key: uuidv7(), id } };
      },
    ),
    // another's words are nobody else's to remove
    except: { ...BOARD, leader: "NOT_FOUND" },
  },
  line(
    "lookAtTouchpoint",
    `mutation ($input: LookAtTouchpointInput!) { lookAtTouchpoint(input: $input) { until } }`,
    async (world) => ({ input: { key: uuidv7(), id: await fresh(world, false) } }),
  ),
];
