import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TemplateDefinition } from "@varde/domain";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { gathering, PAYLOAD, TEMPLATE } from "./templates.testing.js";
import type { Payload, TemplateData } from "./templates.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer, admin: SeededSeat;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  admin = federation.admin;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Name = "createTemplate" | "saveDraft" | "createDraft" | "discardDraft" | "publishDraft";
async function mutate(name: Name, input: object, seat = admin): Promise<Payload> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${PAYLOAD} } }`;
  const data = await server.ask<Record<Name, Payload>>(seat, document, { input: { key: randomUUID(), ...input } });
  return data[name];
}
const codes = (payload: Payload) => payload.problems.map(({ code }) => code);

async function create(name = `Sommertreff ${seed.unique()}`): Promise<TemplateData> {
  const { template } = await mutate("createTemplate", { id: randomUUID(), name });
  return template!;
}
const draftOf = (template: TemplateData) => ({
  templateId: template.id,
  versionId: template.draft!.id,
  rev: template.draft!.rev,
});
async function save(template: TemplateData, definition: TemplateDefinition): Promise<TemplateData> {
  const payload = await mutate("saveDraft", { ...draftOf(template), definition });
  expect(payload.problems).toEqual([]);
  return payload.template!;
}
async function publish(template: TemplateData): Promise<TemplateData> {
  const payload = await mutate("publishDraft", draftOf(template));
  expect(payload.problems).toEqual([]);
  return payload.template!;
}
async function published(over: Partial<TemplateDefinition> = {}): Promise<TemplateData> {
  return publish(await save(await create(), gathering(over)));
}

describe("making a template", () => {
  test("gives a blank draft with a key derived from the name, numbered when taken", async () => {
    const name = `Årsfest ${seed.unique()}`;
    const [first, second] = [await create(name), await create(name)];
    expect(first.key).toMatch(/^arsfest-/);
    expect(second.key).toBe(`${first.key}-2`);
    expect(first).toMatchObject({
      name: { nb: name },
      published: null,
      draft: { number: "1.0", state: "DRAFT", rev: 1 },
    });
    expect(first.draft!.checks.map(({ path }) => path.join("."))).toContain("purpose.nb");
  });

  test("from the library takes its content and key", async () => {
    const { template } = await mutate("createTemplate", { id: randomUUID(), name: "", libraryKey: "ip-08" });
    expect(template).toMatchObject({ key: "ip-08", name: { nb: "Vi vil gjerne se deg igjen" }, aboutMember: true });
    expect(template!.draft!.checks.filter(({ level }) => level === "ERROR")).toEqual([]);
  });

  test("refuses an empty name and an unknown library key", async () => {
    expect(codes(await mutate("createTemplate", { id: randomUUID(), name: "  " }))).toEqual(["INVALID"]);
    expect(codes(await mutate("createTemplate", { id: randomUUID(), name: "x", libraryKey: "nei" }))).toEqual([
      "INVALID",
    ]);
  });

  test("the same key twice and at once makes one", async () => {
    const input = { key: randomUUID(), id: randomUUID(), name: `Tvilling ${seed.unique()}` };
    const made = await Promise.all([1, 2, 3].map(() => mutate("createTemplate", input)));
    expect(new Set(made.map(({ template }) => template?.id))).toEqual(new Set([input.id]));
    const again = await mutate("createTemplate", input);
    expect(again.template!.versions).toHaveLength(1);
    const other = await mutate("createTemplate", { ...input, name: "Noe annet" });
    expect(codes(other)).toEqual(["KEY_REUSED"]);
  });
});

describe("writing a draft", () => {
  test("keeps the whole content and says what is missing", async () => {
    const template = await save(await create(), gathering());
    expect(template.draft).toMatchObject({
      rev: 2,
      burdenSeconds: 9,
      definition: { purpose: { nb: "Samle medlemmene." } },
    });
    expect(template.draft!.checks).toEqual([]);
  });

  test("an incomplete one is kept, a malformed one is not", async () => {
    const template = await create();
    const kept = await mutate("saveDraft", {
      ...draftOf(template),
      definition: gathering({ trigger: { kind: "CALENDAR", dates: [] } }),
    });
    expect(kept.problems).toEqual([]);
    expect(kept.template!.draft!.checks).toContainEqual(
      expect.objectContaining({ level: "ERROR", path: ["trigger", "dates"] }),
    );
    const malformed = gathering();
    malformed.schedule.dueAfterDays = 99_999;
    const refused = await mutate("saveDraft", { ...draftOf(kept.template!), definition: malformed });
    expect(codes(refused)).toEqual(["INVALID"]);
    const document = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { ${PAYLOAD} } }`;
    const unknown = { key: randomUUID(), ...draftOf(kept.template!), definition: { ...gathering(), colour: "red" } };
    await expect(server.code(admin, document, { input: unknown })).resolves.toBe("BAD_REQUEST");
  });

  test("on what somebody has changed meanwhile is refused with what stands now", async () => {
    const template = await create();
    await save(template, gathering({ minutes: 30 }));
    const late = await mutate("saveDraft", { ...draftOf(template), definition: gathering({ minutes: 99 }) });
    expect(codes(late)).toEqual(["CONFLICT"]);
    expect(late.template!.draft).toMatchObject({ rev: 2, definition: { minutes: 30 } });
  });

  test("thrown away, a template never published goes with it", async () => {
    const template = await create();
    const gone = await mutate("discardDraft", draftOf(template));
    expect(gone).toEqual({ template: null, problems: [] });
    await expect(
      server.code(admin, `query ($id: ID!) { template(id: $id) { id } }`, { id: template.id }),
    ).resolves.toBe("NOT_FOUND");
  });
});

