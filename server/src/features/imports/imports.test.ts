import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { importsOf } from "./imports.testing.js";
import type { ImportedMember } from "./read/index.js";
import { SHAPES } from "./read/shapes.testing.js";
import { allBytes } from "./read/workbook.testing.js";

let database: TestDatabase, seed: Seed, federation: Federation, server: TestServer;
let jobs: Awaited<ReturnType<typeof testJobContext>>;
let imports: ReturnType<typeof importsOf>;
const CHAPTER = "MHU Prøve";

/** a chapter of its own for a test, with a board */
async function chapter(name = `Lag ${seed.unique()}`): Promise<{ chapterId: string; leader: SeededSeat }> {
  const chapterId = await seed.chapter(federation.organizationId, null, { name, short_name: name });
  return { chapterId, leader: await seed.seat(federation.organizationId, "CHAPTER_LEADER", { chapterId }) };
}

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  federation = await seedFederation(seed);
  server = await testServer(database);
  jobs = await testJobContext(server, testMailer());
  imports = importsOf(server, seed, jobs);
});
afterAll(async () => {
  await jobs.close();
  await server.stop();
  await seed.close();
  await database.drop();
});

const PERSON: ImportedMember = {
  memberNo: "1001",
  firstName: "Kari Åse",
  lastName: "Sørås",
  birthDate: "2008-02-29",
  birthYear: 2008,
  email: "kari.s@post.example",
  mobile: "+4790000001",
  postcode: "0150",
  joinedOn: "2024-01-05",
  leftOn: null,
  feePaid: true,
  feePaidOn: `${new Date().getFullYear()}-02-01`,
  feeAmount: 60_00,
  feePayer: "SELF",
  type: "hovedmedlem",
  chapter: CHAPTER,
  municipality: "Asker",
  county: "Akershus",
  guardian: null,
};
const PEOPLE: ImportedMember[] = [
  PERSON,
  {
    ...PERSON,
    memberNo: "1002",
    firstName: "Ole",
    lastName: "Bø",
    birthDate: "2012-12-31",
    birthYear: 2012,
    email: "ole@post.example",
    mobile: null,
    feePaid: false,
    feePaidOn: null,
    feeAmount: null,
    feePayer: null,
    guardian: { name: "Anne Bø", email: "anne@post.example", mobile: "+4740000002" },
  },
  {
    ...PERSON,
    memberNo: "1003",
    firstName: "Jon",
    lastName: "Li",
    email: null,
    birthDate: "2001-01-01",
    birthYear: 2001,
  },
];
const csv = (lines: string[]): string => `${lines.join("\r\n")}\r\n`;

test("files of five shapes become the same register, and the same file twice changes nothing", async () => {
  const registers: unknown[] = [];
  for (const write of Object.values(SHAPES)) {
    const { chapterId, leader } = await chapter();
    await seed.client.query("update app.chapter set short_name = name where organization_id = $1 and short_name = $2", [
      federation.organizationId,
      CHAPTER,
    ]);
    await seed.client.query("update app.chapter set short_name = $2 where id = $1", [chapterId, CHAPTER]);
    const file = await allBytes(write(PEOPLE));
    const first = await imports.send(leader, file);
    expect([first.state, first.counts, first.problem]).toEqual(["READY", { NEW: 3 }, null]);
    const applied = await imports.apply(leader, first);
    expect([applied.state, applied.applied]).toEqual(["APPLIED", { NEW: 3 }]);
    const register = await imports.register(chapterId);
    registers.push(register);
    const again = await imports.send(leader, file);
    expect(again.counts).toEqual({ SAME: 3 });
    expect((await imports.apply(leader, again)).applied).toEqual({});
    expect(await imports.register(chapterId)).toEqual(register);
  }
  expect(registers).toHaveLength(Object.keys(SHAPES).length);
  for (const register of registers) expect(register).toEqual(registers[0]);
  expect(registers[0]).toMatchObject([
    {
      first_name: "Jon",
      email: null,
      mobile: "+4790000001",
      birth_date: "2001-01-01",
      fees: [[PERSON_YEAR(), PERSON.feePaidOn]],
    },
    { first_name: "Kari Åse", email: "kari.s@post.example", postcode: "0150", joined_on: "2024-01-05" },
    { first_name: "Ole", fees: null, guardian: { name: "Anne Bø", email: "anne@post.example", mobile: "+4740000002" } },
  ]);
});
const PERSON_YEAR = () => new Date().getFullYear();

