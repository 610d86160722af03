import { addDays } from "@varde/domain";
import fc from "fast-check";
import type { ImportedMember } from "./imported-member.js";

const word = fc
  .tuple(
    fc.constantFrom(..."ABDEFHIKLMNOSTÆØÅÖ"),
    fc.array(fc.constantFrom(..."abdeghiklmnorstuvyæøåéö'"), { minLength: 1, maxLength: 9 }),
  )
  .map(([first, rest]) => first + rest.join("").replace(/'$/, ""));
const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(" "));
const day = (from: string, most: number): fc.Arbitrary<string> => fc.nat(most).map((n) => addDays(from, n));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const mobile = fc
  .tuple(fc.constantFrom("4", "9"), fc.nat(9_999_999))
  .map(([first, rest]) => `+47${first}${String(rest).padStart(7, "0")}`);
const email = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(?:[.+-][a-z0-9]{1,5})?@[a-z]{2,8}\.example$/);
const postcode = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, "0"));

/** Any member that a file can tell of in full. */
export const anyMember: fc.Arbitrary<ImportedMember> = fc
  .record({
    memberNo: maybe(fc.stringMatching(/^[1-9A-Z]\d{0,6}$/)),
    firstName: words,
    lastName: fc.oneof(word, words, fc.constant("")),
    birthDate: maybe(day("1900-01-01", 42_000)),
    birthYear: maybe(fc.integer({ min: 1900, max: 2015 })),
    email: maybe(email),
    mobile: maybe(mobile),
    postcode: maybe(postcode),
    joinedOn: maybe(day("2016-01-01", 3900)),
    leftOn: maybe(day("2026-12-01", 300)),
    feePaid: maybe(fc.boolean()),
    feePaidOn: maybe(day("2025-10-01", 400)),
    feeAmount: maybe(fc.integer({ min: 0, max: 1_000_000 })),
    feePayer: maybe(fc.constantFrom("SELF" as const, "OTHER" as const)),
    type: maybe(words),
    chapter: maybe(words),
    municipality: maybe(word),
    county: maybe(word),
    guardian: maybe(fc.record({ name: maybe(words), email: maybe(email), mobile: maybe(mobile) })),
  })
  .map((member) => ({
    ...member,
    birthYear: member.birthDate === null ? member.birthYear : Number(member.birthDate.slice(0, 4)),
    feePaidOn: member.feePaid === true ? member.feePaidOn : null,
    feeAmount: member.feePaid === true ? member.feeAmount : null,
    feePayer: member.feePaid === true ? member.feePayer : null,
    guardian:
      member.guardian !== null && Object.values(member.guardian).some((value) => value !== null)
        ? member.guardian
        : null,
  }));
