import { randomUUID } from "node:crypto";
import { addDays, osloDate } from "@varde/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { returnId } from "../../features/templates/apply-rollout.js";
import { gathering } from "../../features/templates/templates.testing.js";
import { roleNames } from "../../kernel/db/roles.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";

// Two at the national office do opposite things to one template in the same moment, and the database goes away half-way.

const ROUNDS = 6;
let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
const today = osloDate(new Date());
beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  for (let i = 0; i < 40; i++) await seed.chapter(world.organizationId, world.regions.west);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

/** 1.0 in force in every chapter with what is open, and a draft after it */
async function template() {
  const organization_id = world.organizationId;
  const [templateId, publishedId, draftId] = [randomUUID(), randomUUID(), randomUUID()];
  const own = { organization_id, template_id: templateId, definition: gathering(), about_member: false };
  await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `o${seed.unique()}` });
  await seed.rows("template_version", { ...own, id: publishedId, state: "PUBLISHED", published_at: new Date() });
  const rolloutId = randomUUID();
  expect(await act("rollOut", { ...all(templateId, publishedId), id: rolloutId })).toBe("OK");
  const definition = { ...own.definition, purpose: { nb: "Møtes oftere." } };
  await seed.rows("template_version", { ...own, id: draftId, minor: 1, state: "DRAFT", definition });
  return { templateId, publishedId, draftId, rolloutId };
}
type Made = Awaited<ReturnType<typeof template>>;

const all = (templateId: string, versionId: string) => ({
  id: randomUUID(),
  templateId,
  versionId,
  catchUp: "SKIP",
  effectiveFrom: today,
  capReason: "Avtalt på telefon.",
});
const publish = ({ templateId, draftId }: Made) =>
  act("publishDraft", { templateId, versionId: draftId, rev: 1, asMajor: false });
const rollOut = ({ templateId, publishedId }: Made) => act("rollOut", all(templateId, publishedId));
const withdraw = ({ templateId, rolloutId }: Made) =>
  act("withdrawRollout", { templateId, rolloutId, rev: 1, reason: "Feil." });
const save = ({ templateId, draftId }: Made) =>
  act("saveDraft", { templateId, versionId: draftId, rev: 1, definition: gathering({ minutes: 12 }) });
const discard = ({ templateId, draftId }: Made) => act("discardDraft", { templateId, versionId: draftId, rev: 1 });
const start = ({ templateId, draftId }: Made, id: string = randomUUID()) =>
  act("startPilot", {
    id,
    templateId,
    versionId: draftId,
    rev: 1,
    catchUp: "SKIP",
    chapterIds: [world.chapters.own, world.chapters.far],
    startsOn: today,
    endsOn: addDays(today, 60),
  });

