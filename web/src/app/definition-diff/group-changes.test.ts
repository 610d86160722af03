import { emptyDefinition, type TemplateDefinition } from "@varde/domain";
import { describe, expect, it } from "vitest";
import { groupChanges } from "./group-changes";

const before: TemplateDefinition = {
  ...emptyDefinition("Treff"),
  steps: [
    { key: "a", text: { nb: "Bestill rom" } },
    { key: "b", text: { nb: "Inviter" } },
  ],
};

/** `part item: kind property language`, one line a row. */
const lines = (after: TemplateDefinition): string[] =>
  groupChanges(before, after, "nb").flatMap(({ part, groups }) =>
    groups.flatMap(({ item, rows }) =>
      rows.map(
        ({ change, property, language }) =>
          `${part} ${item ?? "-"}: ${change.kind} ${property ?? "-"} ${language ?? "-"}${change.breaks ? " breaks" : ""}`,
      ),
    ),
  );

describe("what differs, thing by thing", () => {
  it("is nothing between two that are the same", () => expect(lines(before)).toEqual([]));

  it("tells a changed text in the language it is written in", () => {
    const steps = [{ key: "a", text: { nb: "Bestill rom", nn: "Tinga rom" } }, before.steps[1]!];
    expect(lines({ ...before, name: { nb: "Treff", en: "Meet-up" }, steps })).toEqual([
      "name -: ADDED - en",
      "steps a: ADDED text nn",
    ]);
  });

  it("names what came and went once, and what moved by its places", () => {
    const steps = [before.steps[1]!, before.steps[0]!, { key: "c", text: { nb: "Kjøp kaffe", nn: "Kjøp kaffi" } }];
    expect(lines({ ...before, steps })).toEqual(["steps b: MOVED - -", "steps c: ADDED - - breaks"]);
  });

  it("says what a new question asks, but not what is its name", () => {
    const label = { nb: "Hvor mange kom?", nn: "Kor mange kom?" };
    const reportFields = [{ key: "n", type: "NUMBER" as const, label, required: true, counts: "PERSONS" as const }];
    expect(lines({ ...before, reportFields })).toEqual([
      "reportFields n: ADDED - - breaks",
      "reportFields n: ADDED type -",
      "reportFields n: ADDED counts -",
    ]);
  });

  it("marks the part where something breaks the series", () => {
    const found = groupChanges(before, { ...before, stage: "RENEW", minutes: 5 }, "nb");
    expect(found.map(({ part, breaks }) => [part, breaks])).toEqual([
      ["stage", true],
      ["minutes", false],
    ]);
  });
});
