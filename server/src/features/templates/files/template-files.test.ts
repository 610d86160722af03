import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { emptyDefinition } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../testkit/database.js";
import type { TestDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import type { TestServer } from "../../../testkit/server.js";
import { bytesOf, MAX_DEFINITION_BYTES } from "../definition.rules.js";
import { LIBRARY } from "../library/library.js";
import { definitions } from "./definitions.testing.js";
import { readTemplateFile } from "./read-file.js";
import { MAX_FILE_BYTES, SCHEMA_PATH } from "./template-file.rules.js";
import { writeTemplateFile } from "./write-file.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

type Problem = { code: string; path: string[]; message: string; line: number | null };
type Template = { id: string; key: string; name: { nb: string }; draft: { id: string } | null };
type Payload = { template: Template | null; problems: Problem[] };
const SHOWN = "template { id key name { nb nn en } draft { id } } problems { code path message line }";
const IMPORT = `mutation ($input: ImportTemplateInput!) { importTemplate(input: $input) { ${SHOWN} } }`;
const CREATE = `mutation ($input: CreateTemplateInput!) { createTemplate(input: $input) { ${SHOWN} } }`;
const FILE = `query ($templateId: ID!, $versionId: ID!) { templateFile(templateId: $templateId, versionId: $versionId) { name content schemaUrl } }`;

const send = async (file: string, over: object = {}, seat: SeededSeat = world.editor): Promise<Payload> =>
  (
    await server.ask<{ importTemplate: Payload }>(seat, IMPORT, {
      input: { key: randomUUID(), id: randomUUID(), file, ...over },
    })
  ).importTemplate;
const create = async (input: object): Promise<Payload> =>
  (
    await server.ask<{ createTemplate: Payload }>(world.editor, CREATE, {
      input: { key: randomUUID(), id: randomUUID(), ...input },
    })
  ).createTemplate;
type File = { name: string; content: string; schemaUrl: string };
const exported = async (template: Template): Promise<File> =>
  (
    await server.ask<{ templateFile: File }>(world.editor, FILE, {
      templateId: template.id,
      versionId: template.draft!.id,
    })
  ).templateFile;
/** everything the organization has, to see that a refusal left it alone */
const everything = async () =>
  (
    await seed.client.query(
      "select (select json_agg(t order by t.id) from app.touchpoint_template t) as templates, (select json_agg(v order by v.id) from app.template_version v) as versions, (select count(*) from app.audit) as trail",
    )
  ).rows[0] as object;
const stored = async (id: string): Promise<TemplateDefinition> =>
  (
    await seed.client.query<{ definition: TemplateDefinition }>(
      "select definition from app.template_version where template_id = $1",
      [id],
    )
  ).rows[0]!.definition;
const fileOf = (definition: TemplateDefinition, organizationId = world.organizationId) =>
  writeTemplateFile({
    schemaUrl: "http://localhost/x.json",
    organizationId,
    exportedAt: new Date(0),
    key: "sommertreff",
    versionNumber: "1.0",
    definition,
  });

describe("out and in again", () => {
  test.each(LIBRARY.map(({ key }) => key))("%s is the same", async (libraryKey) => {
    const { template } = await create({ name: "", libraryKey });
    const file = await exported(template!);
    expect(file.name).toBe(`${template!.key}-1.0.json`);
    const { template: again, problems } = await send(file.content);
    expect(problems).toEqual([]);
    expect(again!.id).not.toBe(template!.id);
    expect(again!.key).toMatch(new RegExp(`^${libraryKey}-\\d+$`));
    expect(await stored(again!.id)).toEqual(await stored(template!.id));
    const strip = (content: string) => content.replace(/"(exportedAt|key|versionNumber)": "[^"]*"/, "");
    expect(strip((await exported(again!)).content.replace(again!.key, template!.key)).length).toBe(
      strip(file.content).length,
    );
  });

  test("any definition is the same", () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        fc.pre(bytesOf(definition) <= MAX_DEFINITION_BYTES);
        const read = readTemplateFile("nb", world.organizationId, fileOf(definition));
        expect(read).toEqual({
          content: {
            organizationId: world.organizationId,
            template: { key: "sommertreff", definition: JSON.parse(JSON.stringify(definition)) as unknown },
          },
        });
      }),
      { numRuns: 300 },
    );
  });

  test("the largest definition there may be makes a file that may come in", () => {
    const steps = Array.from({ length: 4000 }, () => ({ key: "a", text: { nb: "x".repeat(12) } }));
    const definition = { ...emptyDefinition("Stor"), steps };
    definition.purpose = { nb: "x".repeat(MAX_DEFINITION_BYTES - bytesOf(definition)) };
    expect(bytesOf(definition)).toBe(MAX_DEFINITION_BYTES);
    expect(Buffer.byteLength(fileOf(definition))).toBeLessThanOrEqual(MAX_FILE_BYTES);
    expect(fileOf(emptyDefinition("Liten")).split("\n").length).toBeGreaterThan(20);
  });

  test("any definition is the same through the database too", async () => {
    await fc.assert(
      fc.asyncProperty(definitions, async (definition) => {
        const { template, problems } = await send(fileOf(definition));
        expect(problems).toEqual([]);
        const again = await send((await exported(template!)).content);
        expect(await stored(again.template!.id)).toEqual(await stored(template!.id));
      }),
      { numRuns: 25 },
    );
  });
});