/** what it was answered: OK, or the code of the problem or error */
async function act(name: string, input: object): Promise<string> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code message } } }`;
  const answer = await server.run<Record<string, { problems: { code: string }[] }>>(world.editor, query, {
    input: { key: randomUUID(), ...input },
  });
  return answer.errors?.[0]?.extensions.code ?? answer.data?.[name]?.problems[0]?.code ?? "OK";
}

/** Nothing of a template contradicts itself, whatever was done to it. */
async function expectWhole({ templateId }: Made): Promise<void> {
  const { rows } = await seed.client.query<Record<string, number>>(
    `select (select count(*) from app.template_version v where v.template_id = $1 and v.state = 'DRAFT')::int > 1 as drafts,
            (select count(*) from (select 1 from app.template_version v where v.template_id = $1 and v.state <> 'DRAFT' group by major, minor having count(*) > 1) x)::int as numbers,
            (select count(*) from app.rollout_chapter c join app.template_version v on v.id = c.version_id
              where c.template_id = $1 and c.until_day is null and v.state not in ('PILOT', 'PUBLISHED'))::int as closed,
            (select count(*) from app.touchpoint t where t.template_id = $1 and t.cancelled_at is null and t.opens_on >= authz.today()
               and not exists (select 1 from app.rollout_chapter c where c.chapter_id = t.chapter_id and c.version_id = t.version_id and c.until_day is null))::int as strays,
            (select count(*) from app.pilot p join app.template_version v on v.id = p.version_id where p.template_id = $1 and v.state = 'DRAFT')::int as pilots`,
    [templateId],
  );
  expect(rows[0]).toEqual({ drafts: false, numbers: 0, closed: 0, strays: 0, pilots: 0 });
}

test.each([
  ["publishing twice", publish, publish, 1],
  ["publishing and rolling out", publish, rollOut, null],
  ["publishing and starting a pilot", publish, start, 1],
  ["publishing and saving", publish, save, 1],
  ["publishing and discarding", publish, discard, 1],
  ["starting a pilot and saving", start, save, 1],
  ["starting a pilot and discarding", start, discard, 1],
  ["starting two pilots", start, start, 1],
  ["starting a pilot and rolling out", start, rollOut, 2],
  ["starting a pilot and withdrawing", start, withdraw, 2],
  ["withdrawing twice", withdraw, withdraw, 1],
  ["withdrawing and rolling out", withdraw, rollOut, 2],
  ["rolling out twice", rollOut, rollOut, 2],
] as const)(
  "%s at once: one after the other, never half of each",
  { timeout: 60_000 },
  async (_, one, other, succeed) => {
    for (let round = 0; round < ROUNDS; round++) {
      const made = await template();
      const both = round % 2 === 0 ? [one(made), other(made)] : [other(made), one(made)];
      const said = await Promise.all(both);
      expect(["OK", "CONFLICT", "LOCKED", "INVALID", "NOT_FOUND"]).toEqual(expect.arrayContaining(said));
      if (succeed !== null) expect(said.filter((code) => code === "OK")).toHaveLength(succeed);
      await expectWhole(made);
    }
  },
);

test("a roll-out whose return has been given away by its id is not said to be withdrawn", async () => {
  const made = await template();
  expect(await publish(made)).toBe("OK");
  const later = { ...all(made.templateId, made.draftId), chapterIds: [world.chapters.own] };
  const taken = { ...all(made.templateId, made.draftId), id: returnId(made.publishedId, later.id) };
  expect(await act("rollOut", later)).toBe("OK");
  expect(await act("rollOut", { ...taken, chapterIds: [world.chapters.far] })).toBe("OK");
  const { templateId } = made;
  expect(await act("withdrawRollout", { templateId, rolloutId: later.id, rev: 1, reason: "Feil." })).toBe("CONFLICT");
  const { rows } = await seed.client.query(`select withdrawn_at from app.rollout where id = $1`, [later.id]);
  expect(rows).toEqual([{ withdrawn_at: null }]);
});

test.each(["decidePilot", "extendPilot", "withdrawRollout"])("deciding a pilot and %s at once", async (other) => {
  for (let round = 0; round < ROUNDS; round++) {
    const made = await template();
    const id = randomUUID();
    expect(await start(made, id)).toBe("OK");
    const { rows } = await seed.client.query<{ rollout_id: string }>("select rollout_id from app.pilot where id = $1", [
      id,
    ]);
    const decide = (decision: string) => act("decidePilot", { id, rev: 1, decision, reason: "Slik ble det bestemt." });
    const acts = [
      () => decide(round % 2 === 0 ? "DROP" : "PROMOTE"),
      () => {
        if (other === "decidePilot") return decide("DROP");
        if (other === "extendPilot") return act(other, { id, rev: 1, endsOn: addDays(today, 90) });
        return act(other, {
          templateId: made.templateId,
          rolloutId: rows[0]!.rollout_id,
          rev: 1,
          reason: "Feil.",
        });
      },
    ];
    const said = await Promise.all((round < 3 ? acts : acts.toReversed()).map((one) => one()));
    expect(["OK", "CONFLICT", "LOCKED", "INVALID", "NOT_FOUND"]).toEqual(expect.arrayContaining(said));
    expect(said).toContain("OK");
    await expectWhole(made);
  }
});

test("the connection is cut half-way in a roll-out: nothing of it is there, and the same again does it once", async () => {
  const names = Object.values(roleNames(database.rolePrefix));
  for (let round = 0; round < ROUNDS; round++) {
    const made = await template();
    expect(await publish(made)).toBe("OK");
    const input = { ...all(made.templateId, made.draftId), key: randomUUID() };
    const first = act("rollOut", input);
    // at another place each time: before, in the middle of, and after the writing
    for (let i = 0; i < 4 * round; i++) await seed.client.query("select 1");
    await seed.client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = any ($1) and state <> 'idle'",
      [names],
    );
    const said = await first;
    const there = await seed.client.query("select 1 from app.rollout where id = $1", [input.id]);
    if (said !== "OK") expect(["INTERNAL", "UNAVAILABLE"]).toContain(said);
    if (there.rowCount === 0) expect(said).not.toBe("OK");
    expect(await act("rollOut", input)).toBe("OK");
    const done = await seed.client.query<{ made: number; held: number; audits: number }>(
      `select (select count(*)::int from app.rollout where id = $1) as made,
              (select count(*)::int from app.rollout_chapter where rollout_id = $1) as held,
              (select count(*)::int from app.audit where detail ->> 'rollout' = $1::text) as audits`,
      [input.id],
    );
    expect(done.rows[0]).toMatchObject({ made: 1, held: 43 });
    await expectWhole(made);
  }
});
