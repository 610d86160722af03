import { v7 as uuidv7 } from "uuid";
import {
  BY_HAND,
  DUTY,
  FOR_EACH,
  PERIODIC,
  touchpointSeed,
  WELCOME,
} from "../../features/touchpoints/touchpoints.testing.js";
import type { MatrixLine, MatrixWorld, Verdict } from "./line.js";
import type { TemplateDefinition } from "@varde/domain";

async function fresh({ seed, federation }: MatrixWorld, definition: TemplateDefinition, over: object = {}) {
  const place = await touchpointSeed(seed, federation);
  const template = await place.template(definition);
  const member_id = definition === WELCOME ? await place.member(federation.chapters.own) : null;
  return { ...(await place.touchpoint(template, { member_id, ...over })), today: place.today };
}

const NOBODY = { none: "UNAUTHENTICATED", expired: "FORBIDDEN" } as const;
const OUTSIDE = {
  siblingLeader: "NOT_FOUND",
  farCoordinator: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
} as const;
const ABOVE: Record<string, Verdict> = {
  mentor: "NOT_FOUND",
  coordinator: "NOT_FOUND",
  editor: "NOT_FOUND",
  admin: "NOT_FOUND",
};
const WRITE = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;

const NATIONAL = { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "NOT_FOUND" } as const;
/** A duty that is due in the own chapter, where nobody has been for long. */
async function away(world: MatrixWorld) {
  await world.seed.client.query("update app.seat set last_seen_on = null where chapter_id = $1", [
    world.federation.chapters.own,
  ]);
  const { today } = await touchpointSeed(world.seed, world.federation);
  return fresh(world, BY_HAND, { opens_on: today, due_on: today, miss_on: today, first_due_on: today });
}

/** A mutation of one touchpoint: the board's own, nobody else's. */
const change = (
  field: string,
  input: string,
  definition: TemplateDefinition,
  more: object = {},
  over: object = {},
): MatrixLine => ({
  field,
  document: `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code } } }`,
  arrange: async (world) => {
    const { id } = await fresh(world, definition, over);
    return { input: { key: uuidv7(), id, rev: 1, ...more } };
  },
  otherwise: "FORBIDDEN",
  except: WRITE,
});

