import { describe, expect, test } from "vitest";
import { replacedRows, takenText } from "./taken-text";

const row = (activity: string) => ({ nr: "", activity, aim: "", measures: "", resultAim: "" });
const text = (over: object = {}) => ({ title: "Ny", intro: "", closing: "", rows: [row("Turer")], ...over });

describe("what the plan will say", () => {
  test("keeps what stands around the table where nothing was read there", () => {
    const before = { title: "Gammel", intro: "Vi er", closing: "Asker" };
    expect(takenText(text(), before)).toEqual({ ...before, title: "Ny", rows: [row("Turer")] });
    expect(takenText(text({ title: "", intro: "Oss", closing: "Lier" }), before)).toMatchObject({
      title: "Gammel",
      intro: "Oss",
      closing: "Lier",
    });
    expect(takenText(text(), null)).toEqual(text());
  });
});

describe("the rows that are there", () => {
  test("are kept by their activity, each once, and else go", () => {
    const before = [row("Turer"), row("turer "), row("Møter"), row("")];
    expect(replacedRows(before, text({ rows: [row(" TURER"), row(""), row("Kafé")] }))).toEqual({
      kept: 1,
      gone: ["turer ", "Møter", ""],
    });
    expect(replacedRows([], text())).toEqual({ kept: 0, gone: [] });
  });
});