describe("publishing", () => {
  test("refuses what is not ready, place by place", async () => {
    const template = await create();
    const refused = await mutate("publishDraft", draftOf(template));
    expect(refused.problems).toContainEqual({
      code: "INVALID",
      path: ["definition", "purpose", "nb"],
      message: "Dette må fylles ut.",
    });
    expect(refused.template!.published).toBeNull();
  });

  test("numbers by what changes and closes the one before", async () => {
    const first = await published();
    expect(first.published).toMatchObject({ number: "1.0", state: "PUBLISHED" });
    const wording = await mutate("createDraft", { templateId: first.id, versionId: randomUUID() });
    const reworded = await publish(
      await save(wording.template!, gathering({ purpose: { nb: "Samle alle medlemmene." } })),
    );
    expect(reworded.versions.map(({ number, state }) => [number, state])).toEqual([
      ["1.1", "PUBLISHED"],
      ["1.0", "CLOSED"],
    ]);
    const meaning = await mutate("createDraft", { templateId: first.id, versionId: randomUUID() });
    const saved = await save(meaning.template!, gathering({ steps: [] }));
    expect(saved.draft!.number).toBe("2.0");
    expect((await publish(saved)).versions.map(({ number }) => number)).toEqual(["2.0", "1.1", "1.0"]);
  });

  test("a question keeps its type, also after being away for a version", async () => {
    const first = await published();
    const without = await mutate("createDraft", { templateId: first.id, versionId: randomUUID() });
    await publish(await save(without.template!, gathering({ reportFields: [] })));
    const back = await mutate("createDraft", { templateId: first.id, versionId: randomUUID() });
    const changed = await save(
      back.template!,
      gathering({
        reportFields: [{ key: "held", type: "NUMBER", counts: "OTHER", label: { nb: "Holdt?" }, required: true }],
      }),
    );
    const refused = await mutate("publishDraft", draftOf(changed));
    expect(refused.problems.map(({ path }) => path)).toEqual([["definition", "reportFields", "0", "type"]]);
  });

  test("a published version cannot be saved, thrown away or published again", async () => {
    const template = await published();
    const input = { templateId: template.id, versionId: template.published!.id, rev: template.published!.rev };
    for (const refused of [
      await mutate("saveDraft", { ...input, definition: gathering() }),
      await mutate("discardDraft", input),
      await mutate("publishDraft", input),
    ]) {
      expect(codes(refused)).toEqual(["LOCKED"]);
      expect(refused.template!.published!.definition).toEqual(template.published!.definition);
    }
  });

  test("two at once publish one", async () => {
    const template = await save(await create(), gathering());
    const both = await Promise.all([
      mutate("publishDraft", draftOf(template)),
      mutate("publishDraft", draftOf(template)),
    ]);
    expect(both.flatMap(codes)).toEqual(["LOCKED"]);
  });

  test("one draft at a time, and none without something published", async () => {
    const template = await create();
    expect(codes(await mutate("createDraft", { templateId: template.id, versionId: randomUUID() }))).toEqual([
      "INVALID",
    ]);
    const ready = await published();
    const drafts = await Promise.all(
      [1, 2].map(() => mutate("createDraft", { templateId: ready.id, versionId: randomUUID() })),
    );
    expect(drafts.flatMap(codes)).toEqual(["CONFLICT"]);
  });
});

