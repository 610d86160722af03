import { request } from "node:http";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLogger } from "../../kernel/log.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { importsOf } from "./imports.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
let imports: ReturnType<typeof importsOf>;
const heard: string[] = [];
const NAME = "Kanariline";

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  await seed.client.query(
    `update app.chapter set short_name = case id when $1 then 'Asker' when $2 then 'Bodø' else 'Fjern' end, municipalities = case id when $1 then '{Asker,Lier}'::text[] else '{}' end
      where id = any (array[$1, $2, $3]::uuid[])`,
    [federation.chapters.own, federation.chapters.sibling, federation.chapters.far],
  );
  server = await testServer(database, {}, createLogger("trace", { write: (line: string) => void heard.push(line) }));
  jobs = await testJobContext(server, testMailer());
  imports = importsOf(server, seed, jobs);
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

const csv = (...lines: string[]): string =>
  `${["Medlemsnummer;Fornavn;Etternavn;Fødselsdato;E-post;Lokallag;Kommune", ...lines].join("\r\n")}\r\n`;
const line = (no: number, chapter: string, municipality = "") =>
  `${no};${NAME};Etter ${no};01.02.2005;kanari${no}@canary.example;${chapter};${municipality}`;

describe("national", () => {
  test("writes to all chapters without reading, and proposes moves", async () => {
    const { admin, chapters, leader } = federation;
    const facts = await imports.send(
      admin,
      csv(line(1, "asker"), line(2, "Bodø"), line(3, "", "Lier"), line(4, "Ukjent lag"), line(5, "", "Ukjent")),
    );
    expect([facts.state, facts.counts]).toEqual(["READY", { NEW: 3, UNKNOWN_CHAPTER: 2 }]);
    expect((await imports.lines(admin, facts.id, "UNKNOWN_CHAPTER")).map(({ line: n, name }) => [n, name])).toEqual([
      [5, null],
      [6, null],
    ]);
    for (const kind of ["NEW", "CHANGED", "SAME", "GONE", "LEFT"])
      expect(await imports.lines(admin, facts.id, kind)).toEqual([]);
    expect((await imports.apply(admin, facts)).applied).toEqual({ NEW: 3 });
    expect((await imports.register(chapters.own)).map(({ member_no }) => member_no)).toEqual(["1", "3"]);
    expect((await imports.register(chapters.sibling)).map(({ email }) => email)).toEqual(["kanari2@canary.example"]);

    const moved = await imports.send(admin, csv(line(1, "Bodø"), line(2, "Bodø"), line(3, "Asker")));
    expect(moved.counts).toEqual({ MOVED: 1, SAME: 2 });
    const [one] = await imports.lines(admin, moved.id, "MOVED");
    expect([one?.line, one?.name, one?.messages.length]).toEqual([2, null, 1]);
    expect((await imports.apply(admin, moved)).applied).toEqual({ MOVED: 1 });
    expect(await imports.register(chapters.own)).toHaveLength(2);
    const again = await imports.send(admin, csv(line(1, "Bodø")));
    expect((await imports.apply(admin, again)).applied).toEqual({});
    const { rows: moves } = await seed.client.query("select chapter_id, to_chapter_id, state from app.member_move");
    expect(moves).toEqual([{ chapter_id: chapters.own, to_chapter_id: chapters.sibling, state: "PROPOSED" }]);
    // exact numbers of persons whom the file does not hold are not told
    expect((await imports.send(admin, csv(line(1, "Asker")))).counts).toEqual({ SAME: 1 });
    const { memberImports } = await server.ask<{ memberImports: { nodes: { national: boolean }[] } }>(
      leader,
      "{ memberImports { nodes { national } } }",
    );
    expect(memberImports.nodes).toEqual([]);
  });

  test("sees no chapter's file", async () => {
    const { admin, board, foreignAdmin, leader, siblingLeader } = federation;
    const facts = await imports.send(leader, csv(line(20, "")));
    const READ = `query ($id: ID!) { memberImport(id: $id) { id } }`;
    const LINES = `query ($id: ID!) { importLines(id: $id, kind: NEW) { nodes { name } } }`;
    for (const seat of [admin, siblingLeader, foreignAdmin]) {
      expect(await server.code(seat, READ, { id: facts.id })).toBe("NOT_FOUND");
      expect(await server.code(seat, LINES, { id: facts.id })).toBe("NOT_FOUND");
      const again = await imports.upload(seat, csv(line(20, "")), facts.id);
      expect([200, 404]).toContain(again.status);
    }
    expect((await imports.read(board, facts.id)).counts).toEqual(facts.counts);
    expect(await imports.lines(board, facts.id, "NEW")).toMatchObject([{ line: 2, name: `${NAME} Etter 20` }]);
  });

  test("no chapter's file reaches another chapter", async () => {
    const { chapters, leader } = federation;
    const before = await imports.register(chapters.sibling);
    const facts = await imports.send(leader, csv(line(2, "Bodø"), line(31, "Bodø"), line(32, "Asker")));
    expect(facts.counts).toMatchObject({ UNKNOWN_CHAPTER: 2, NEW: 1 });
    await imports.apply(leader, facts);
    expect(await imports.register(chapters.sibling)).toEqual(before);
  });
});