describe("a file", () => {
  test("may be as large as we say, and its problems come with their line", async () => {
    const padded = `${fileOf(emptyDefinition("Stor"))}${" ".repeat(250 * 1024)}`;
    expect((await send(padded)).problems).toEqual([]);
    const [problem] = (await send(`${padded}${"\n".repeat(10 * 1024)}`)).problems;
    expect(problem).toMatchObject({ code: "INVALID", path: ["file"], line: null });
    const half = fileOf(emptyDefinition("Halv")).replace("Halv", String.raw`a\ud800b\u0000`);
    expect((await send(half)).problems[0]).toMatchObject({ line: lineOf(half, "ud800") });
  });

  test("larger than all bounds does not reach us, and nobody signed out sends a large one", async () => {
    const input = (signs: number) => ({ input: { key: randomUUID(), id: randomUUID(), file: " ".repeat(signs) } });
    expect((await server.run(world.editor, IMPORT, input(700_000))).status).toBe(413);
    expect((await server.run(null, IMPORT, input(70_000))).status).toBe(413);
    expect((await server.run({ secret: "made-up" }, IMPORT, input(70_000))).status).toBe(413);
  });

  test("refused changes nothing at all, and its key may be used again", async () => {
    const before = await everything();
    const key = randomUUID();
    const other = fileOf(emptyDefinition("Fremmed"), world.foreignOrganizationId);
    expect((await send(other, { key })).problems[0]).toMatchObject({ line: lineOf(other, "organizationId") });
    expect((await send("{", { key })).template).toBeNull();
    expect(await everything()).toEqual(before);
    expect((await send(fileOf(emptyDefinition("Egen")), { key })).problems).toEqual([]);
  });

  test("never touches a template that is there, whatever key it has", async () => {
    const { template } = await create({ name: "Sommertreff" });
    const before = await stored(template!.id);
    const file = fileOf(emptyDefinition("Sommertreff 2"));
    const both = await Promise.all([send(file), send(file)]);
    expect(new Set([template, ...both.map((payload) => payload.template)].map((one) => one!.key)).size).toBe(3);
    expect(await stored(template!.id)).toEqual(before);
    expect((await send(file, { id: template!.id })).problems).toMatchObject([{ code: "CONFLICT", path: ["id"] }]);
    expect(await stored(template!.id)).toEqual(before);
  });

  test("sent twice and at once makes one template", async () => {
    const input = { key: randomUUID(), id: randomUUID() };
    const file = fileOf(emptyDefinition("Tvilling"));
    const sent = await Promise.all([1, 2, 3].map(() => send(file, input)));
    expect(new Set(sent.map(({ template }) => template?.id))).toEqual(new Set([input.id]));
    expect((await send(fileOf(emptyDefinition("Annet")), input)).problems).toMatchObject([{ code: "KEY_REUSED" }]);
  });

  test("is described by a schema at the address it names", async () => {
    const { template } = await create({ name: "Skjema" });
    const { schemaUrl, content } = await exported(template!);
    expect(content).toContain(schemaUrl);
    expect(schemaUrl.endsWith(SCHEMA_PATH)).toBe(true);
    const response = await fetch(`${server.url}${SCHEMA_PATH}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("application/schema+json");
    const schema = (await response.json()) as { $schema: string; required: string[]; additionalProperties: boolean };
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      additionalProperties: false,
      required: ["format", "formatVersion", "organizationId", "template"],
    });
  });

  test("is for national, of the own organization", async () => {
    const { template } = await create({ name: "Hvem" });
    const ids = { templateId: template!.id, versionId: template!.draft!.id };
    expect(await server.code(world.foreignAdmin, FILE, ids)).toBe("NOT_FOUND");
    expect(await server.code(world.leader, FILE, ids)).toBe("FORBIDDEN");
    expect(await server.code(world.admin, FILE, { ...ids, versionId: randomUUID() })).toBe("NOT_FOUND");
    expect(await server.code(world.admin, FILE, { templateId: "x", versionId: "y" })).toBe("NOT_FOUND");
    const input = { key: randomUUID(), id: randomUUID(), file: fileOf(emptyDefinition("x")) };
    for (const seat of [world.leader, world.coordinator, world.expired])
      expect(await server.code(seat, IMPORT, { input })).toBe("FORBIDDEN");
  });
});

describe("a copy of an own template", () => {
  test("has the newest content, a name that says so and a key of its own", async () => {
    const { template } = await create({ name: "", libraryKey: "ip-08" });
    const { template: copy, problems } = await create({ name: "", copyOf: template!.id });
    expect(problems).toEqual([]);
    expect(copy).toMatchObject({
      key: "kopi-av-vi-vil-gjerne-se-deg-igjen",
      name: { nb: "Kopi av Vi vil gjerne se deg igjen", en: expect.stringMatching(/^Copy of /) as string },
    });
    const { name: _name, ...content } = await stored(template!.id);
    expect(await stored(copy!.id)).toMatchObject(content);
    const renamed = await create({ name: "Mitt eget", copyOf: template!.id });
    expect(renamed.template).toMatchObject({ key: "mitt-eget", name: { nb: "Mitt eget", nn: null, en: null } });
  });

  test("is of one's own organization only", async () => {
    const { template } = await create({ name: "Egen" });
    const copy = (seat: SeededSeat, copyOf: string) =>
      server.code(seat, CREATE, { input: { key: randomUUID(), id: randomUUID(), name: "", copyOf } });
    expect(await copy(world.foreignAdmin, template!.id)).toBe("NOT_FOUND");
    expect(await copy(world.editor, randomUUID())).toBe("NOT_FOUND");
    expect(await copy(world.editor, "no-uuid")).toBe("NOT_FOUND");
    expect(await copy(world.leader, template!.id)).toBe("FORBIDDEN");
  });
});

function lineOf(file: string, part: string): number {
  return file.slice(0, file.indexOf(part)).split("\n").length;
}
