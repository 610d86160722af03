import { COUNTIES, canonicalJson, composeGrantReturn, countChapter, defaultGrantRules } from "@varde/domain";
import type { GrantFacts, GrantReturnContent, LocalDate } from "@varde/domain";
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import yauzl from "yauzl";
import { grantPaper } from "../features/grant-return/index.js";
import type { Child } from "./child.js";
import { ask } from "./closed-loop.js";
import { bodyOf } from "./documents.js";
import { asOwner } from "./load.js";
import type { BenchDatabase, Loadable } from "./load.js";
import { idOf, secretOf } from "./made-up.js";
import { organizationRow, person } from "./people.js";

/** Chapters that have delivered for the last year, and those that had for the year before: what the first is held against. */
export const RETURNS = { chapters: 1000, before: 20 } as const;
const PIECE_BYTES = 256 * 1024;
const PAGE = 20;
const ORGANIZATION = idOf("returns");
const chapterOf = (n: number): string => idOf("returns chapter", n);

/** Chapters, and national's administrator who gave the second factor just now. */
export function returnsFederation(today: LocalDate): Loadable {
  const unit = { role: "NATIONAL_ADMIN", unit_kind: "ORGANIZATION" };
  const national = person(ORGANIZATION, "reviewer", unit, today);
  const chapters = Array.from({ length: RETURNS.chapters }, (_, n) => ({
    organization_id: ORGANIZATION,
    id: chapterOf(n),
    name: `Lokallaget ${n}`,
    short_name: `Lag ${n}`,
    county: COUNTIES[n % COUNTIES.length]!.code,
    municipalities: ["Asker"],
    direct_members: false,
    opened_on: "2015-01-01",
    rev: 1,
  }));
  return {
    tables: [
      ["organization", [organizationRow(ORGANIZATION)]],
      ["chapter", chapters],
      ["account", [national.account]],
      ["seat", [national.seat]],
      ["session", [{ ...national.session, aal: 2, stepup_at: new Date().toISOString() }]],
    ],
  };
}

const pays = (year: number, age: number): GrantFacts => ({
  birthDate: null,
  birthYear: year - age,
  joinedOn: `${year}-01-10`,
  joinedChapterOn: `${year}-01-10`,
  leftOn: null,
  merged: false,
  locked: false,
  fee: { paidOn: `${year}-02-01`, amount: 60_00, paidBy: "SELF", family: false },
  typeEligible: true,
});

function contentOf(n: number, year: number): GrantReturnContent {
  const rules = defaultGrantRules(year);
  const facts = {
    year,
    chapterName: `Lokallaget ${n}`,
    county: COUNTIES[n % COUNTIES.length]!.name,
    municipalities: ["Asker"],
    electedOn: `${year}-02-12`,
    board: Array.from({ length: 5 }, (_, k) => ({
      name: `Fornavn${n} Etternavn${k}`,
      role: k === 0 ? "CHAPTER_LEADER" : "CHAPTER_BOARD",
    })),
    count: countChapter(
      Array.from({ length: 5 + (n % 40) }, (_, k) => pays(year, 15 + (k % 18))),
      rules,
    ),
    rules,
    papers: (["PEERS", "PLAN", "BUDGET", "ANNUAL_REPORT", "ACCOUNTS"] as const).map((paper) => ({
      paper,
      inRegister: paper === "PLAN",
    })),
  };
  const activity = `Spillkveld nummer ${n} på biblioteket i april, åpen for alle medlemmer. 14 kom, og fem av dem var nye.`;
  const words = { activity, municipality: null, electedOn: null, periodTo: null, board: null };
  return composeGrantReturn(facts, { ...words, sent: ["PEERS", "BUDGET", "ANNUAL_REPORT", "ACCOUNTS"] });
}

/** Delivers the returns: each with its hash and its own paper, drawn as signing draws it. Milliseconds a paper took. */
export function fillReturns(database: BenchDatabase, year: number): Promise<number> {
  return asOwner(database, async (client) => {
    let drawing = 0;
    // past the triggers: nobody signs a thousand returns by hand
    await client.query("set session_replication_role = replica");
    const deliver = async (n: number, of: number): Promise<void> => {
      const content = contentOf(n, of);
      const [text, at, id] = [canonicalJson(content), new Date().toISOString(), idOf("return", of, n)];
      const hash = createHash("sha256").update(text).digest("hex");
      const signed = [{ name: `Fornavn${n} Etternavn0`, role: "CHAPTER_LEADER", at }];
      const began = performance.now();
      const pdf = await grantPaper(content, hash, signed, 1, "nb");
      drawing += performance.now() - began;
      await client.query(
        `insert into app.grant_return (organization_id, chapter_id, id, year, state, version) values ($1, $2, $3, $4, 'DELIVERED', 1)`,
        [ORGANIZATION, chapterOf(n), id, of],
      );
      await client.query(
        `insert into app.grant_content (organization_id, chapter_id, return_id, version, content, hash, delivered_at, signed, pdf)
         values ($1, $2, $3, 1, $4, $5, now(), $6, $7)`,
        [ORGANIZATION, chapterOf(n), id, text, hash, JSON.stringify(signed), pdf],
      );
    };
    for (let n = 0; n < RETURNS.before; n++) await deliver(n, year - 1);
    for (let n = 0; n < RETURNS.chapters; n++) await deliver(n, year);
    await client.query("reset session_replication_role");
    await client.query("vacuum analyze");
    return drawing / (RETURNS.chapters + RETURNS.before);
  });
}