describe("the doors for files", () => {
  test("let in who has the right, from our own page, with a session", async () => {
    const { admin, board, coordinator, editor, expired, leader, mentor } = federation;
    const status = async (...args: Parameters<typeof imports.upload>) => (await imports.upload(...args)).status;
    const file = csv(line(40, ""));
    for (const seat of [leader, board, admin]) expect(await status(seat, file)).toBe(200);
    for (const seat of [mentor, coordinator, editor, expired]) expect(await status(seat, file)).toBe(403);
    expect(await status(null, file)).toBe(401);
    expect(await status({ secret: "x".repeat(43) }, file)).toBe(401);
    expect(await status(leader, file, "no-uuid")).toBe(400);
    expect(await status(leader, file, uuidv7(), { "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await status(leader, file, uuidv7(), { "content-type": "text/plain" })).toBe(415);
    const bare = await fetch(`${server.url}/import`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", cookie: `__Host-s=${leader.secret}` },
      body: file,
    });
    expect(bare.status).toBe(403);
  });

  test("the same upload twice, and twice at once, is one", async () => {
    const id = uuidv7();
    const file = csv(line(50, ""), line(51, ""));
    const { leader } = federation;
    await Promise.all([imports.upload(leader, file, id), imports.upload(leader, file, id)]);
    const facts = await imports.send(leader, file, id);
    expect([facts.state, facts.counts.NEW]).toEqual(["READY", 2]);
    await imports.upload(leader, csv(line(52, "")), id);
    expect(await imports.read(leader, id)).toMatchObject({ rev: facts.rev, counts: facts.counts });
  });

  test("a line that breaks leaves nothing taken in, and the same file goes on from its beginning", async () => {
    const id = uuidv7();
    const { chapters, leader } = federation;
    const before = await imports.register(chapters.own);
    const rows = Array.from({ length: 2500 }, (_, i) => line(1000 + i, ""));
    const file = csv(...rows);
    await new Promise<void>((resolve) => {
      const sent = request(`${server.url}/import`, {
        method: "POST",
        headers: {
          "content-type": "application/octet-stream",
          "content-length": Buffer.byteLength(file),
          "x-varde-import": id,
          cookie: `__Host-s=${leader.secret}`,
        },
      });
      sent.on("error", () => {});
      sent.on("close", () => resolve());
      sent.write(file.slice(0, file.length / 2));
      void expect
        .poll(
          async () =>
            (await seed.client.query("select 1 from app.import where id = $1 and rows_read >= 1000", [id])).rowCount,
          { timeout: 20_000, interval: 50 },
        )
        .toBe(1)
        .finally(() => sent.destroy());
    });
    expect(await imports.read(leader, id)).toMatchObject({ state: "RECEIVING", counts: {} });
    expect(await imports.register(chapters.own)).toEqual(before);
    expect(await imports.send(leader, file, id)).toMatchObject({
      state: "READY",
      counts: { NEW: 2500 },
      rowsRead: 2500,
    });
  });

  test("an export is read back as the same members, and is in the trail as a number", async () => {
    const { admin, chapters, leader } = federation;
    const ask = (seat: { secret: string }, headers: Record<string, string> = { "x-varde-export": "1" }) =>
      fetch(`${server.url}/export`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: `__Host-s=${seat.secret}`, ...headers },
        body: "{}",
      });
    const file = Buffer.from(await (await ask(leader)).arrayBuffer());
    const members = (await imports.register(chapters.own)).length;
    expect(file.toString().split("\r\n")).toHaveLength(members + 2);
    expect((await imports.send(leader, file)).counts).toEqual({ SAME: members });
    expect((await ask(admin)).status).toBe(403);
    expect((await ask(leader, {})).status).toBe(403);
    const { rows } = await seed.client.query("select detail from app.audit where action = 'MEMBERS_EXPORTED'");
    expect(rows).toEqual([{ detail: { count: members } }]);
    // how many a chapter has is not national's to read, in the trail either
    const trail = await server.ask<{ auditTrail: { nodes: { action: string; chapterName: string | null }[] } }>(
      admin,
      "{ auditTrail(first: 100) { nodes { action chapterName } } }",
    );
    expect(
      trail.auditTrail.nodes.filter(({ action }) => /IMPORT|EXPORT/.test(action)).map(({ chapterName }) => chapterName),
    ).toEqual(expect.not.arrayContaining([expect.any(String)]));
  });

  test("no name of a file is in a log, the queue or the trail", async () => {
    const broken = await imports.upload(federation.leader, `Fornavn;Etternavn\r\n"${NAME};kanari@canary.example`);
    expect(await broken.text()).not.toMatch(/kanari/i);
    const { rows } = await seed.client.query(
      "select payload::text as t from graphile_worker._private_jobs union all select detail::text from app.audit union all select to_jsonb(i)::text from app.import i",
    );
    expect([...heard, ...rows.map(({ t }: { t: string }) => t)].filter((text) => /kanari/i.test(text))).toEqual([]);
  });
});
