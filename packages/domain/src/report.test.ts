import { describe, expect, test } from "vitest";
import type { ReportField } from "./definition.js";
import { containsNationalId, isNationalId } from "./national-id.js";
import { burdenSeconds, checkAnswers, normalizeAnswers } from "./report.js";

const label = { nb: "Spørsmål" };
const option = (key: string) => ({ key, label });
const fields: ReportField[] = [
  { key: "held", type: "YES_NO", label, required: true },
  { key: "present", type: "NUMBER", label, required: true, counts: "PERSONS", max: 500 },
  { key: "where", type: "CHOICE", label, required: false, options: [option("cafe"), option("outside")] },
  { key: "what", type: "MULTI_CHOICE", label, required: false, options: [option("food"), option("game")] },
  { key: "mood", type: "RATING", label, required: false },
  { key: "day", type: "DATE", label, required: false },
  { key: "cost", type: "NUMBER", label, required: false, counts: "KRONER" },
  { key: "change", type: "NUMBER", label, required: false, counts: "OTHER" },
  { key: "note", type: "TEXT", label, required: false, maxLength: 20 },
  { key: "invited", type: "AUTO", label, required: true, source: "INVITED_MEMBERS" },
];
const opts = { aboutMember: false, today: "2026-03-10" };
const full = { held: true, present: 12 };
/** The first nine digits; the check digits are searched for, so that no valid number of a person stands in the source. */
const NINE_DIGITS = "010100500";

function anyNationalId(): string {
  for (let check = 0; check < 100; check++) {
    const candidate = `${NINE_DIGITS}${String(check).padStart(2, "0")}`;
    if (isNationalId(candidate)) return candidate;
  }
  throw new Error("no valid check digits for this base");
}

describe("answers", () => {
  test.each([
    ["all well", full, []],
    [
      "everything filled",
      { ...full, where: "cafe", what: ["game", "food"], mood: 5, day: "2026-03-10", note: "Fint" },
      [],
    ],
    ["empty is not answered", { ...full, where: null, what: [], note: "" }, []],
    ["required", {}, ["held REQUIRED", "present REQUIRED"]],
    ["a question nobody asked", { ...full, extra: 1 }, ["extra UNKNOWN_FIELD"]],
    ["yes as a word", { ...full, held: "yes" }, ["held WRONG_TYPE"]],
    ["half a person", { ...full, present: 1.5 }, ["present WRONG_TYPE"]],
    ["number as text", { ...full, present: "12" }, ["present WRONG_TYPE"]],
    ["not a number", { ...full, present: Number.NaN }, ["present WRONG_TYPE"]],
    ["fewer than no one", { ...full, present: -1 }, ["present TOO_SMALL"]],
    ["more than the room", { ...full, present: 501 }, ["present TOO_LARGE"]],
    ["øre", { ...full, cost: 99.5 }, []],
    ["a change may be negative", { ...full, change: -3 }, []],
    ["unknown option", { ...full, where: "moon" }, ["where UNKNOWN_OPTION"]],
    ["unknown option of many", { ...full, what: ["food", "moon"] }, ["what UNKNOWN_OPTION"]],
    ["the same option twice", { ...full, what: ["food", "food"] }, ["what WRONG_TYPE"]],
    ["rating beside the scale", { ...full, mood: 6 }, ["mood TOO_LARGE"]],
    ["half a star", { ...full, mood: 2.5 }, ["mood WRONG_TYPE"]],
    ["tomorrow", { ...full, day: "2026-03-11" }, ["day FUTURE_DATE"]],
    ["no such day", { ...full, day: "2026-02-30" }, ["day WRONG_TYPE"]],
    ["too long", { ...full, note: "x".repeat(21) }, ["note TOO_LONG"]],
    ["an emoji is one sign", { ...full, note: "🎉".repeat(20) }, []],
    ["the server's own", { ...full, invited: 4 }, ["invited NOT_ALLOWED"]],
    ["no object", [], [" WRONG_TYPE"]],
    ["null", null, [" WRONG_TYPE"]],
  ])("%s", (_name, answers, expected) =>
    expect(checkAnswers(fields, answers, opts).map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual(expected),
  );

  test("a draft may be incomplete but not wrong", () => {
    expect(checkAnswers(fields, { present: -1 }, { ...opts, partial: true })).toEqual([
      { path: ["present"], code: "TOO_SMALL", params: { min: 0 } },
    ]);
  });

  test("nothing is written about one person", () => {
    const codes = checkAnswers(fields, { ...full, note: "hei" }, { ...opts, aboutMember: true }).map((p) => p.code);
    expect(codes).toEqual(["NOT_ALLOWED"]);
  });

  test("keys of the prototype are questions nobody asked", () => {
    const answers: unknown = JSON.parse('{"held":true,"present":3,"__proto__":{"a":1},"constructor":1}');
    expect(checkAnswers(fields, answers, opts).map((p) => p.code)).toEqual(["UNKNOWN_FIELD", "UNKNOWN_FIELD"]);
    expect(checkAnswers([{ key: "toString", type: "TEXT", label, required: true }], {}, opts)[0]?.code).toBe(
      "REQUIRED",
    );
    expect(Object.keys(normalizeAnswers(fields, answers as Record<string, unknown>))).toEqual(["held", "present"]);
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  });

  test("are stored in one form", () => {
    const stored = normalizeAnswers(fields, {
      note: "  fint\r\nva\u030ar ",
      what: ["game", "food"],
      present: -0,
      held: false,
      where: "",
      mood: null,
      invited: 3,
    });
    expect(JSON.stringify(stored)).toBe('{"held":false,"present":0,"what":["food","game"],"note":"fint\\nvår"}');
  });
});

describe("a national identity number in a text", () => {
  const id = anyNationalId();
  test.each([
    [`Ring ${id}`, true],
    [`${id.slice(0, 6)} ${id.slice(6)}`, true],
    [`${id.slice(0, 6)}-${id.slice(6)}.`, true],
    [`4${id}`, false],
    [`${id.slice(0, 10)}${(Number(id[10]) + 1) % 10}`, false],
    ["Tlf 900 00 000", false],
    ["00000000000", false],
    ["kl. 18 i 2026", false],
  ])("%s: %s", (text, expected) => expect(containsNationalId(text)).toBe(expected));

  test("is refused", () => {
    const long: ReportField = { key: "note", type: "TEXT", label, required: false };
    expect(checkAnswers([long], { note: `Hun er ${id}` }, opts)[0]?.code).toBe("LOOKS_LIKE_NATIONAL_ID");
  });
});

const question = (type: ReportField["type"]): ReportField => ({ key: type.toLowerCase(), type, label, required: true });

describe("burden", () => {
  test.each([
    ["a meeting", "MANUAL" as const, ["YES_NO", "NUMBER", "TEXT"] as const, null, 47, 0],
    ["a conversation", "MEMBER_JOINED" as const, ["CHOICE"] as const, "TEXT" as const, 8, 38],
    ["all from the register", "PERIOD" as const, ["AUTO"] as const, null, 0, 0],
  ])("%s", (_name, kind, types, periodType, perReport, perPeriod) => {
    const burden = burdenSeconds({
      trigger: { kind },
      reportFields: types.map(question),
      periodReport: periodType
        ? { period: "MONTH", field: question(periodType), dueAfterDays: 7, missAfterDays: 7 }
        : null,
    });
    expect(burden).toEqual({ perReport, perPeriod, total: perReport + perPeriod });
  });
});
