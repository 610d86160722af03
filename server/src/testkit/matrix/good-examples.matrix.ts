import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { emptyDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

/** The one question that waits for the own chapter. */
async function question({ seed, federation }: MatrixWorld): Promise<string> {
  const [id, template_id] = [uuidv7(), randomUUID()];
  const organization_id = federation.organizationId;
  await seed.client.query("delete from app.good_example where chapter_id = $1", [federation.chapters.own]);
  await seed.rows("touchpoint_template", { organization_id, id: template_id, key: `g${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id,
    id: randomUUID(),
    template_id,
    state: "PUBLISHED",
    definition: emptyDefinition("Sommertreff"),
    about_member: false,
    published_at: new Date(),
  });
  const chapter_id = federation.chapters.own;
  await seed.rows("good_example", { organization_id, chapter_id, id, template_id, numbers_until: "2026-06-30" });
  return id;
}

const OF_BOARD: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: {
    none: "UNAUTHENTICATED",
    leader: "OK",
    board: "OK",
    siblingLeader: "NOT_FOUND",
    foreignLeader: "NOT_FOUND",
  },
};
const done = (field: string) => (data: Record<string, unknown>) =>
  (data[field] as { problems: unknown[] }).problems.length === 0;

/** That a chapter was asked is known to it and national, and to nobody between. */
export const goodExamplesMatrix: MatrixLine[] = [
  {
    field: "goodExample",
    document: `{ goodExample { id } }`,
    arrange: async (world) => ({ id: await question(world) }),
    ...OF_BOARD,
    reached: (data, { id }) => (data["goodExample"] as { id: string } | null)?.id === id,
  },
  {
    field: "goodExamples",
    document: `query ($first: Int) { goodExamples(first: $first) { nodes { id } } }`,
    arrange: async (world) => ({ id: await question(world), first: 100 }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
    reached: (data, { id }) =>
      (data["goodExamples"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id),
  },
  {
    field: "goodExampleSetting",
    document: `{ goodExampleSetting { asks rev } }`,
    arrange: async () => ({}),
    otherwise: "FORBIDDEN",
    // a foreign administrator reads its own
    except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "OK" },
  },
  {
    field: "answerGoodExample",
    document: `mutation ($input: AnswerGoodExampleInput!) { answerGoodExample(input: $input) { problems { code } } }`,
    arrange: async (world) => {
      await world.seed.client.query("delete from app.good_example where practice_id is not null");
      await world.seed.client.query("delete from app.practice where chapter_id = $1", [world.federation.chapters.own]);
      const text = "Vi ringte alle en uke før.";
      return { input: { key: uuidv7(), id: await question(world), rev: 1, practiceId: uuidv7(), text } };
    },
    ...OF_BOARD,
    reached: done("answerGoodExample"),
  },
  {
    field: "declineGoodExample",
    document: `mutation ($input: DeclineGoodExampleInput!) { declineGoodExample(input: $input) { problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await question(world), rev: 1 } }),
    ...OF_BOARD,
    reached: done("declineGoodExample"),
  },
  {
    field: "setGoodExamples",
    document: `mutation ($input: SetGoodExamplesInput!) { setGoodExamples(input: $input) { problems { code } } }`,
    arrange: async ({ seed, federation }, { name }) => {
      const own = name === "foreignAdmin" ? federation.foreignOrganizationId : federation.organizationId;
      const { rows } = await seed.client.query<{ rev: number }>("select rev from app.organization where id = $1", [
        own,
      ]);
      return { input: { key: uuidv7(), rev: rows[0]!.rev, asks: true } };
    },
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", admin: "OK", foreignAdmin: "OK" },
    reached: done("setGoodExamples"),
  },
];