/** What is about a member ends at the board; what is about none is read from above, and written by the board alone. */
export const touchpointsMatrix: MatrixLine[] = [
  {
    field: "touchpoints",
    document: `query { touchpoints(first: 100) { nodes { id } } }`,
    arrange: async (world) => ({ id: (await fresh(world, WELCOME)).id }),
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
    },
    reached: (data, { id }) =>
      (data["touchpoints"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "touchpointChoices",
    document: `query { touchpointChoices { templates { id } } }`,
    arrange: async (world) => ({ id: (await fresh(world, WELCOME)).templateId }),
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
    },
    reached: (data, { id }) =>
      (data["touchpointChoices"] as { templates: { id: string }[] }).templates.some((template) => template.id === id),
  },
  {
    field: "workday",
    document: `query { workday { waiting { id } } }`,
    arrange: async (world) => ({
      id: (await fresh(world, WELCOME, { due_on: "2000-01-01", miss_on: "2200-01-01" })).id,
    }),
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
    },
    reached: (data, { id }) =>
      (data["workday"] as { waiting: { id: string }[] }).waiting.some((touchpoint) => touchpoint.id === id),
  },
  {
    field: "dutiesToTakeOver",
    document: `query ($chapterId: ID!) { dutiesToTakeOver(chapterId: $chapterId) { id } }`,
    arrange: async (world) => ({ ...(await away(world)), chapterId: world.federation.chapters.own }),
    otherwise: "FORBIDDEN",
    except: NATIONAL,
    reached: (data, { id }) => (data["dutiesToTakeOver"] as { id: string }[]).some((duty) => duty.id === id),
  },
  {
    field: "takeOverDuty",
    document: `mutation ($input: TakeOverDutyInput!) { takeOverDuty(input: $input) { problems { code } } }`,
    arrange: async (world) => {
      const { id } = await away(world);
      return { input: { key: uuidv7(), id, rev: 1, answers: [{ field: "thanked", number: 1 }] } };
    },
    otherwise: "FORBIDDEN",
    except: NATIONAL,
    reached: (data) => (data["takeOverDuty"] as { problems: unknown[] }).problems.length === 0,
  },
  {
    // another board marks its own: nothing is told of what is not there
    field: "seeTakenOver",
    document: `mutation ($input: SeeTakenOverInput!) { seeTakenOver(input: $input) { done } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), ids: [(await away(world)).id] } }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
  change(
    "noteLastChance",
    "NoteLastChanceInput",
    WELCOME,
    { outcome: "REACHED" },
    { due_on: "2026-01-01", miss_on: "2026-01-02" },
  ),
  {
    field: "touchpoint",
    of: "about one member",
    document: `query ($id: ID!) { touchpoint(id: $id) { touchpoint { id } } }`,
    arrange: async (world) => ({ id: (await fresh(world, WELCOME)).id }),
    otherwise: "OK",
    except: { ...NOBODY, ...OUTSIDE, ...ABOVE },
  },
  {
    field: "touchpoint",
    of: "about no one person",
    document: `query ($id: ID!) { touchpoint(id: $id) { touchpoint { id } } }`,
    arrange: async (world) => ({ id: (await fresh(world, DUTY)).id }),
    otherwise: "OK",
    except: { ...NOBODY, ...OUTSIDE },
  },
  {
    field: "chapterTouchpoints",
    document: `query ($chapterId: ID!, $templateId: ID!, $period: String!) {
      chapterTouchpoints(chapterId: $chapterId, templateId: $templateId, period: $period) { nodes { id } } }`,
    arrange: async (world) => {
      const { chapterId, templateId, today } = await fresh(world, DUTY);
      return { chapterId, templateId, period: today.slice(0, 4) };
    },
    otherwise: "OK",
    except: { ...NOBODY, ...OUTSIDE },
  },
  {
    field: "startableTemplates",
    document: `query { startableTemplates { id } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "OK" },
  },
  {
    field: "startTouchpoint",
    document: `mutation ($input: StartTouchpointInput!) { startTouchpoint(input: $input) { created problems { code } } }`,
    arrange: async (world) => {
      const { templateId } = await fresh(world, BY_HAND);
      return { input: { key: uuidv7(), templateId, chapterIds: [world.federation.chapters.own] } };
    },
    otherwise: "FORBIDDEN",
    // not rolled out to the chapter: a board does not see it; national names the chapters
    except: {
      none: "UNAUTHENTICATED",
      leader: "NOT_FOUND",
      board: "NOT_FOUND",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      editor: "OK",
      admin: "OK",
      foreignAdmin: "NOT_FOUND",
    },
  },
  change("tickStep", "TickStepInput", DUTY, { step: "date", done: true }),
  change("chooseMeeting", "ChooseMeetingInput", DUTY, { meetingId: null }),
  change("submitReport", "SubmitReportInput", WELCOME, { outcome: "NO_ANSWER", answers: [] }),
  change("correctReport", "CorrectReportInput", DUTY, { answers: [] }, { closed_at: new Date() }),
  change("closeEmpty", "CloseEmptyInput", PERIODIC),
  {
    ...change("confirmPart", "ConfirmPartInput", FOR_EACH),
    arrange: async (world) => {
      const { id } = await fresh(world, FOR_EACH);
      return { input: { key: uuidv7(), id, done: true } };
    },
  },
  change("reopenTouchpoint", "ReopenTouchpointInput", DUTY, {}, { closed_at: new Date() }),
  change("takeBackNote", "TakeBackNoteInput", DUTY, {}),
];