describe("who", () => {
  test("only national writes; another organization has nothing here; chapters never see drafts", async () => {
    const template = await create();
    const query = `query ($id: ID!) { template(id: $id) { ${TEMPLATE} } }`;
    const code = (seat: SeededSeat) => server.code(seat, query, { id: template.id });
    await expect(code(federation.editor)).resolves.toBe("OK");
    await expect(code(federation.coordinator)).resolves.toBe("FORBIDDEN");
    await expect(code(federation.leader)).resolves.toBe("FORBIDDEN");
    await expect(code(federation.expired)).resolves.toBe("FORBIDDEN");
    await expect(code(federation.foreignAdmin)).resolves.toBe("NOT_FOUND");
    const document = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { ${PAYLOAD} } }`;
    const input = { key: randomUUID(), ...draftOf(template), definition: gathering() };
    await expect(server.code(federation.foreignAdmin, document, { input })).resolves.toBe("NOT_FOUND");
  });

  test("a list is the organization's own, the core set first, and turns its pages", async () => {
    const document = `query ($first: Int!, $after: String) { templates(first: $first, after: $after) { nodes { id corePosition } totalCount pageInfo { hasNextPage endCursor } } }`;
    type Page = {
      templates: {
        nodes: { id: string; corePosition: number | null }[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const core = [await published(), await published()].map(({ id }) => id);
    const set = `mutation ($input: SetCoreSetInput!) { setCoreSet(input: $input) { templates { id corePosition } problems { code path } } }`;
    type Set = { setCoreSet: { templates: { id: string; corePosition: number }[]; problems: { code: string }[] } };
    const choose = (templateIds: string[]) =>
      server.ask<Set>(admin, set, { input: { key: randomUUID(), templateIds } }).then((data) => data.setCoreSet);
    await expect(choose(core)).resolves.toMatchObject({ problems: [] });
    const swapped = await choose(core.toReversed());
    expect(swapped.templates.map(({ id }) => id)).toEqual(core.toReversed());
    expect((await choose([core[0]!, core[0]!])).problems).toHaveLength(1);
    expect((await choose([(await create()).id])).problems).toHaveLength(1);
    const six = await Promise.all(Array.from({ length: 6 }, () => published()));
    const many = await choose(six.map(({ id }) => id));
    expect(many.problems).toEqual([expect.objectContaining({ code: "INVALID" })]);
    expect(many.templates.map(({ id }) => id)).toEqual(core.toReversed());

    const one = await server.ask<Page>(admin, document, { first: 3 });
    expect(one.templates.nodes.slice(0, 3).map(({ corePosition }) => corePosition)).toEqual([1, 2, null]);
    const two = await server.ask<Page>(admin, document, { first: 3, after: one.templates.pageInfo.endCursor });
    expect(two.templates.totalCount).toBe(one.templates.totalCount);
    expect(new Set([...one.templates.nodes, ...two.templates.nodes].map(({ id }) => id)).size).toBe(6);
    const foreign = await server.ask<Page>(federation.foreignAdmin, document, { first: 3 });
    expect(foreign.templates).toMatchObject({ nodes: [], totalCount: 0 });
  });
});
