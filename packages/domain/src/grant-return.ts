import { addDays, daysBetween } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import type { ChapterGrantCount, GrantRules } from "./grant-count.js";

/**
 * The grant return (årsrapport) of a chapter: what LNU asks for («Frifond organisasjon, årsrapport», point 9). The name of the
 * chapter, its municipality and county, the day the sitting board was elected and its period, who sat on the board on 31 December of
 * the basis year, and at least one activity for members; signed after that day by the leader or by two of the board.
 */
export const GRANT_PAPERS = ["PEERS", "PLAN", "BUDGET", "ANNUAL_REPORT", "ACCOUNTS"] as const;
/** What goes with a return. PEERS: the list of peer supporters (likepersoner). */
export type GrantPaper = (typeof GRANT_PAPERS)[number];
/** REGISTER: it is in Varde. BOARD: the board says it has been sent in. */
export type GrantPaperState = { paper: GrantPaper; from: "REGISTER" | "BOARD" | null };

export const GRANT_RETURN_STATES = ["DRAFT", "DELIVERED", "RETURNED", "APPROVED"] as const;
export type GrantReturnState = (typeof GRANT_RETURN_STATES)[number];

/** Somebody who sat on the board on the day of counting. */
export type GrantBoardMember = { name: string; role: string };

/** What the register says. */
export type GrantReturnFacts = {
  year: number;
  chapterName: string;
  county: string;
  municipalities: string[];
  /** the last annual meeting that was held */
  electedOn: LocalDate | null;
  board: GrantBoardMember[];
  count: ChapterGrantCount;
  rules: GrantRules;
  /** the papers that are asked for, and which of them are in Varde */
  papers: { paper: GrantPaper; inRegister: boolean }[];
};

/** A field the register fills, and the board may say otherwise, with a reason. */
export type Corrected<T> = { value: T; reason: string };
/** What the board writes. */
export type GrantReturnWords = {
  activity: string;
  municipality: Corrected<string> | null;
  electedOn: Corrected<LocalDate> | null;
  /** the day the board's period ends; a year after it was elected when nobody has said otherwise */
  periodTo: LocalDate | null;
  board: Corrected<GrantBoardMember[]> | null;
  /** papers the board says it has sent in */
  sent: GrantPaper[];
};
export const NO_GRANT_WORDS: GrantReturnWords = {
  activity: "",
  municipality: null,
  electedOn: null,
  periodTo: null,
  board: null,
  sent: [],
};

export const GRANT_CORRECTIONS = ["MUNICIPALITY", "ELECTED_ON", "BOARD"] as const;
export type GrantCorrection = (typeof GRANT_CORRECTIONS)[number];

/** What is signed: everything that is asked for, as it was then. Its canonical text is what the hash is of. */
export type GrantReturnContent = {
  format: "varde/grant-return/1";
  year: number;
  chapter: string;
  county: string;
  municipality: string;
  electedOn: LocalDate | null;
  periodTo: LocalDate | null;
  board: GrantBoardMember[];
  activity: string;
  count: ChapterGrantCount;
  rules: GrantRules;
  papers: GrantPaperState[];
  corrections: { field: GrantCorrection; registered: string; reason: string }[];
};

const yearLater = (day: LocalDate): LocalDate => {
  const [year, rest] = [Number(day.slice(0, 4)) + 1, day.slice(4)];
  return rest === "-02-29" ? `${year}-02-28` : `${year}${rest}`;
};
const people = (board: readonly GrantBoardMember[]): string => board.map(({ name }) => name).join(", ");

