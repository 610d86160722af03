import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyMember } from "./any-member.testing.js";
import type { ImportedMember } from "./imported-member.js";
import { readFile, SHAPES } from "./shapes.testing.js";

const KARI: ImportedMember = {
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
  feePaidOn: "2026-02-01",
  feeAmount: 60_00,
  feePayer: "SELF",
  type: "Hovedmedlem",
  chapter: "MHU Asker",
  municipality: "Asker",
  county: "Akershus",
  guardian: null,
};
const OLE: ImportedMember = {
  ...KARI,
  memberNo: "1002",
  firstName: "Ole",
  lastName: "Bø",
  birthDate: "2012-12-31",
  birthYear: 2012,
  feePaid: false,
  feePaidOn: null,
  feeAmount: null,
  feePayer: null,
  mobile: null,
  guardian: { name: "Anne Bø", email: "anne@post.example", mobile: "+4740000002" },
};

describe.each(Object.entries(SHAPES))("%s", (_, write) => {
  it("reads as the same members, with nothing to say", async () => {
    const read = await readFile(write([KARI, OLE]));
    expect(read.members).toEqual([KARI, OLE]);
    expect([read.notes, read.rejected, read.header.unknown, read.header.missing]).toEqual([[], [], [], []]);
  });

  it("reads whatever members were written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMember, { minLength: 1, maxLength: 6 }), async (members) => {
        const read = await readFile(write(members));
        expect(read.rejected).toEqual([]);
        expect(read.members).toEqual(members);
      }),
      { numRuns: 60 },
    );
  });
});
