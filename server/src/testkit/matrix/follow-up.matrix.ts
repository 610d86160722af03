import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

const chapter = async ({ federation }: MatrixWorld) => ({ chapterId: federation.chapters.own });

/** A contact with the own chapter, written by a seat of `who`'s. */
async function contact({ seed, federation }: MatrixWorld, who: "mentor" | "coordinator"): Promise<string> {
  const id = uuidv7();
  const { rows } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
  await seed.rows("chapter_contact", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    on_day: rows[0]!.today,
    how: "CALL",
    note: "INNHOLD",
    written_by: federation[who].seatId,
    writer_name: "AVSENDER",
    writer_role: "MENTOR",
  });
  return id;
}

const today = async ({ seed }: MatrixWorld): Promise<string> =>
  (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;

const FOLLOWERS = {
  none: "UNAUTHENTICATED",
  admin: "OK",
  editor: "OK",
  mentor: "OK",
  coordinator: "OK",
  farCoordinator: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
} as const;
const ABOVE = {
  none: "UNAUTHENTICATED",
  admin: "OK",
  editor: "OK",
  coordinator: "OK",
  farCoordinator: "OK",
  foreignAdmin: "OK",
} as const;
const mutation = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code } } }`;
const accepted = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as { problems: unknown[] }).problems.length === 0;

/** What those who follow a chapter keep of their contact with it; the board never sees it. */
export const followUpMatrix: MatrixLine[] = [
  {
    field: "followUp",
    document: `query ($chapterId: ID!) { followUp(chapterId: $chapterId) { entries { id note byName } } }`,
    arrange: async (world) => ({ id: await contact(world, "mentor"), ...(await chapter(world)) }),
    otherwise: "FORBIDDEN",
    except: FOLLOWERS,
    reached: (data, { id }) => (data["followUp"] as { entries: { id: string }[] }).entries.some((one) => one.id === id),
  },
  {
    field: "borrowedQueue",
    document: `query ($chapterId: ID!) { borrowedQueue(chapterId: $chapterId) { because duties { count } } }`,
    arrange: chapter,
    otherwise: "FORBIDDEN",
    except: FOLLOWERS,
  },
  {
    field: "borrowedQueues",
    document: `{ borrowedQueues { chapterId because duties { count } } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: ABOVE,
  },
  {
    field: "writeContact",
    document: mutation("writeContact", "WriteContactInput"),
    arrange: async (world) => ({
      input: {
        key: uuidv7(),
        id: uuidv7(),
        ...(await chapter(world)),
        on: await today(world),
        how: "CALL",
        note: "Hei",
      },
    }),
    otherwise: "FORBIDDEN",
    except: FOLLOWERS,
    reached: accepted("writeContact"),
  },
  {
    field: "changeContact",
    of: "the mentor's",
    document: mutation("changeContact", "ChangeContactInput"),
    arrange: async (world) => ({
      input: {
        key: uuidv7(),
        id: await contact(world, "mentor"),
        rev: 1,
        ...(await chapter(world)),
        on: await today(world),
        how: "MEETING",
      },
    }),
    otherwise: "FORBIDDEN",
    except: FOLLOWERS,
  },
  {
    field: "removeContact",
    of: "the coordinator's",
    document: mutation("removeContact", "RemoveContactInput"),
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await contact(world, "coordinator"), rev: 1, ...(await chapter(world)) },
    }),
    otherwise: "FORBIDDEN",
    except: FOLLOWERS,
  },
  {
    field: "overviewChanges",
    document: `{ overviewChanges { since chapters { chapter { id } done } contactsDue { on } } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: ABOVE,
  },
  {
    field: "lookAtOverview",
    document: mutation("lookAtOverview", "LookAtOverviewInput"),
    arrange: async () => ({ input: { key: uuidv7() } }),
    otherwise: "FORBIDDEN",
    except: ABOVE,
  },
];
