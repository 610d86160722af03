import { describe, expect, test } from "vitest";
import {
  changedNumber,
  INTERNAL_SECTIONS,
  renewSentence,
  REPORT_SECTIONS,
  reportBlocks,
  reportDraft,
  reportSentences,
  reportYear,
  staleSentences,
  takeSentence,
  tellsOfMembers,
} from "./annual-report.js";
import type { ReportFacts } from "./annual-report.js";
import { LANGUAGES } from "./definition.js";

const NOTHING: ReportFacts = {
  chapterName: "MHU Asker",
  year: 2025,
  until: "2025-12-31",
  board: [],
  members: { total: 0, paid: 0, young: 0, grantAge: 26 },
  meetings: { board: 0, members: 0, annual: 0, gatherings: 0, came: 0 },
  highlights: [],
  plan: [],
  tasks: [],
  practices: [],
};
const nb = (over: Partial<ReportFacts>, key: string): string | undefined =>
  reportSentences({ ...NOTHING, ...over }, "nb").find((one) => one.key === key)?.text;

describe("sentences", () => {
  test.each([
    [0, "Laget hadde ingen medlemmer 31. desember 2025."],
    [1, "Laget hadde ett medlem 31. desember 2025."],
    [2, "Laget hadde 2 medlemmer 31. desember 2025."],
  ])("say %i members as one would", (total, text) => {
    expect(nb({ members: { total, paid: 0, young: 0, grantAge: 26 } }, "members.total")).toBe(text);
  });

  test("say one and none of those who paid and of the young", () => {
    const members = { total: 3, paid: 1, young: 0, grantAge: 26 };
    expect(nb({ members }, "members.paid")).toBe("Ett medlem hadde betalt kontingent for 2025.");
    expect(nb({ members }, "members.young")).toBe("Ingen medlemmer var under 26 år ved utgangen av året.");
  });

  test("tell of the day while the year lasts", () => {
    expect(nb({ until: "2025-11-22" }, "members.total")).toContain("22. november 2025");
  });

  test("tell a seat's part of the year, and nothing where it is all of it", () => {
    const seat = { id: "a", name: "Kari Li", leader: true, from: "2024-02-20", to: null };
    const one = (over: object) => nb({ board: [{ ...seat, ...over }] }, "board.a");
    expect(one({})).toBe("Kari Li, leder");
    expect(one({ from: "2025-02-20", leader: false })).toBe("Kari Li, styremedlem fra 20. februar 2025");
    expect(one({ to: "2025-02-19" })).toBe("Kari Li, leder til 19. februar 2025");
    expect(one({ to: "2026-02-19" })).toBe("Kari Li, leder");
  });

  test("count meetings in one sentence", () => {
    expect(nb({ meetings: { board: 6, members: 1, annual: 1, gatherings: 14, came: 90 } }, "meetings")).toBe(
      "Vi holdt ett årsmøte, 6 styremøter og ett medlemsmøte.",
    );
    expect(nb({}, "gatherings")).toBe("I tillegg hadde vi ingen andre treff.");
    expect(nb({}, "came")).toBeUndefined();
  });

  test("say of each row of the plan whether it was done, and what was learnt", () => {
    const row = {
      id: "r",
      nr: "1.2",
      activity: "Sommer-\ntreff",
      state: "PARTLY" as const,
      learnt: "Begynn før påske.",
    };
    expect(nb({ plan: [row] }, "plan.r")).toBe("1.2 Sommer- treff: Delvis gjort. Begynn før påske.");
    expect(nb({ plan: [{ ...row, learnt: "", nr: "" }] }, "plan.r")).toBe("Sommer- treff: Delvis gjort.");
  });

  test.each([
    [26, 38, 0.8, "Velkomst: 26 av 38 ble gjort. Målet var 80 prosent. Dit kom vi ikke."],
    [8, 10, 0.8, "Velkomst: 8 av 10 ble gjort. Målet var 80 prosent, og vi nådde det."],
    [0, 3, null, "Velkomst: ingen av 3 ble gjort."],
    [1, 1, null, "Velkomst: 1 av 1 ble gjort."],
    [0, 0, 0.8, "Velkomst: ingenting hadde frist."],
  ])("hold %i of %i against the goal %s", (done, of, target, text) => {
    expect(nb({ tasks: [{ id: "t", name: "Velkomst", aboutMember: false, done, of, target }] }, "task.t")).toBe(text);
  });

  test("that count persons stand in sections those above never read", () => {
    const facts: ReportFacts = {
      ...NOTHING,
      members: { total: 731, paid: 731, young: 731, grantAge: 26 },
      tasks: [{ id: "t", name: "Samtale", aboutMember: true, done: 731, of: 731, target: null }],
    };
    for (const language of LANGUAGES)
      for (const { section, text } of reportSentences(facts, language))
        if (text.includes("731")) expect(INTERNAL_SECTIONS.has(section)).toBe(true);
  });

  test("are there in every language under the same keys", () => {
    const keys = LANGUAGES.map((language) => reportSentences(NOTHING, language).map(({ key }) => key));
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
  });
});

