import fc from "fast-check";
import { expect, it } from "vitest";
import { anyMember } from "./any-member.testing.js";
import { exportRows } from "./export.js";
import type { ImportedMember } from "./imported-member.js";
import { readFile, streamOf } from "./shapes.testing.js";

async function written(members: ImportedMember[]): Promise<string> {
  let text = "";
  for await (const piece of exportRows(members)) text += piece;
  return text;
}

/** What units and numbers of members could be called by somebody who means harm, or has a sense of order. */
const hostile = fc
  .array(fc.constantFrom("=", "+", "-", "@", "'", '"', ";", ",", "1", "a", "ø", "|", "\uFF1D", "/"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((signs) => signs.join(""))
  // an apostrophe before such a sign is ours, and never arrives in the register
  .filter((text) => !/^'+[=+\-@\uFF1D]/.test(text));

it("reads back as the same members, whatever their texts begin with", async () => {
  const member = fc.record({ one: anyMember, chapter: hostile, memberNo: hostile, county: hostile });
  await fc.assert(
    fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 5 }), async (list) => {
      const members = list.map(({ one, ...texts }) => ({ ...one, ...texts }));
      const text = await written(members);
      expect((await readFile(streamOf(text))).members).toEqual(members);
    }),
    { numRuns: 300 },
  );
});

it("has the form a spreadsheet opens, with nothing it would run", async () => {
  const [base] = fc.sample(anyMember, { numRuns: 1, seed: 3 }) as [ImportedMember];
  const text = await written([
    { ...base, memberNo: "=1+1", mobile: "+4790012345", birthDate: "2008-02-29", birthYear: 2008, chapter: "@a;b" },
  ]);
  const [header, row, rest] = text.split("\r\n");
  expect(header).toMatch(/^\uFEFFMedlemsnummer;Fornavn;Etternavn;Fødselsdato;/);
  expect(row).toContain(`"'=1+1";`);
  expect(row).toContain(`;"'@a;b";`);
  expect(row).toContain(";29.02.2008;2008;");
  expect(row).toContain(";+4790012345;");
  expect(rest).toBe("");
});

it("has its mark once, however many members there are", async () => {
  const members = fc.sample(anyMember, { numRuns: 1201, seed: 5 });
  const text = await written(members);
  expect(text.lastIndexOf("\uFEFF")).toBe(0);
  expect((await readFile(streamOf(text))).members).toEqual(members);
});
