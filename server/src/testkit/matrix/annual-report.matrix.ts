import { v7 as uuidv7 } from "uuid";
import { osloDate, REPORT_SECTIONS } from "@varde/domain";
import type { MatrixLine, MatrixWorld } from "./line.js";

const YEAR = Number(osloDate(new Date()).slice(0, 4));

type Target = { id: string; photoId: string; chapterId: string; year: number };

/** The own chapter's one report of the year, anew for each caller. */
async function report({ federation, seed }: MatrixWorld, finished = false): Promise<Target> {
  const tenant = { organization_id: federation.organizationId, chapter_id: federation.chapters.own };
  const seatId = federation.leader.seatId;
  const [id, photoId] = [uuidv7(), uuidv7()];
  for (const table of ["photo", "version", "section"])
    await seed.client.query(`delete from app.annual_report_${table} where chapter_id = $1`, [tenant.chapter_id]);
  await seed.client.query(`delete from app.annual_report where chapter_id = $1`, [tenant.chapter_id]);
  await seed.rows("annual_report", {
    ...tenant,
    id,
    year: YEAR,
    language: "nb",
    started_by: seatId,
    ...(finished && { state: "FINISHED", version: 1 }),
  });
  for (const section of REPORT_SECTIONS)
    await seed.rows("annual_report_section", { ...tenant, report_id: id, section, body: "Hei." });
  await seed.rows("annual_report_photo", {
    ...tenant,
    report_id: id,
    id: photoId,
    image: Buffer.alloc(200),
    hash: Buffer.alloc(32),
    width: 10,
    height: 10,
    alt: "Bål",
    consented_by: seatId,
    consented_on: `${YEAR}-01-01`,
    minors: "NONE",
    published: finished,
  });
  const content = { chapterName: "Lag", year: YEAR, language: "nb", sections: [], board: [], photos: [] };
  const { rows } = await seed.client.query<{ hash: Buffer }>(
    "select sha256(convert_to($1::jsonb::text, 'UTF8')) as hash",
    [JSON.stringify(content)],
  );
  for (const edition of finished ? ["INTERNAL", "PUBLIC"] : [])
    await seed.rows("annual_report_version", {
      ...tenant,
      report_id: id,
      version: 1,
      edition,
      year: YEAR,
      content,
      hash: rows[0]!.hash,
      finished_by: seatId,
    });
  return { id, photoId, chapterId: tenant.chapter_id, year: YEAR };
}

const payload = "{ report { id } problems { code } }";
/** Only the own board writes; another chapter's board reaches its own alone. */
const BOARD = {
  none: "UNAUTHENTICATED",
  leader: "OK",
  board: "OK",
  siblingLeader: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
} as const;
/** Whoever may read plans of the own chapter. */
const READS = {
  none: "UNAUTHENTICATED",
  expired: "FORBIDDEN",
  siblingLeader: "NOT_FOUND",
  farCoordinator: "NOT_FOUND",
  foreignLeader: "NOT_FOUND",
  foreignAdmin: "NOT_FOUND",
} as const;
const change = (field: string, answer: string, input: (target: Target) => object, finished = false): MatrixLine => ({
  field,
  document: `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) ${answer} }`,
  arrange: async (world) => ({ input: { key: uuidv7(), ...input(await report(world, finished)) } }),
  otherwise: "FORBIDDEN",
  except: BOARD,
});

/** The own board writes; those above read what is finished, without the sections that count persons. */
export const annualReportMatrix: MatrixLine[] = [
  {
    field: "annualReport",
    document: `query ($year: Int) { annualReport(year: $year) { id } }`,
    arrange: async (world) => ({ year: (await report(world)).year }),
    otherwise: "FORBIDDEN",
    except: BOARD,
    reached: (data) => data["annualReport"] !== null,
  },
  {
    field: "finishedAnnualReports",
    document: `query { finishedAnnualReports { nodes { chapterId } } }`,
    arrange: async (world) => report(world, true),
    otherwise: "OK",
    except: READS,
    reached: (data, { chapterId }) =>
      (data["finishedAnnualReports"] as { nodes: { chapterId: string }[] }).nodes.some(
        (one) => one.chapterId === chapterId,
      ),
  },
  {
    field: "finishedAnnualReport",
    document: `query ($chapterId: ID!, $year: Int!) { finishedAnnualReport(chapterId: $chapterId, year: $year) { chapterId } }`,
    arrange: async (world) => {
      const { chapterId, year } = await report(world, true);
      return { chapterId, year };
    },
    otherwise: "OK",
    except: READS,
    reached: (data) => data["finishedAnnualReport"] !== null,
  },
  {
    field: "finishedAnnualReport",
    of: "a draft",
    document: `query ($chapterId: ID!, $year: Int!) { finishedAnnualReport(chapterId: $chapterId, year: $year) { chapterId } }`,
    arrange: async (world) => {
      const { chapterId, year } = await report(world);
      return { chapterId, year };
    },
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED", expired: "FORBIDDEN" },
    reached: (data) => data["finishedAnnualReport"] !== null,
  },
  ...(["INTERNAL", "PUBLIC"] as const).map((edition): MatrixLine => ({
    field: "annualReportFile",
    of: edition,
    document: `query ($chapterId: ID, $year: Int!) { annualReportFile(chapterId: $chapterId, year: $year, edition: ${edition}, format: PDF) { fileName } }`,
    arrange: async (world) => {
      const { chapterId, year } = await report(world, true);
      // no picture: what is printed is tried in the tests of the feature
      await world.seed.client.query("delete from app.annual_report_photo where chapter_id = $1", [chapterId]);
      return { chapterId, year };
    },
    otherwise: edition === "PUBLIC" ? "OK" : "NOT_FOUND",
    except: edition === "PUBLIC" ? READS : { none: "UNAUTHENTICATED", expired: "FORBIDDEN", leader: "OK", board: "OK" },
  })),
  {
    field: "startAnnualReport",
    document: `mutation ($input: StartAnnualReportInput!) { startAnnualReport(input: $input) ${payload} }`,
    arrange: async (world) => {
      await report(world);
      return { input: { key: uuidv7(), id: uuidv7(), year: YEAR - 1, language: "nb", draft: false } };
    },
    otherwise: "FORBIDDEN",
    // another chapter's leader begins their own
    except: { ...BOARD, siblingLeader: "OK", foreignLeader: "OK" },
  },
  change("saveReportSection", "{ section { rev } problems { code } }", ({ id }) => ({
    id,
    rev: 1,
    section: "INTRO",
    body: "Ny.",
    taken: [],
  })),
  change("describeReportPhoto", "{ photo { rev } problems { code } }", ({ photoId }) => ({
    id: photoId,
    rev: 1,
    alt: "Bål",
  })),
  change("deleteReportPhoto", "{ photo { id } problems { code } }", ({ photoId }) => ({ id: photoId })),
  change("finishAnnualReport", payload, ({ id }) => ({ id, rev: 1 })),
  change("reopenAnnualReport", payload, ({ id }) => ({ id, rev: 1, because: "Feil tall." }), true),
];
