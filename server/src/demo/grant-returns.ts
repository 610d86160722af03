import {
  addDays,
  canonicalJson,
  composeGrantReturn,
  countChapter,
  defaultGrantRules,
  NO_GRANT_WORDS,
} from "@varde/domain";
import type { GrantFacts, GrantReturnContent, LocalDate } from "@varde/domain";
import { COUNTIES } from "@varde/domain";
import { createHash } from "node:crypto";
import { grantPaper } from "../features/grant-return/index.js";
import { chapterId } from "./federation.js";
import { at, later } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows, GrantContentRow } from "./rows.js";

type Told = {
  chapter: string;
  counting: number;
  /** days ago */
  delivered: number;
  decided?: { kind: "RETURNED" | "APPROVED"; days: number; comment: string };
};

const TOLD: Told[] = [
  { chapter: "drammen", counting: 31, delivered: 6 },
  { chapter: "oslo", counting: 44, delivered: 24 },
  {
    chapter: "skien",
    counting: 4,
    delivered: 20,
    decided: {
      kind: "RETURNED",
      days: 9,
      comment: "Fint! Aktiviteten dere forteller om, er et styremøte. Fortell om noe dere gjorde for medlemmene.",
    },
  },
  {
    chapter: "bergen",
    counting: 38,
    delivered: 40,
    decided: { kind: "APPROVED", days: 33, comment: "Takk for god jobb!" },
  },
  { chapter: "bodo", counting: 12, delivered: 52, decided: { kind: "APPROVED", days: 45, comment: "" } },
];

const pays = (year: number): GrantFacts => ({
  birthDate: null,
  birthYear: year - 20,
  joinedOn: `${year}-01-10`,
  joinedChapterOn: `${year}-01-10`,
  leftOn: null,
  merged: false,
  locked: false,
  fee: { paidOn: `${year}-02-01`, amount: 60_00, paidBy: "SELF", family: false },
  typeEligible: true,
});

function contentOf(rows: DemoRows, chapter: string, year: number, told: Told): GrantReturnContent {
  const { name, county, municipalities } = rows.chapter.find(({ id }) => id === chapter)!;
  const rules = defaultGrantRules(year);
  const sits = ({ valid_from: from, valid_to: to }: { valid_from: LocalDate; valid_to: LocalDate | null }): boolean =>
    from <= `${year}-12-31` && (to === null || to > `${year}-12-31`);
  const board = rows.seat
    .filter((seat) => seat.chapter_id === chapter && seat.role.startsWith("CHAPTER_") && sits(seat))
    .map(({ holder_name, role }) => ({ name: holder_name, role }));
  const members = Array.from({ length: told.counting }, () => pays(year));
  const facts = {
    year,
    chapterName: name,
    county: COUNTIES.find(({ code }) => code === county)?.name ?? "",
    municipalities,
    electedOn: `${year + 1}-02-12`,
    board,
    count: countChapter(members, rules),
    rules,
    papers: (["PEERS", "PLAN", "BUDGET", "ANNUAL_REPORT", "ACCOUNTS"] as const).map((paper) => ({
      paper,
      inRegister: paper === "PLAN",
    })),
  };
  return composeGrantReturn(facts, {
    ...NO_GRANT_WORDS,
    activity: "Spillkveld på biblioteket i april, åpen for alle medlemmer. 14 kom, og fem av dem var nye.",
    sent: ["PEERS", "BUDGET", "ANNUAL_REPORT", "ACCOUNTS"],
  });
}

/** The year that is reported in: two wait, one of them soon approved by itself, one came back, two are approved, and the rest are missing. */
export function addGrantReturns(rows: DemoRows, frame: Frame, organization: string, by: string): void {
  const year = Number(frame.today.slice(0, 4)) - 1;
  const on = (days: number): LocalDate => later(addDays(frame.today, -days), `${year + 1}-01-01`);
  for (const told of TOLD) {
    const chapter = chapterId(organization, told.chapter);
    const id = demoId("grant-return", chapter);
    const tenant = { organization_id: organization, chapter_id: chapter };
    const { delivered, decided } = told;
    const content = canonicalJson(contentOf(rows, chapter, year, told));
    const leader = rows.seat.find(
      (seat) => seat.chapter_id === chapter && seat.role === "CHAPTER_LEADER" && seat.valid_to === null,
    );
    const signed = at(on(delivered), 18, 12);
    const state = decided?.kind ?? "DELIVERED";
    const since = on(decided?.days ?? delivered);
    rows.grant_return.push({
      ...tenant,
      id,
      year,
      state,
      version: 1,
      state_at: at(since, 18, 12),
      rev: decided ? 3 : 2,
    });
    rows.grant_words.push({ ...tenant, return_id: id, words: {} });
    rows.grant_content.push({
      ...tenant,
      return_id: id,
      version: 1,
      content,
      hash: createHash("sha256").update(content).digest("hex"),
      frozen_at: signed,
      delivered_at: signed,
      signed: [{ name: leader?.holder_name ?? "Styret", role: "CHAPTER_LEADER", at: signed }],
    });
    if (decided) {
      rows.grant_decision.push({
        ...tenant,
        id: demoId("grant-decision", chapter),
        return_id: id,
        version: 1,
        kind: decided.kind,
        comment: decided.comment,
        decided_by: by,
        decided_at: at(since, 18, 12),
      });
    }
  }
}

/** The papers of what is delivered: made when the rows are loaded, since drawing one takes its time. */
export const withPapers = (contents: readonly GrantContentRow[]): Promise<(GrantContentRow & { pdf: string })[]> =>
  Promise.all(
    contents.map(async (row) => {
      const content = JSON.parse(row.content) as GrantReturnContent;
      const pdf = await grantPaper(content, row.hash, row.signed, row.version, "nb");
      return { ...row, pdf: `\\x${pdf.toString("hex")}` };
    }),
  );
