import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function message({ seed, federation }: MatrixWorld): Promise<string> {
  const id = uuidv7();
  await seed.rows("board_message", {
    organization_id: federation.organizationId,
    id,
    title: "MELDING",
    body: "INNHOLD",
    chapter_ids: [federation.chapters.own],
    chapter_count: 1,
    sent_by: federation.admin.seatId,
  });
  return id;
}

async function nudge(world: MatrixWorld): Promise<string> {
  const id = await message(world);
  await world.seed.client.query(
    "update app.board_message set nudge = true, sender_name = 'AVSENDER', sender_role = 'MENTOR' where id = $1",
    [id],
  );
  return id;
}

/** A version with an SMS that the own chapter alone has been given. */
async function givenVersion({ seed, federation }: MatrixWorld): Promise<{ templateId: string; versionId: string }> {
  const [templateId, versionId, rolloutId] = [uuidv7(), uuidv7(), uuidv7()];
  const tenant = { organization_id: federation.organizationId };
  // only three are told at once: what other lines rolled out is no longer new
  await seed.client.query("update app.rollout_chapter set from_day = from_day - 100 where chapter_id = $1", [
    federation.chapters.own,
  ]);
  const { rows } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
  const day = rows[0]!.today;
  await seed.rows("touchpoint_template", { ...tenant, id: templateId, key: `n${seed.unique()}` });
  await seed.rows("template_version", {
    ...tenant,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    published_at: new Date(),
    about_member: false,
    definition: {
      name: { nb: "PUNKT" },
      purpose: { nb: "" },
      stage: "WELCOME",
      trigger: { kind: "MANUAL" },
      schedule: { opensAfterDays: 0, dueAfterDays: 1, missAfterDays: 1, lateAllowed: true },
      steps: [],
      messages: [{ key: "SMS1", channel: "SMS", title: { nb: "SMS" }, body: { nb: "HEI" }, locked: false }],
      reportFields: [],
      targets: [],
      locks: [],
    },
  });
  await seed.rows("rollout", {
    ...tenant,
    id: rolloutId,
    template_id: templateId,
    version_id: versionId,
    ring: "WAVE",
    all_chapters: false,
    effective_from: day,
    catch_up: "SKIP",
    created_by: federation.admin.seatId,
  });
  await seed.rows("rollout_chapter", {
    ...tenant,
    rollout_id: rolloutId,
    chapter_id: federation.chapters.own,
    template_id: templateId,
    version_id: versionId,
    from_day: day,
  });
  return { templateId, versionId };
}