/** The return as it would be signed now. */
export function composeGrantReturn(facts: GrantReturnFacts, words: GrantReturnWords): GrantReturnContent {
  const registered = facts.municipalities.join(", ");
  const electedOn = words.electedOn?.value ?? facts.electedOn;
  const corrections: GrantReturnContent["corrections"] = [];
  const corrected = (field: GrantCorrection, was: string, said: { reason: string } | null) => {
    if (said) corrections.push({ field, registered: was, reason: said.reason });
  };
  corrected("MUNICIPALITY", registered, words.municipality);
  corrected("ELECTED_ON", facts.electedOn ?? "", words.electedOn);
  corrected("BOARD", people(facts.board), words.board);
  return {
    format: "varde/grant-return/1",
    year: facts.year,
    chapter: facts.chapterName,
    county: facts.county,
    municipality: words.municipality?.value ?? registered,
    electedOn,
    periodTo: words.periodTo ?? (electedOn && yearLater(electedOn)),
    board: words.board?.value ?? facts.board,
    activity: words.activity.trim(),
    count: facts.count,
    rules: facts.rules,
    papers: facts.papers.map(({ paper, inRegister }) => ({
      paper,
      from: inRegister ? "REGISTER" : words.sent.includes(paper) ? "BOARD" : null,
    })),
    corrections,
  };
}

/** What is asked for, in the order of the page. */
export const GRANT_ITEMS = ["PLACE", "ELECTED", "PERIOD", "BOARD", "ACTIVITY", "MEMBERS", "PAPERS"] as const;
export type GrantItem = (typeof GRANT_ITEMS)[number];
/** READY: as it should be. SHORT: it can be signed, but the chapter may not count. MISSING: it cannot be signed. */
export type GrantItemState = "READY" | "SHORT" | "MISSING";
const SHORTEST_ACTIVITY = 20;
/** The smallest board there is: leader, treasurer and one more (Mental Helse Ungdom's statutes). */
export const SMALLEST_BOARD = 3;

/** How each thing that is asked for stands. */
export function grantItems(content: GrantReturnContent): { item: GrantItem; state: GrantItemState }[] {
  const { electedOn, periodTo } = content;
  const states: Record<GrantItem, GrantItemState> = {
    PLACE: content.county !== "" && content.municipality !== "" ? "READY" : "MISSING",
    ELECTED: electedOn ? "READY" : "MISSING",
    PERIOD: electedOn && periodTo && periodTo > electedOn ? "READY" : "MISSING",
    BOARD: content.board.length === 0 ? "MISSING" : content.board.length < SMALLEST_BOARD ? "SHORT" : "READY",
    ACTIVITY: content.activity.length >= SHORTEST_ACTIVITY ? "READY" : "MISSING",
    MEMBERS: content.count.chapter === "MET" ? "READY" : "SHORT",
    PAPERS: content.papers.every(({ from }) => from !== null) ? "READY" : "SHORT",
  };
  return GRANT_ITEMS.map((item) => ({ item, state: states[item] }));
}

/** The first day a return may be signed: it tells of 31 December, so not before that is over. */
export const signableFrom = (year: number): LocalDate => `${year + 1}-01-01`;

/** Keys in one order, no room for two ways to write the same: what the hash is taken of. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** A name as it is held against another: whoever writes it with other spaces, signs or capitals is the same person. */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

export type GrantSigner = { accountId: string; names: readonly string[]; isLeader: boolean };
/** SAME_ACCOUNT: has signed already. SAME_PERSON: another account, and the same name. */
export type SigningProblem = "SAME_ACCOUNT" | "SAME_PERSON";

/** Whether somebody may sign beside those who have: each is an account and a person of their own. */
export function signingProblem(signed: readonly GrantSigner[], signer: GrantSigner): SigningProblem | null {
  if (signed.some(({ accountId }) => accountId === signer.accountId)) return "SAME_ACCOUNT";
  const mine = new Set(signer.names.map(nameKey));
  return signed.some(({ names }) => names.some((name) => mine.has(nameKey(name)))) ? "SAME_PERSON" : null;
}

/** The leader alone, or two of the board. */
export const isSigned = (signed: readonly Pick<GrantSigner, "isLeader">[]): boolean =>
  signed.length >= 2 || signed.some(({ isLeader }) => isLeader);

/** The day a delivered return is approved by itself; null when it is not. */
export const advancesOn = (deliveredOn: LocalDate, days: number | null): LocalDate | null =>
  days === null ? null : addDays(deliveredOn, days);
/** Whole days something has waited. */
export const daysWaiting = (since: LocalDate, today: LocalDate): number => Math.max(0, daysBetween(since, today));
