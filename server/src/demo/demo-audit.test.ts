import { knowledgeOf, narrowCells, boardsOf, tellsOfFew, truthOf } from "@varde/domain/audit";
import type { AuditCount, AuditShare } from "@varde/domain/audit";
import { addDays, addMonths } from "@varde/domain";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDoor } from "../kernel/db/door.js";
import { inOrganization } from "../kernel/jobs/job.js";
import { testDatabase } from "../testkit/database.js";
import type { TestDatabase } from "../testkit/database.js";
import { loadDemo } from "./load-demo.js";

// The auditor knows everything that is published of the demo's touchpoints about members, with the percentages that
// follow, and what each board knows of its own.

const OUTCOMES = ["ON_TIME", "LATE", "MISSED"];
const SUMS = [
  { sum: "CLOSED", parts: OUTCOMES },
  { sum: "DONE", parts: ["ON_TIME", "LATE"] },
  { sum: "LATE_OR_MISSED", parts: ["LATE", "MISSED"] },
];
type Published = AuditCount & { organizationId: string; templateId: string; day: string; months: number };
type Raw = { templateId: string; chapterId: string; measure: string; quarter: string | null; n: number };
type Chapter = {
  organizationId: string;
  id: string;
  regionId: string | null;
  openedOn: string;
  closedOn: string | null;
};

let database: TestDatabase, client: pg.Client, published: Published[];

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await loadDemo({ adminUrl: database.adminUrl, secret: database.secret, today: "2026-11-22", log: () => undefined });
  ({ rows: published } = await client.query<Published>(
    `select p.organization_id as "organizationId", p.template_id as "templateId", p.snapshot_on::text as day, p.unit_id as "unitId", p.measure, p.value, r.months
       from app.published_count p
       join app.published_release r on r.organization_id = p.organization_id and r.template_id = p.template_id and r.snapshot_on = p.snapshot_on
      where exists (select 1 from app.template_version v where v.organization_id = p.organization_id and v.template_id = p.template_id and v.about_member)`,
  ));
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** whole percentages, as a page may write them, wherever both parts of a share are shown */
function percentages(counts: readonly AuditCount[]): AuditShare[] {
  return [...Map.groupBy(counts, ({ unitId }) => unitId)].flatMap(([unitId, row]) => {
    const of = (measure: string) => row.find((one) => one.measure === measure)?.value ?? null;
    const closed = of("CLOSED");
    return OUTCOMES.flatMap((part) => {
      const n = of(part);
      return n === null || !closed ? [] : [{ unitId, part, of: "CLOSED", percent: Math.round((100 * n) / closed) }];
    });
  });
}

async function chaptersOn(organizationId: string, day: string): Promise<Chapter[]> {
  const { rows } = await client.query<Chapter>(
    `select c.id, m.region_id as "regionId" from app.chapter c
       left join app.chapter_region m on m.organization_id = c.organization_id and m.chapter_id = c.id
        and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
      where c.organization_id = $1 and c.opened_on <= $2 and (c.closed_on is null or c.closed_on > $3)`,
    [organizationId, day, addMonths(day, -36)],
  );
  return rows;
}

it("publishes nothing from which anybody, or any board, can work out a small count of persons", async () => {
  const { adminUrl: databaseUrl, rolePrefix, secret } = database;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  let audited = 0;
  try {
    for (const counts of Map.groupBy(published, (one) => `${one.organizationId} ${one.day}`).values()) {
      const { organizationId, day } = counts[0]!;
      const chapters = await chaptersOn(organizationId, day);
      const raw = await inOrganization({ job }, organizationId, "JOB_PUBLISH", (work) =>
        work.query<Raw>(
          `select template_id as "templateId", chapter_id as "chapterId", measure, quarter, n from authz.release_counts($1)`,
          [day],
        ),
      );
      for (const [templateId, told] of Map.groupBy(counts, (one) => one.templateId)) {
        const first = addDays(addMonths(addDays(day, 1), -told[0]!.months), -1);
        const exact = new Map(
          chapters.map(({ id }) => {
            const row: Record<string, number> = {};
            for (const { measure, quarter, n } of raw.filter(
              (one) => one.templateId === templateId && one.chapterId === id,
            )) {
              if (quarter === null || quarter > first) row[measure] = (row[measure] ?? 0) + n;
            }
            const worked = SUMS.map(({ sum, parts }) => [sum, parts.reduce((all, part) => all + (row[part] ?? 0), 0)]);
            return [id, { ...row, ...Object.fromEntries(worked) } as Record<string, number>];
          }),
        );
        const tables = { organizationId, chapters, counts: told, sums: SUMS, shares: percentages(told) };
        const insiders = boardsOf(tables, [...new Set([...told.map((one) => one.measure), "DONE"])]);
        const truth = truthOf(tables, exact);
        for (const share of tables.shares) {
          truth.set(
            `/${share.unitId}/${share.part} as a share of CLOSED`,
            truth.get(`/${share.unitId}/${share.part}`) ?? 0,
          );
        }
        const found = narrowCells(knowledgeOf(tables), { width: 5, truth, insiders });
        expect(
          found.filter((cell) => tellsOfFew(cell, 5)),
          `${templateId} ${day}`,
        ).toEqual([]);
        audited += told.length;
      }
    }
  } finally {
    await job.close();
  }
  expect(audited).toBe(published.length);
}, 120_000);

it("lets four fifths of what chapters are compared by be read, by counting as long as it takes", async () => {
  const { rows } = await client.query<{ months: number; cells: number; readable: number }>(
    `select r.months, r.cells, r.readable from app.published_release r
      where exists (select 1 from app.template_version v where v.organization_id = r.organization_id and v.template_id = r.template_id and v.about_member)`,
  );
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  expect(sum((row) => row.readable) / sum((row) => row.cells)).toBeGreaterThanOrEqual(0.8);
  // a year or two say too little of chapters where few join
  expect(Math.max(...rows.map((row) => row.months))).toBe(36);
  const total = published.filter(
    ({ unitId, organizationId, measure }) => unitId === organizationId && measure === "CLOSED",
  );
  expect(total.every(({ value }) => value !== null)).toBe(true);
});