type Exports = { data: { grantExports: { id: string; state: string }[] } };
type Ordered = { data: { orderGrantExport: { grantExport: { id: string } | null } } };

/** The same bytes read and written plainly: papers page by page, put away in pieces. Seconds. */
async function plainly(client: pg.Client, year: number, bytes: number): Promise<number> {
  const began = performance.now();
  await client.query("create temporary table plain (n int, bytes bytea)");
  let [held, n, written] = [Buffer.alloc(0), 0, 0];
  const write = async (piece: Buffer): Promise<void> => {
    await client.query("insert into plain values ($1, $2)", [n++, piece]);
    written += piece.length;
  };
  for (let from = 0; from < RETURNS.chapters; from += PAGE) {
    const { rows } = await client.query<{ pdf: Buffer }>(
      `select pdf from app.grant_content k join app.grant_return r on r.chapter_id = k.chapter_id and r.id = k.return_id
        where r.organization_id = $1 and r.year = $2 order by k.chapter_id limit ${PAGE} offset $3`,
      [ORGANIZATION, year, from],
    );
    held = Buffer.concat([held, ...rows.map(({ pdf }) => pdf)]);
    for (; held.length >= PIECE_BYTES; held = held.subarray(PIECE_BYTES)) await write(held.subarray(0, PIECE_BYTES));
  }
  // what a ZIP adds: names, sums and the table
  await write(Buffer.concat([held, Buffer.alloc(Math.max(0, bytes - written - held.length))]));
  return (performance.now() - began) / 1000;
}

/**
 * Orders the year's returns as the page does, as a table and as a ZIP, waits, and fetches them to the last byte; before it the year
 * with few, so that what a server takes to run at all is not told as growth. Throws when a paper is missing.
 */
export async function measureReturns(
  app: Child,
  find: (name: string) => string,
  database: BenchDatabase,
  year: number,
): Promise<Record<string, number>> {
  const session = secretOf("reviewer");
  const post = (name: string, variables: object) =>
    ask(app.url, "/graphql", { session, body: bodyOf(find(name), variables) });
  const made = async (kind: string, of: number): Promise<{ seconds: number; file: Buffer }> => {
    const began = performance.now();
    const input = { key: randomUUID(), kind, year: of };
    const ordered = (await post("OrderGrantExport", { input })) as Ordered;
    const id = ordered.data.orderGrantExport.grantExport?.id;
    for (;;) {
      const { data } = (await post("GrantExports", {})) as Exports;
      const state = data.grantExports.find((one) => one.id === id)?.state;
      if (state === "READY") break;
      if (state !== "WAITING" && state !== "MAKING") throw new Error(`the file is ${state}`);
      await pause(50);
    }
    const response = await fetch(`${app.url}/export/standings`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-varde-export": "1", cookie: `__Host-s=${session}` },
      body: JSON.stringify({ format: "ORDERED", orderId: id }),
    });
    if (response.status !== 200) throw new Error(`the file was refused with ${response.status}`);
    const file = Buffer.from(await response.arrayBuffer());
    return { seconds: (performance.now() - began) / 1000, file };
  };
  for (const kind of ["RETURN_TABLE", "RETURNS", "RETURNS"]) await made(kind, year - 1);
  const before = await app.peakMiB();
  const table = await made("RETURN_TABLE", year);
  const zip = await made("RETURNS", year);
  const growth = (await app.peakMiB()) - before;
  const { entryCount } = await yauzl.fromBufferPromise(zip.file);
  if (entryCount !== RETURNS.chapters + 1) throw new Error(`the ZIP holds ${entryCount} files`);
  const floor = await asOwner(database, (client) => plainly(client, year, zip.file.length));
  return {
    returnTableSeconds: table.seconds,
    returnZipSeconds: zip.seconds,
    returnFloorSeconds: floor,
    returnZipMiB: zip.file.length / 2 ** 20,
    returnGrowthMiB: growth,
    returnPeakMiB: before + growth,
  };
}
