import { describe, expect, test } from "vitest";
import { emptyDefinition } from "./definition-rules.js";
import { nextVersionNumber } from "./definition-versions.js";
import type { NumberedVersion } from "./definition-versions.js";
import type { TemplateDefinition } from "./definition.js";

const nb = (text: string) => ({ nb: text });
/** `meaning` is what breaks, `wording` what does not. */
const definition = (meaning: string, wording = ""): TemplateDefinition => ({
  ...emptyDefinition("Treff"),
  purpose: nb(wording),
  steps: [{ key: meaning, text: nb("Finn et sted") }],
});
const version = (number: string, state: NumberedVersion["state"], meaning: string): NumberedVersion => {
  const [major = 0, minor = 0] = number.split(".").map(Number);
  return { major, minor, state, definition: definition(meaning, number) };
};
const says = (earlier: NumberedVersion[], next: TemplateDefinition, options?: { asMajor?: boolean }) => {
  const { major, minor, bump, comparedWith, because } = nextVersionNumber(earlier, next, options);
  return [`${major}.${minor}`, bump, comparedWith, because.map(({ path }) => path.join("."))];
};

describe("the next number", () => {
  const published = version("1.0", "PUBLISHED", "a");

  test.each<[string, NumberedVersion[], TemplateDefinition, unknown[]]>([
    ["the first", [], definition("a"), ["1.0", "FIRST", null, []]],
    ["after a draft", [version("0.0", "DRAFT", "a")], definition("a"), ["1.0", "FIRST", null, []]],
    ["other words", [published], definition("a", "Nye ord"), ["1.1", "MINOR", "1.0", []]],
    ["another meaning", [published], definition("b"), ["2.0", "MAJOR", "1.0", ["steps.b", "steps.a"]]],
    [
      "a pilot's meaning joins the pilot's series",
      [published, version("2.0", "PILOT", "b")],
      definition("b"),
      ["2.1", "MINOR", "2.0", []],
    ],
    [
      "the published meaning, with a pilot of another beside it",
      [version("2.0", "PILOT", "b"), published],
      definition("a"),
      ["1.1", "MINOR", "1.0", []],
    ],
    [
      "neither the published nor the pilot's",
      [published, version("2.0", "PILOT", "b")],
      definition("c"),
      ["3.0", "MAJOR", "1.0", ["steps.c", "steps.a"]],
    ],
    [
      "a number that a withdrawn version had is not used again",
      [published, version("1.1", "CLOSED", "a")],
      definition("a"),
      ["1.2", "MINOR", "1.1", []],
    ],
    [
      "a meaning from before the one in force starts anew",
      [version("1.0", "CLOSING", "a"), version("2.0", "PUBLISHED", "b")],
      definition("a"),
      ["3.0", "MAJOR", "2.0", ["steps.a", "steps.b"]],
    ],
    [
      "the newest of two published ones is in force",
      [published, version("2.0", "PUBLISHED", "b")],
      definition("a"),
      ["3.0", "MAJOR", "2.0", ["steps.a", "steps.b"]],
    ],
    [
      "all count when none is published",
      [version("1.0", "CLOSED", "a"), version("2.0", "PILOT", "b")],
      definition("a"),
      ["1.1", "MINOR", "1.0", []],
    ],
    [
      "tenth of its series",
      [published, ...Array.from({ length: 9 }, (_, i) => version(`1.${i + 1}`, "CLOSED", "a"))],
      definition("a"),
      ["1.10", "MINOR", "1.9", []],
    ],
  ])("%s", (_name, earlier, next, expected) => expect(says(earlier, next)).toEqual(expected));

  test("may be raised by choice, never lowered", () => {
    expect(says([published], definition("a"), { asMajor: true })).toEqual(["2.0", "MAJOR", "1.0", []]);
    expect(says([published], definition("b"), { asMajor: false })[1]).toBe("MAJOR");
    expect(says([], definition("a"), { asMajor: true })).toEqual(["1.0", "FIRST", null, []]);
  });
});