describe("a chapter's file", () => {
  const HEADER = "Medlemsnummer;Fornavn;Etternavn;Fødselsdato;E-post;Mobil;Postnr;Innmeldt;Utmeldt;Betalt";

  test("says what differs, takes it in, and proposes no one's end", async () => {
    const { chapterId, leader } = await chapter();
    const before = await imports.send(
      leader,
      csv([
        HEADER,
        "1;Anna;Moe;01.02.2005;anna@post.example;90000011;1383;01.01.2024;;nei",
        "2;Bo;Ek;02.02.2005;bo@post.example;90000012;1383;01.01.2024;;nei",
        "3;Cecilie;Dahl;03.02.2005;c@post.example;;1383;01.01.2024;;nei",
        "4;Dag;Lie;04.02.2005;d@post.example;;1383;01.01.2024;;nei",
      ]),
    );
    await imports.apply(leader, before);
    const file = csv([
      HEADER,
      "1;Anna;Moe Berg;01.02.2005;anna@post.example;90000099;1384;01.01.2024;;ja",
      ";Bo;Ek;02.02.2005;bo@post.example;;;;;",
      "3;Cecilie;Dahl;03.02.2005;c@post.example;;1383;01.01.2024;01.06.2026;nei",
      "9;Eva;Foss;05.02.2005;e@post.example;;1383;01.01.2026;;ja",
      "9;Eva;Foss;05.02.2005;e@post.example;;1383;01.01.2026;;ja",
      "10;Ida;Ny;31.02.2005;i@post.example;;1383;01.01.2026;;ja",
      "11;Gammel;Venn;06.02.2005;g@post.example;;1383;01.01.2020;01.01.2022;nei",
    ]);
    const facts = await imports.send(leader, file);
    expect(facts.counts).toEqual({ NEW: 1, CHANGED: 2, SAME: 1, GONE: 1, DUPLICATE: 1, REJECTED: 1, LEFT: 1 });
    expect(await imports.lines(leader, facts.id, "CHANGED")).toMatchObject([
      { line: 2, name: "Anna Moe Berg", changes: ["NAME", "MOBILE", "POSTCODE", "FEE"] },
      { line: 4, name: "Cecilie Dahl", changes: ["LEFT_ON"] },
    ]);
    expect(await imports.lines(leader, facts.id, "GONE")).toMatchObject([{ line: null, name: "Dag Lie" }]);
    const [twice] = await imports.lines(leader, facts.id, "DUPLICATE");
    expect([twice?.line, twice?.messages[0]]).toEqual([6, expect.stringContaining("(5)")]);
    const [rejected] = await imports.lines(leader, facts.id, "REJECTED");
    expect(rejected).toMatchObject({
      line: 7,
      name: null,
      messages: [expect.stringContaining("Linje 7, «Fødselsdato»")],
    });
    const { importReport } = await server.ask<{ importReport: string }>(
      leader,
      `query ($id: ID!) { importReport(id: $id) }`,
      {
        id: facts.id,
      },
    );
    expect(
      importReport
        .split("\r\n")
        .slice(0, 3)
        .map((line) => line.split(";").slice(0, 2).join(";")),
    ).toEqual(["\uFEFFLinje;Kolonne", "6;", "7;Fødselsdato"]);

    expect((await imports.apply(leader, facts)).applied).toEqual({ NEW: 1, CHANGED: 2, LEFT: 1 });
    expect(await imports.register(chapterId)).toMatchObject([
      {
        first_name: "Anna",
        last_name: "Moe Berg",
        mobile: "+4790000099",
        postcode: "1384",
        rev: 2,
        fees: [[PERSON_YEAR(), expect.any(String)]],
      },
      { first_name: "Bo", mobile: "+4790000012", rev: 1 },
      { first_name: "Cecilie", left_on: "2026-06-01" },
      { first_name: "Dag", left_on: null, rev: 1 },
      { first_name: "Eva", rev: 1 },
    ]);
    // what was read of persons is forgotten, what to mend is still told
    const { rows } = await seed.client.query("select first_name, email_ct from app.import_row where import_id = $1", [
      facts.id,
    ]);
    expect(rows).toEqual([{ first_name: null, email_ct: null }]);
    expect(await imports.lines(leader, facts.id, "REJECTED")).toHaveLength(1);
  });

  test("never writes one person over another", async () => {
    const { chapterId, leader } = await chapter();
    await imports.apply(
      leader,
      await imports.send(leader, csv([HEADER, "1;Kari;Tvil;01.02.2005;felles@post.example;;;;;"])),
    );
    const facts = await imports.send(leader, csv([HEADER, ";Ola;Tvil;01.02.2005;felles@post.example;;;;;"]));
    expect(facts.counts).toEqual({ DUPLICATE: 1 });
    await imports.apply(leader, facts);
    expect(await imports.register(chapterId)).toMatchObject([{ first_name: "Kari", rev: 1 }]);
    // both in the file: twins
    const both = csv([
      HEADER,
      "1;Kari;Tvil;01.02.2005;felles@post.example;;;;;",
      "2;Ola;Tvil;01.02.2005;felles@post.example;;;;;",
    ]);
    expect((await imports.send(leader, both)).counts).toEqual({ SAME: 1, DUPLICATE: 1 });
  });

  test("whose headers are unclear waits to be told, and remembers", async () => {
    const { leader } = await chapter();
    const file = csv(["Fornavn;Slekt etter far;Hemmelig notat;Fødselsdato", "Anna;Moe;x;01.02.2005"]);
    const id = uuidv7();
    const facts = await imports.send(leader, file, id);
    expect([facts.state, facts.rowsRead]).toEqual(["UNMAPPED", 0]);
    expect(facts.columns.map(({ name, field }) => [name, field])).toEqual([
      ["Fornavn", "FIRST_NAME"],
      ["Slekt etter far", null],
      ["Hemmelig notat", null],
      ["Fødselsdato", "BIRTH_DATE"],
    ]);
    const save = (columns: { index: number; field: string }[]) =>
      server.ask<{ saveImportMapping: { problems: { code: string; message: string }[] } }>(
        leader,
        `mutation ($input: SaveImportMappingInput!) { saveImportMapping(input: $input) { problems { code message } } }`,
        { input: { key: uuidv7(), id, rev: facts.rev, columns } },
      );
    expect((await save([{ index: 1, field: "FIRST_NAME" }])).saveImportMapping.problems).toHaveLength(1);
    expect((await save([{ index: 1, field: "POSTCODE" }])).saveImportMapping.problems[0]?.message).toContain(
      "etternavn",
    );
    expect(
      (
        await save([
          { index: 1, field: "LAST_NAME" },
          { index: 2, field: "IGNORE" },
        ])
      ).saveImportMapping.problems,
    ).toEqual([]);
    expect(await imports.send(leader, file, id)).toMatchObject({ state: "READY", counts: { NEW: 1 } });
    expect(await imports.send(leader, file)).toMatchObject({ state: "READY", counts: { NEW: 1 } });
  });

  test("is compared again when it is taken in", async () => {
    const { chapterId, leader } = await chapter();
    const facts = await imports.send(leader, csv([HEADER, "1;Anna;Moe;01.02.2005;anna@post.example;;;01.01.2024;;"]));
    expect(facts.counts).toEqual({ NEW: 1 });
    await seed.rows("member", {
      organization_id: federation.organizationId,
      chapter_id: chapterId,
      id: uuidv7(),
      member_no: "1",
      first_name: "Anna",
      last_name: "Moe",
      joined_on: "2024-01-01",
      joined_chapter_on: "2024-01-01",
    });
    expect((await imports.apply(leader, facts)).applied).toEqual({ CHANGED: 1 });
    expect(await imports.register(chapterId)).toMatchObject([
      { email: "anna@post.example", birth_date: "2005-02-01", rev: 2 },
    ]);
  });

  test("that breaks in the middle of being taken in leaves all as it was, and is taken in by the next run", async () => {
    const { chapterId, leader } = await chapter();
    await imports.apply(leader, await imports.send(leader, csv([HEADER, "1;Anna;Moe;01.02.2005;a@post.example;;;;;"])));
    const facts = await imports.send(
      leader,
      csv([HEADER, "1;Anna;Moe;01.02.2005;ny@post.example;;;;;", "2;Bo;Ek;02.02.2005;bo@post.example;;;;;"]),
    );
    await imports.ask(leader, facts);
    const broken = {
      ...seed.sealer,
      seal: () => {
        throw new Error("killed");
      },
    };
    await expect(imports.work(facts.id, { sealer: broken })).rejects.toThrow("killed");
    await seed.client.query(
      `create function app.break_it() returns trigger language plpgsql as $$ begin raise exception 'killed' using errcode = '57P01'; end $$;
       create trigger break_it before insert on app.audit for each row when (new.action = 'IMPORT_APPLIED') execute function app.break_it()`,
    );
    await expect(imports.work(facts.id)).rejects.toThrow("killed");
    await seed.client.query("drop trigger break_it on app.audit; drop function app.break_it()");
    expect(await imports.register(chapterId)).toMatchObject([{ first_name: "Anna", email: "a@post.example", rev: 1 }]);
    expect((await imports.read(leader, facts.id)).state).toBe("APPLYING");
    await Promise.all([imports.work(facts.id), imports.work(facts.id)]);
    expect(await imports.read(leader, facts.id)).toMatchObject({ state: "APPLIED", applied: { NEW: 1, CHANGED: 1 } });
    expect(await imports.register(chapterId)).toMatchObject([
      { first_name: "Anna", email: "ny@post.example", rev: 2 },
      { first_name: "Bo", rev: 1 },
    ]);
  });

  test("may be given up until it is in, and not after", async () => {
    const CANCEL = `mutation ($input: CancelImportInput!) { cancelImport(input: $input) { memberImport { state rev } problems { code } } }`;
    type Cancelled = { cancelImport: { memberImport: { state: string; rev: number }; problems: { code: string }[] } };
    const { chapterId, leader } = await chapter();
    const facts = await imports.send(leader, csv([HEADER, "1;Anna;Moe;01.02.2005;a@post.example;;;;;"]));
    const { applyImport } = await imports.ask(leader, facts);
    const cancel = (id: string, rev: number) =>
      server.ask<Cancelled>(leader, CANCEL, { input: { key: uuidv7(), id, rev } });
    expect((await cancel(facts.id, facts.rev)).cancelImport.problems).toMatchObject([{ code: "CONFLICT" }]);
    expect((await cancel(facts.id, applyImport.memberImport.rev)).cancelImport.memberImport.state).toBe("CANCELLED");
    await imports.work(facts.id);
    expect(await imports.register(chapterId)).toEqual([]);
    const { rows } = await seed.client.query("select 1 from app.import_row where import_id = $1", [facts.id]);
    expect(rows).toEqual([]);
    const other = await imports.apply(leader, await imports.send(leader, csv([HEADER, "1;Anna;Moe;01.02.2005;;;;;;"])));
    expect((await cancel(other.id, other.rev)).cancelImport.problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test.each([
    ["an empty file", "", "tom"],
    ["a header and no rows", csv([HEADER]), "overskrift"],
    ["a row of 400 columns", csv(["Fornavn;Etternavn", Array(400).fill("x").join(";")]), "kolonner"],
    [
      "a file in mixed encodings",
      Buffer.concat([Buffer.from(csv(["Fornavn;Etternavn", "Åse;Bø"])), Buffer.from("J\xF8rn;Li\r\n", "latin1")]),
      "linje 3",
    ],
    ["what is no workbook", Buffer.from("PK\x03\x04 not really a zip"), "xlsx"],
  ])("%s gets a sentence, and nothing changes", async (_, file, word) => {
    const { chapterId, leader } = await chapter();
    const facts = await imports.send(leader, file);
    expect([facts.state, facts.problem?.toLowerCase()]).toEqual(["FAILED", expect.stringContaining(word)]);
    expect(await imports.register(chapterId)).toEqual([]);
    const { rows } = await seed.client.query("select 1 from app.import_row where import_id = $1", [facts.id]);
    expect(rows).toEqual([]);
  });

  test("that is too large gets a sentence too", async () => {
    const { leader } = await chapter();
    const line = `${"x".repeat(1000)};y\r\n`;
    const facts = await imports.send(leader, `Fornavn;Etternavn\r\n${line.repeat(52_500)}`);
    expect([facts.state, facts.problem]).toEqual(["FAILED", expect.stringContaining("50")]);
  });
});

test("a file tells how much was paid, by whom and which type of membership, and fills in what the register does not know", async () => {
  const type = uuidv7();
  await seed.rows("membership_type", {
    organization_id: federation.organizationId,
    id: type,
    name: "Hovedmedlem",
    eligible: true,
  });
  const file = (paid: string, kind: string) =>
    `Fornavn;Etternavn;Født;E-post;Betalt;Beløp;Betalt av;Medlemstype\nBea;Beløpsen;01.02.2004;bea@post.example;${paid};${kind}\n`;
  const kept = async () =>
    (
      await seed.client.query(
        `select f.amount, f.paid_by, m.membership_type_id as type from app.member m join app.member_fee f on f.chapter_id = m.chapter_id and f.member_id = m.id where m.last_name = 'Beløpsen'`,
      )
    ).rows;
  const seat = federation.leader;
  const take = async (text: string) => {
    const sent = await imports.send(seat, text);
    await imports.apply(seat, sent);
    return sent;
  };
  await take(file("Ja;;", "Ukjent type"));
  expect(await kept()).toEqual([{ amount: null, paid_by: "UNKNOWN", type: null }]);
  expect((await take(file("Ja;60,00;Selv", "HOVEDMEDLEM"))).counts).toMatchObject({ CHANGED: 1 });
  expect(await kept()).toEqual([{ amount: 60_00, paid_by: "SELF", type }]);
  // what the register knows of a payment is not taken away, and the same again is nothing new
  expect((await take(file("Ja;20;Foresatt", ""))).counts).toMatchObject({ SAME: 1 });
  expect(await kept()).toEqual([{ amount: 60_00, paid_by: "SELF", type }]);
});
