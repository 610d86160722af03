import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { piecesOfText } from "./plan-table-cells.js";
import { isPlanHeader, readPlanTable } from "./plan-table.js";

const asker = readFileSync(new URL("../testing/handlingsplan-asker-2024.txt", import.meta.url), "utf8");
const read = (text: string) => readPlanTable(piecesOfText(text, isPlanHeader));
const whole = read(asker).text;

describe("a plan whose tabs are gone", () => {
  test.each([
    ["a cell on each line", "\n"],
    ["a cell on each line, with room between", "\n\n"],
    ["columns apart by spaces", "    "],
  ])("%s", (_how, between) => {
    const { text, problem } = read(asker.replaceAll("\t", between));
    expect(problem).toBeNull();
    expect(text).toEqual(whole);
  });
  test("half of the table is what is there", () => {
    const half = asker.replaceAll("\t", "\n").split("\n4\n")[0]!;
    expect(read(half).text.rows).toEqual(whole.rows.slice(0, 3));
  });
  test("an empty cell does not move the rows behind it, and no word is lost", () => {
    const { text } = read(
      "Nr.\nAktivitet\nMål\nTiltak\n1\nTurer\nFrisk luft\n2\nMøter\nSees\nRinge\nAsker, 7. februar",
    );
    expect(text.rows).toEqual([
      { nr: "1", activity: "Turer", aim: "Frisk luft", measures: "", resultAim: "" },
      { nr: "2", activity: "Møter", aim: "Sees", measures: "Ringe", resultAim: "" },
    ]);
    expect(text.closing).toBe("Asker, 7. februar");
  });
  test("without numbers, by as many as there are titles", () => {
    const { text } = read("Aktivitet\nMål\nTiltak\nTurer\nLuft\nGå\nMøter\nSees\nRinge\nAsker");
    expect(text.rows.map(({ activity, measures }) => [activity, measures])).toEqual([
      ["Turer", "Gå"],
      ["Møter", "Ringe"],
    ]);
    expect(text.closing).toBe("Asker");
  });
  test("prose is no table", () => {
    expect(read("Vi vil ha aktiviteter.\nMål\nOg mye mer.").problem).toEqual({ code: "NO_TABLE" });
  });
});
