import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import type { Comparison } from "../comparison.type.js";
import { shownExact } from "../shown-counts.js";
import { bookOf } from "./book.js";
import { drawReport } from "./report-pdf.js";
import { reportOf } from "./report.js";
import { csvOf, xlsxOf } from "./spreadsheets.js";
import { readPdf } from "./files.testing.js";

const CHAPTERS = 3000;
const counts = { onTime: 9, late: 2, missed: 1, takenOver: 0, open: 0, overdue: 3, waived: 1, cancelled: 0, empty: 0 };

function comparison(): Comparison {
  const { counts: total, completion, timeliness } = shownExact(counts);
  return {
    template: {
      id: "t",
      key: "t",
      name: { nb: "Treff" },
      aboutMember: false,
      corePosition: 1,
      periods: [],
    } as Comparison["template"],
    period: "2026-H2",
    periodStart: "2026-07-01",
    periodEnd: "2026-12-31",
    referenceDate: "2026-11-22",
    fromSnapshot: false,
    rows: Array.from({ length: CHAPTERS }, (_, i) => {
      const chapter = { id: `${i}`, name: `Lag ${i}`, shortName: `Lag ${i}`, regionId: null, regionName: null };
      return { chapter, ...shownExact(counts), drillable: false };
    }),
    total,
    completion,
    timeliness,
    majors: [1],
    scopeName: "Alle",
  } as Comparison;
}

/** What is written, the largest piece of it and all of it. */
async function sizes(source: Parameters<typeof pipeline>[0]): Promise<{ largest: number; bytes: Buffer }> {
  const pieces: Buffer[] = [];
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(Buffer.from(piece));
      done();
    },
  });
  await pipeline(source as NodeJS.ReadableStream, sink);
  return { largest: Math.max(...pieces.map((piece) => piece.length)), bytes: Buffer.concat(pieces) };
}

test("three thousand chapters leave in pieces, in every format", async () => {
  const book = bookOf(comparison(), "https://varde.example/sammenlign", "nb");
  const csv = await sizes(Readable.from(csvOf(book)));
  expect(csv.bytes.toString("utf8").split("\r\n").length).toBeGreaterThan(CHAPTERS);
  expect(csv.bytes.toString("utf8").match(/\uFEFF/g)).toHaveLength(1);
  expect(csv.largest).toBeLessThan(csv.bytes.length / 3);
  const xlsx = await sizes(await xlsxOf(book, "nb"));
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe("PK");
  const report = reportOf({ scopeName: "Alle", today: "2026-11-22", comparisons: [comparison()] }, "nb");
  const { pdf, drawn } = drawReport(report);
  const [{ largest, bytes }] = await Promise.all([sizes(pdf), drawn]);
  expect(largest).toBeLessThan(bytes.length / 3);
  const words = readPdf(bytes);
  expect(words).toContain("Lag 0");
  expect(words).toContain(`Lag ${CHAPTERS - 1}`);
});
