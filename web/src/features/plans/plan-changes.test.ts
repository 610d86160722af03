import { expect, test } from "vitest";
import { planChanges } from "./plan-changes";

const row = (activity: string, over = {}) => ({ nr: "1", activity, aim: "", measures: "", resultAim: "", ...over });
const plan = (rows: ReturnType<typeof row>[], intro = "Vi") => ({ title: "Plan", intro, rows, closing: "" });

test("nothing differs where only the numbers do", () => {
  expect(planChanges(plan([row("Turer")]), plan([row("Turer", { nr: "2" })]))).toEqual([]);
});
test("words, rows that came and went, and their order are told", () => {
  const before = plan([row("Turer", { aim: "Luft" }), row("Møter"), row("Kurs")]);
  const after = plan([row("Kurs"), row("turer", { aim: "Frisk luft" }), row("Film")], "Vi er flere");
  expect(planChanges(before, after)).toEqual([
    { kind: "CHANGED", name: null, parts: [{ field: "intro", before: "Vi", after: "Vi er flere" }] },
    {
      kind: "CHANGED",
      name: "turer",
      parts: [
        { field: "activity", before: "Turer", after: "turer" },
        { field: "aim", before: "Luft", after: "Frisk luft" },
      ],
    },
    { kind: "ADDED", name: "Film" },
    { kind: "REMOVED", name: "Møter" },
    { kind: "MOVED" },
  ]);
});
test("a row that got another name is the same by what it does", () => {
  const changes = planChanges(plan([row("Tur", { measures: "Gå" })]), plan([row("Turer i marka", { measures: "Gå" })]));
  expect(changes).toEqual([
    { kind: "CHANGED", name: "Turer i marka", parts: [{ field: "activity", before: "Tur", after: "Turer i marka" }] },
  ]);
});
