import { expect, test } from "vitest";
import { hashSecret, newSecret, sealer } from "./sealer.js";

const sealed = sealer("a secret of at least thirty-two characters");

test("opens in its place and nowhere else", () => {
  const box = sealed.seal("ola@test.example", "member/1/email");
  expect(sealed.open(box, "member/1/email")).toBe("ola@test.example");
  expect(() => sealed.open(box, "member/2/email")).toThrow();
  expect(() => sealer("another secret of thirty-two characters").open(box, "member/1/email")).toThrow();
  expect(() =>
    sealed.open(Buffer.concat([box.subarray(0, -1), Buffer.from([box.at(-1)! ^ 1])]), "member/1/email"),
  ).toThrow();
  expect(box.toString("latin1")).not.toContain("ola");
});

test("the same text is sealed differently each time, and indexed equally within one scope only", () => {
  expect(sealed.seal("x", "p").equals(sealed.seal("x", "p"))).toBe(false);
  expect(sealed.blindIndex("a", " Ola@Test.example ").equals(sealed.blindIndex("a", "ola@test.example"))).toBe(true);
  expect(sealed.blindIndex("a", "ola@test.example").equals(sealed.blindIndex("b", "ola@test.example"))).toBe(false);
});

test("a secret is 256 bits and stored as its hash", () => {
  expect(Buffer.from(newSecret(), "base64url")).toHaveLength(32);
  expect(hashSecret("s")).toHaveLength(32);
});
