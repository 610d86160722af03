import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { emptyDefinition } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function template({ seed, federation }: MatrixWorld): Promise<string> {
  const id = randomUUID();
  const organization_id = federation.organizationId;
  await seed.rows("touchpoint_template", { organization_id, id, key: `s${seed.unique()}` });
  await seed.rows("template_version", {
    organization_id,
    id: randomUUID(),
    template_id: id,
    state: "PUBLISHED",
    definition: emptyDefinition("Sommertreff"),
    about_member: false,
    published_at: new Date(),
  });
  return id;
}

async function practice(world: MatrixWorld, state: "SUGGESTED" | "SHOWN"): Promise<string> {
  const id = uuidv7();
  const { federation, seed } = world;
  await seed.rows("practice", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    template_id: await template(world),
    text: "Vi ringte alle en uke før.",
    written_by: federation.board.seatId,
    state,
    decided_at: state === "SHOWN" ? new Date() : null,
    decided_by: state === "SHOWN" ? federation.editor.seatId : null,
  });
  return id;
}

const listed: MatrixLine["reached"] = (data, { id }) =>
  (data["practices"] as { nodes: { id: string }[] }).nodes.some((node) => node.id === id);
const LIST = `query ($first: Int) { practices(first: $first) { nodes { id } } }`;
const change = async (world: MatrixWorld, state: "SUGGESTED" | "SHOWN", more: object = {}) => ({
  input: { key: uuidv7(), id: await practice(world, state), rev: 1, ...more },
});

/** A chapter writes, national decides, the whole organization reads what is shown. */
export const practicesMatrix: MatrixLine[] = [
  {
    field: "practices",
    of: "what waits",
    document: LIST,
    arrange: async (world) => ({ id: await practice(world, "SUGGESTED"), first: 100 }),
    otherwise: "NOT_FOUND",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      leader: "OK",
      board: "OK",
      editor: "OK",
      admin: "OK",
    },
    reached: listed,
  },
  {
    field: "practices",
    of: "what is shown",
    document: LIST,
    arrange: async (world) => ({ id: await practice(world, "SHOWN"), first: 100 }),
    otherwise: "OK",
    except: {
      none: "UNAUTHENTICATED",
      expired: "FORBIDDEN",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: listed,
  },
  {
    field: "suggestPractice",
    document: `mutation ($input: SuggestPracticeInput!) { suggestPractice(input: $input) { problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: uuidv7(), templateId: await template(world), text: "Vi ringte alle en uke før." },
    }),
    otherwise: "FORBIDDEN",
    // another chapter of the organization writes its own
    except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "NOT_FOUND" },
  },
  {
    field: "decidePractice",
    document: `mutation ($input: DecidePracticeInput!) { decidePractice(input: $input) { problems { code } } }`,
    arrange: (world) => change(world, "SUGGESTED", { show: true }),
    otherwise: "FORBIDDEN",
    except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
  },
  {
    field: "withdrawPractice",
    document: `mutation ($input: WithdrawPracticeInput!) { withdrawPractice(input: $input) { problems { code } } }`,
    arrange: (world) => change(world, "SHOWN"),
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      editor: "OK",
      admin: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
  },
];