describe("a draft", () => {
  test("has every section, lists as lists, and knows what it took", () => {
    const facts = {
      ...NOTHING,
      board: ["a", "b"].map((id) => ({ id, name: id, leader: false, from: "2025-01-01", to: null })),
    };
    const draft = reportDraft(reportSentences(facts, "nb"));
    expect(draft.map(({ section }) => section)).toEqual([...REPORT_SECTIONS]);
    const board = draft.find(({ section }) => section === "BOARD")!;
    expect(board.body).toBe("- a, styremedlem\n- b, styremedlem");
    expect(board.taken.map(({ key }) => key)).toEqual(["board.a", "board.b"]);
    expect(draft.find(({ section }) => section === "ECONOMY")!.body).toBe("");
  });

  test("takes one more sentence in at the end", () => {
    expect(takeSentence("PLAN", "- a\n", "b")).toBe("- a\n- b");
    expect(takeSentence("INTRO", "Hei.", "b")).toBe("Hei.\n\nb");
    expect(takeSentence("INTRO", "", "b")).toBe("b");
  });
});

describe("facts that change", () => {
  const then = reportSentences({ ...NOTHING, members: { total: 12, paid: 5, young: 5, grantAge: 26 } }, "nb");
  const now = reportSentences({ ...NOTHING, members: { total: 13, paid: 5, young: 5, grantAge: 26 } }, "nb");
  const [stale] = staleSentences(then, now);

  test("are told by sentence, with the number", () => {
    expect(staleSentences(then, then)).toEqual([]);
    expect(staleSentences(then, now)).toHaveLength(1);
    expect(changedNumber(stale!.was, stale!.now!)).toEqual({ was: "12", now: "13" });
    expect(changedNumber("12 av 20", "13 av 21")).toBeNull();
    expect(changedNumber("ett medlem", "2 medlemmer")).toBeNull();
  });

  test("renew a sentence that stands as it was, and never one the writer changed", () => {
    expect(renewSentence(`Hei. ${stale!.was} Fint.`, stale!)).toBe(`Hei. ${stale!.now} Fint.`);
    expect(renewSentence("Vi var tolv stykker.", stale!)).toBeNull();
    expect(renewSentence(stale!.was, { ...stale!, now: null })).toBeNull();
  });

  test("may be gone", () => {
    expect(staleSentences([{ key: "plan.x", text: "a" }], now)).toEqual([{ key: "plan.x", was: "a", now: null }]);
  });
});

test("text becomes paragraphs and lists", () => {
  expect(reportBlocks("Hei\nder.\n\n- a\n• b\nEtter\n\n- c")).toEqual([
    { kind: "paragraph", text: "Hei\nder." },
    { kind: "list", items: ["a", "b"] },
    { kind: "paragraph", text: "Etter" },
    { kind: "list", items: ["c"] },
  ]);
  expect(reportBlocks(" \n\n")).toEqual([]);
});

test("the report worked on is last year's until summer", () => {
  expect([reportYear("2026-01-01"), reportYear("2026-06-30"), reportYear("2026-07-01")]).toEqual([2025, 2025, 2026]);
});

test("a number of members is found in public text, and meetings of members are not", () => {
  for (const text of ["Vi er 38 medlemmer.", "Med 12 betalende medlemmer", "ett medlem", "We have 9 members"])
    expect(tellsOfMembers(text)).toBe(true);
  for (const text of [
    "Vi holdt 4 medlemsmøter.",
    "2 medlemsmøte",
    "Takk til alle medlemmer",
    "We held 3 members' meetings",
  ])
    expect(tellsOfMembers(text)).toBe(false);
});
