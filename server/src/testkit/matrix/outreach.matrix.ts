import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

const AHEAD = "2099-05-12";

async function meeting({ seed, federation }: MatrixWorld): Promise<{ id: string; page: string }> {
  const [id, key] = [uuidv7(), crypto.randomUUID()];
  await seed.rows("meeting", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    kind: "GATHERING",
    held_on: AHEAD,
    rsvp_key: key,
  });
  return { id, page: Buffer.from(key.replaceAll("-", ""), "hex").toString("base64url") };
}

async function member({ seed, federation }: MatrixWorld): Promise<void> {
  const id = uuidv7();
  await seed.rows("member", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    first_name: "INVITERT",
    email_ct: seed.sealer.seal(`${id}@test.example`, `member/${id}/email`),
    joined_on: "2026-01-01",
    joined_chapter_on: "2026-01-01",
  });
}

async function answer({ seed, federation }: MatrixWorld, meetingId: string): Promise<string> {
  const id = uuidv7();
  await seed.rows("rsvp", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    meeting_id: meetingId,
    token_hash: Buffer.from(id.replaceAll("-", "").padEnd(64, "0"), "hex"),
    answer: "YES",
    persons: 1,
  });
  return id;
}

const BOARD = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;

/** A board writes to its own members, and those who have a link answer with no account. */
export const outreachMatrix: MatrixLine[] = [
  {
    field: "outreachDraft",
    document: `query ($meetingId: ID) { outreachDraft(meetingId: $meetingId) { subject byMail { reached leftOut { names } } } }`,
    arrange: async (world) => ({ meetingId: (await meeting(world)).id }),
    otherwise: "FORBIDDEN",
    except: BOARD,
  },
  {
    field: "meetingInvitations",
    document: `query ($meetingId: ID!) { meetingInvitations(meetingId: $meetingId) { invitable named { name } } }`,
    arrange: async (world) => ({ meetingId: (await meeting(world)).id }),
    otherwise: "FORBIDDEN",
    except: BOARD,
  },
  {
    field: "outreachNumbers",
    document: `query { outreachNumbers { numbers } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    // another chapter's board gets the numbers of its own members
    except: { ...BOARD, siblingLeader: "OK", foreignLeader: "OK" },
  },
  {
    field: "sendOutreach",
    document: `mutation ($input: SendOutreachInput!) { sendOutreach(input: $input) { problems { code } } }`,
    arrange: async (world) => {
      await member(world);
      const { id } = await meeting(world);
      return { input: { key: uuidv7(), id: uuidv7(), meetingId: id, subject: "Treff", body: "Kommer du?" } };
    },
    otherwise: "FORBIDDEN",
    except: BOARD,
  },
  {
    field: "removeRsvp",
    document: `mutation ($input: RemoveRsvpInput!) { removeRsvp(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await answer(world, (await meeting(world)).id) } }),
    otherwise: "FORBIDDEN",
    except: BOARD,
  },
  {
    field: "rsvpPage",
    document: `query ($page: String!) { rsvpPage(page: $page) { chapterName } }`,
    arrange: async (world) => ({ page: (await meeting(world)).page }),
    otherwise: "OK",
    except: {},
  },
  {
    field: "answerRsvp",
    document: `mutation ($input: AnswerRsvpInput!) { answerRsvp(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: {
        key: uuidv7(),
        page: (await meeting(world)).page,
        secret: crypto.randomUUID(),
        answer: "YES",
        persons: 1,
      },
    }),
    otherwise: "OK",
    except: {},
  },
  {
    field: "leaveMeAlone",
    document: `mutation ($input: LeaveMeAloneInput!) { leaveMeAlone(input: $input) { problems { code } } }`,
    arrange: async () => ({ input: { key: uuidv7(), token: "x".repeat(64) } }),
    otherwise: "OK",
    except: {},
  },
];
