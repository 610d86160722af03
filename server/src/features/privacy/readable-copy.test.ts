import { expect, test } from "vitest";
import { copyPdf } from "./copy-pdf.js";
import type { MemberCopy } from "./member-copy.js";
import { columnsOf, PERSONAL_COLUMNS } from "./personal-columns.js";
import { COLUMNS, SOURCES } from "./privacy.texts.js";
import { readableCopy, UNREAD } from "./readable-copy.js";

const COPY: MemberCopy = {
  madeOn: "2026-11-22",
  organization: "Ungdom",
  chapter: "Asker",
  records: {
    member: [
      {
        id: "0190a000-0000-7000-8000-000000000000",
        first_name: "Áile",
        last_name: "Ødegård",
        guardian: { name: "Čáhppe" },
      },
    ],
    touchpoint: [
      {
        task: "Velkomstsamtale",
        due_on: "2026-01-15",
        outcome: "REACHED",
        answers: { "Vil komme": true },
        steps_done: ["a"],
      },
      { task: "Hei igjen", due_on: "2026-03-15", outcome: null },
    ],
  },
};

test("what is stored is read as a person would say it, with why, how long, and what one can ask for", () => {
  const { title, sections } = readableCopy(COPY, "nb");
  expect(title).toBe("Alt vi har lagret om deg");
  expect(sections.find(({ heading }) => heading === "Deg")?.entries).toEqual([
    [
      ["Fornavn", "Áile"],
      ["Etternavn", "Ødegård"],
      ["Foresatt", "Čáhppe"],
    ],
  ]);
  expect(sections.find(({ heading }) => heading.startsWith("Oppgaver"))?.entries[0]).toEqual([
    ["Oppgave", "Velkomstsamtale"],
    ["Frist", "15.01.2026"],
    ["Utfall", "Nådd"],
    ["Vil komme", "Ja"],
  ]);
  const text = JSON.stringify(sections);
  expect(text).toContain("24 måneder");
  expect(text).toContain("Datatilsynet");
  expect(text).not.toContain("0190a000");
});

test("every table and column that a copy may hold has a name in three languages", () => {
  const tables = Object.keys(PERSONAL_COLUMNS).filter(
    (table) =>
      table === "audit" ||
      table === "member" ||
      columnsOf(table, "member").some((name) => /(^|_)member_id$/.test(name)),
  );
  expect(tables.filter((table) => !SOURCES[table])).toEqual([]);
  const columns = tables.flatMap((table) => [
    ...columnsOf(table, "member"),
    ...columnsOf(table, "sealed").flatMap((name) => (name.endsWith("_ct") ? [name.slice(0, -3)] : [])),
  ]);
  const unnamed = columns.filter(
    (name) => !COLUMNS[name] && !UNREAD.has(name) && name !== "answers" && !/member_id$|^name_(key|\d)$/.test(name),
  );
  expect(unnamed).toEqual([]);
});

test("the PDF says its title and language, and holds its own fonts", async () => {
  const pdf = (await copyPdf(readableCopy(COPY, "nn"), "nn")).toString("latin1");
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain("/Lang (nn-NO)");
  expect(pdf).toContain("DejaVuSans");
  expect(pdf).toContain("/MarkInfo");
});
