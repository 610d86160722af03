/**
 * The annual report of a chapter (årsmelding): its sections, what a year's facts say in sentences, and what becomes of sentences that were
 * taken into a section once the facts change. Text is plain: paragraphs, and lines that begin with "- ".
 * Source: design rules «the year», skeleton of the annual report.
 */
import type { LocalDate } from "./calendar.js";
import type { Language } from "./definition.js";
import { REPORT_WORDS } from "./annual-report-words.js";

export const REPORT_SECTIONS = [
  "INTRO",
  "BOARD",
  "MEMBERS",
  "MEETINGS",
  "PLAN",
  "TASKS",
  "FOLLOW_UP",
  "ECONOMY",
  "COOPERATION",
  "THANKS",
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** They count persons: never in the edition that those above the chapter read. */
export const INTERNAL_SECTIONS: ReadonlySet<ReportSection> = new Set(["MEMBERS", "FOLLOW_UP"]);
/** Sentences of these are lines of a list. */
const LISTED: ReadonlySet<ReportSection> = new Set(["BOARD", "PLAN", "TASKS", "FOLLOW_UP"]);

export const REPORT_EDITIONS = ["INTERNAL", "PUBLIC"] as const;
export type ReportEdition = (typeof REPORT_EDITIONS)[number];

/** Where a sentence is from. `STANDARD` is no fact, but a way to begin. */
export const REPORT_SOURCES = [
  "STANDARD",
  "BOARD",
  "MEMBERS",
  "FEES",
  "MEETINGS",
  "PLAN",
  "TASKS",
  "PRACTICES",
] as const;
export type ReportSource = (typeof REPORT_SOURCES)[number];

export type PlanRowState = "NOT_BEGUN" | "UNDER_WAY" | "DONE" | "PARTLY" | "NOT_DONE";

/** What a chapter did in a year, counted by its own board. Days are Oslo's, both ends counted. */
export type ReportFacts = {
  chapterName: string;
  year: number;
  /** the last day counted: 31 December, or today while the year lasts */
  until: LocalDate;
  board: readonly { id: string; name: string; leader: boolean; from: LocalDate; to: LocalDate | null }[];
  /** at the end of `until`; who is under `grantAge` is so on 31 December. Null for who may not see persons: then tasks about members are left out too */
  members: { total: number; paid: number; young: number; grantAge: number } | null;
  /** held, not cancelled; `came` adds up those who were counted at gatherings and members' meetings */
  meetings: { board: number; members: number; annual: number; gatherings: number; came: number };
  highlights: readonly { id: string; title: string; heldOn: LocalDate; came: number | null }[];
  plan: readonly { id: string; nr: string; activity: string; state: PlanRowState; learnt: string }[];
  /** `of`: what was due and can be judged. `target` is a share 0-1, null without one */
  tasks: readonly { id: string; name: string; aboutMember: boolean; done: number; of: number; target: number | null }[];
  practices: readonly { id: string; text: string }[];
};

/** A sentence made from facts. `key` stays the same while what it tells of does. */
export type ReportSentence = { key: string; section: ReportSection; text: string; source: ReportSource };
/** A sentence as it was when it was taken in. */
export type TakenSentence = { key: string; text: string };
export type StaleSentence = { key: string; was: string; now: string | null };

/** What the facts say, in the order they are told. The same facts give the same sentences. */
export function reportSentences(facts: ReportFacts, language: Language): ReportSentence[] {
  const words = REPORT_WORDS[language];
  const { year, meetings, members } = facts;
  const of = (section: ReportSection, source: ReportSource, key: string, text: string): ReportSentence => ({
    key,
    section,
    text,
    source,
  });
  return [
    of("INTRO", "STANDARD", "intro", words.intro(facts.chapterName, year)),
    ...facts.practices.map(({ id, text }) => of("INTRO", "PRACTICES", `practice.${id}`, oneLine(text, 300))),
    ...facts.board.map((seat) =>
      of(
        "BOARD",
        "BOARD",
        `board.${seat.id}`,
        words.seat(seat.name, seat.leader, words.term(seat.from, seat.to, year)),
      ),
    ),
    ...(members
      ? [
          of("MEMBERS", "MEMBERS", "members.total", words.members(members.total, facts.until)),
          of("MEMBERS", "FEES", "members.paid", words.paid(members.paid, year)),
          of("MEMBERS", "MEMBERS", "members.young", words.young(members.young, members.grantAge)),
        ]
      : []),
    of("MEETINGS", "MEETINGS", "meetings", words.meetings(meetings.board, meetings.members, meetings.annual)),
    of("MEETINGS", "MEETINGS", "gatherings", words.gatherings(meetings.gatherings)),
    ...(meetings.came > 0 ? [of("MEETINGS", "MEETINGS", "came", words.came(meetings.came))] : []),
    ...facts.highlights.map(({ id, title, heldOn, came }) =>
      of("MEETINGS", "MEETINGS", `meeting.${id}`, words.highlight(title, heldOn, came)),
    ),
    ...facts.plan.map(({ id, nr, activity, state, learnt }) => {
      const what = [nr, oneLine(activity, 160)].filter(Boolean).join(" ");
      return of(
        "PLAN",
        "PLAN",
        `plan.${id}`,
        [`${what}: ${words.states[state]}.`, oneLine(learnt, 300)].filter(Boolean).join(" "),
      );
    }),
    ...facts.tasks.map((task) =>
      of(
        task.aboutMember ? "FOLLOW_UP" : "TASKS",
        "TASKS",
        `task.${task.id}`,
        words.task(
          task.name,
          task.done,
          task.of,
          task.target,
          task.of > 0 && task.target !== null && task.done >= task.target * task.of,
        ),
      ),
    ),
    of("THANKS", "STANDARD", "thanks", words.thanks(year)),
  ];
}

/** One line, cut at a word. */
function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, "")} …`;
}

/** The text with a sentence at its end, as a line of a list where the section is one. */
export function takeSentence(section: ReportSection, body: string, sentence: string): string {
  const before = body.trimEnd();
  if (LISTED.has(section)) return `${before}${before ? "\n" : ""}- ${sentence}`;
  return `${before}${before ? "\n\n" : ""}${sentence}`;
}

/** Every section with all that the facts say of it. */
export function reportDraft(
  sentences: readonly ReportSentence[],
): { section: ReportSection; body: string; taken: TakenSentence[] }[] {
  return REPORT_SECTIONS.map((section) => {
    // what a chapter has told others is theirs to take in, and no beginning of a report
    const own = sentences.filter((one) => one.section === section && one.source !== "PRACTICES");
    const listed = LISTED.has(section);
    const body = listed
      ? own.reduce((text, { text: line }) => takeSentence(section, text, line), "")
      : own.map(({ text }) => text).join(" ");
    return { section, body, taken: own.map(({ key, text }) => ({ key, text })) };
  });
}

/** What is counted of persons may be hidden from the one who reads, which is not the same as gone. */
const MAY_BE_HIDDEN = /^(members|task)\./;

/** Of what was taken in, the sentences the facts say otherwise now; `now` is null where there is no such fact any more. */
export function staleSentences(
  taken: readonly TakenSentence[],
  sentences: readonly Pick<ReportSentence, "key" | "text">[],
): StaleSentence[] {
  const now = new Map(sentences.map(({ key, text }) => [key, text]));
  return taken
    .filter(({ key, text }) => now.get(key) !== text && (now.has(key) || !MAY_BE_HIDDEN.test(key)))
    .map(({ key, text }) => ({ key, was: text, now: now.get(key) ?? null }));
}

/** The text with the sentence as it is now; null where the writer has made it their own, and has to see to it. */
export function renewSentence(body: string, { was, now }: StaleSentence): string | null {
  const at = body.indexOf(was);
  if (at < 0 || now === null) return null;
  return body.slice(0, at) + now + body.slice(at + was.length);
}

/** «12 → 13» where two sentences differ in one number alone; null otherwise. */
export function changedNumber(was: string, now: string): { was: string; now: string } | null {
  const number = /\d+/g;
  if (was.replace(number, "#") !== now.replace(number, "#")) return null;
  const after = now.match(number) ?? [];
  const changed = (was.match(number) ?? []).flatMap((before, i) =>
    before === after[i] ? [] : [{ was: before, now: after[i]! }],
  );
  return changed.length === 1 ? changed[0]! : null;
}

export type ReportBlock = { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };

/** A section's text as it is printed and shown. A line break within a paragraph is kept. */
export function reportBlocks(body: string): ReportBlock[] {
  const blocks: ReportBlock[] = [];
  let open: ReportBlock | null = null;
  for (const line of body.split(/\r?\n/)) {
    const item = /^\s*[-•]\s+(.*)$/.exec(line)?.[1]?.trim();
    if (line.trim() === "") open = null;
    else if (item !== undefined) {
      if (open?.kind === "list") open.items.push(item);
      else blocks.push((open = { kind: "list", items: [item] }));
    } else if (open?.kind === "paragraph") open.text += `\n${line.trim()}`;
    else blocks.push((open = { kind: "paragraph", text: line.trim() }));
  }
  return blocks;
}

/** The year whose report is worked on: until summer the one that was, from then on the one that is. */
export const reportYear = (today: LocalDate): number => Number(today.slice(0, 4)) - (today.slice(5, 7) < "07" ? 1 : 0);

/** Whether a public section's text seems to tell how many members there are, which its readers may not know. */
export const tellsOfMembers = (body: string): boolean =>
  /(?<![\p{L}\d])(\d+|ett?|eit|én|éin|one|to|two|tre|three|fire|four|fem|five)\s+(\p{L}+\s+)?(medlem(?!smøt)|members?\b(?!['’]))/iu.test(
    body,
  );
