import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEmail } from "./address.js";

test.each([
  ["Kari@Test.Example", "kari@test.example"],
  ["  kari@test.example. ", "kari@test.example"],
  ["kari+varde@test.example", "kari+varde@test.example"],
  ["ＫＡＲＩ@test.example", "kari@test.example"],
  ["åse@blåbær.no", "åse@xn--blbr-roah.no"],
  ["o'hara@sub.test.example", "o'hara@sub.test.example"],
])("%s is %s", (typed, kept) => expect(parseEmail(typed)).toBe(kept));

test.each([
  "",
  "a",
  "a@",
  "@b.no",
  "a@b",
  "a@b..no",
  ".a@b.no",
  "a.@b.no",
  "a..b@c.no",
  "a@-b.no",
  "a@b.no, c@d.no",
  "a@b.no;c@d.no",
  '"a b"@c.no',
  "a@[127.0.0.1]",
  "a(b)@c.no",
  "a@b.no\nbcc: c@d.no",
  "a:b@c.no",
  `${"a".repeat(65)}@b.no`,
])("%j is none", (typed) => expect(parseEmail(typed)).toBeNull());

test("whatever is typed, what is kept is one line with one @, and stays itself", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.emailAddress()), (typed) => {
      const kept = parseEmail(typed);
      if (kept === null) return;
      expect(kept).toMatch(/^[^\s@,;<>"()]+@[a-z0-9.-]+$/);
      expect(parseEmail(kept)).toBe(kept);
    }),
  );
});