const BOARDS = { none: "UNAUTHENTICATED", leader: "OK", board: "OK" } as const;
const OTHER_BOARDS = { siblingLeader: "NOT_FOUND", foreignLeader: "NOT_FOUND" } as const;
const NATIONAL = { none: "UNAUTHENTICATED", admin: "OK", editor: "OK", foreignAdmin: "NOT_FOUND" } as const;
const FOLLOWERS = {
  ...NATIONAL,
  mentor: "OK",
  coordinator: "OK",
  farCoordinator: "NOT_FOUND",
} as const;
const mutation = (field: string, input: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { problems { code } } }`;

/** Messages are written by national and read by the boards they are for; a new version is news to the chapter that has it. */
export const newsMatrix: MatrixLine[] = [
  {
    field: "news",
    of: "a message",
    document: `{ news { boardMessages { id } versions { versionId } } }`,
    arrange: async (world) => ({ id: await message(world) }),
    otherwise: "FORBIDDEN",
    except: { ...BOARDS, ...OTHER_BOARDS },
    reached: (data, { id }) =>
      (data["news"] as { boardMessages: { id: string }[] }).boardMessages.some((one) => one.id === id),
  },
  {
    field: "news",
    of: "a version",
    document: `{ news { versions { versionId name { nb } number previousNumber } } }`,
    arrange: givenVersion,
    otherwise: "FORBIDDEN",
    except: { ...BOARDS, ...OTHER_BOARDS },
    reached: (data, { versionId }) =>
      (data["news"] as { versions: { versionId: string }[] }).versions.some((one) => one.versionId === versionId),
  },
  {
    field: "versionNews",
    document: `query ($versionId: ID!) { versionNews(versionId: $versionId) { after { name { nb } } } }`,
    arrange: givenVersion,
    otherwise: "FORBIDDEN",
    except: { ...BOARDS, ...OTHER_BOARDS },
  },
  {
    field: "boardMessages",
    document: `{ boardMessages(first: 100) { nodes { id } } }`,
    arrange: async (world) => ({ id: await message(world) }),
    otherwise: "FORBIDDEN",
    except: { ...BOARDS, ...OTHER_BOARDS, ...NATIONAL },
    reached: (data, { id }) =>
      (data["boardMessages"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "boardMessageAudience",
    document: `query ($to: AudienceInput!) { boardMessageAudience(to: $to) { chapters people withoutBoard } }`,
    arrange: async ({ federation }) => ({ to: { all: false, regionIds: [], chapterIds: [federation.chapters.own] } }),
    otherwise: "FORBIDDEN",
    except: NATIONAL,
  },
  {
    field: "sendBoardMessage",
    document: mutation("sendBoardMessage", "SendBoardMessageInput"),
    arrange: async ({ federation }) => ({
      input: {
        key: uuidv7(),
        id: uuidv7(),
        title: "Årsmøte",
        body: "Husk å sende inn\nprotokollen.",
        to: { all: false, regionIds: [], chapterIds: [federation.chapters.own] },
      },
    }),
    otherwise: "FORBIDDEN",
    except: NATIONAL,
    reached: (data) => (data["sendBoardMessage"] as { problems: unknown[] }).problems.length === 0,
  },
  {
    field: "withdrawBoardMessage",
    document: mutation("withdrawBoardMessage", "WithdrawBoardMessageInput"),
    arrange: async (world) => ({ input: { key: uuidv7(), id: await message(world), rev: 1 } }),
    otherwise: "FORBIDDEN",
    except: NATIONAL,
  },
  {
    field: "markBoardMessageRead",
    document: mutation("markBoardMessageRead", "MarkBoardMessageReadInput"),
    arrange: async (world) => ({ input: { key: uuidv7(), id: await message(world) } }),
    otherwise: "FORBIDDEN",
    except: { ...BOARDS, ...OTHER_BOARDS },
  },
  {
    field: "nudgeOffer",
    document: `query ($chapterId: ID!) { nudgeOffer(chapterId: $chapterId) { chapterName overdue readers { name } } }`,
    arrange: async ({ federation }) => ({ chapterId: federation.chapters.own }),
    otherwise: "FORBIDDEN",
    except: FOLLOWERS,
  },
  {
    field: "sendNudge",
    document: mutation("sendNudge", "SendNudgeInput"),
    arrange: async ({ federation, seed }) => {
      await seed.client.query("delete from app.board_message_seen");
      await seed.client.query("delete from app.board_message_mail");
      await seed.client.query("delete from app.board_message where nudge");
      return {
        input: { key: uuidv7(), id: uuidv7(), chapterId: federation.chapters.own, body: "Hei, hvordan går det?" },
      };
    },
    otherwise: "FORBIDDEN",
    except: FOLLOWERS,
    reached: (data) => (data["sendNudge"] as { problems: unknown[] }).problems.length === 0,
  },
  {
    field: "answerNudge",
    document: mutation("answerNudge", "AnswerNudgeInput"),
    arrange: async (world) => ({ input: { key: uuidv7(), id: await nudge(world), answer: "ON_IT" } }),
    otherwise: "FORBIDDEN",
    except: { ...BOARDS, ...OTHER_BOARDS },
  },
  {
    field: "dismissVersionNews",
    document: mutation("dismissVersionNews", "DismissVersionNewsInput"),
    arrange: async (world) => ({ input: { key: uuidv7(), versionId: (await givenVersion(world)).versionId } }),
    otherwise: "FORBIDDEN",
    except: { ...BOARDS, ...OTHER_BOARDS },
  },
  {
    field: "sendTestMessage",
    document: mutation("sendTestMessage", "SendTestMessageInput"),
    arrange: async (world) => ({
      input: { key: uuidv7(), ...(await givenVersion(world)), messageKey: "SMS1", language: "nb" },
    }),
    otherwise: "FORBIDDEN",
    except: NATIONAL,
  },
];
