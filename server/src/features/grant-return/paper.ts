import { canonicalJson, GRANT_COUNT_WORDS, GRANT_RULES } from "@varde/domain";
import type { GrantReturnContent, Language } from "@varde/domain";
import { createHash } from "node:crypto";
import { say } from "../../kernel/errors/say.js";
import { LOCALE } from "../../kernel/pdf/document.js";
import { printPdf } from "../../kernel/pdf/print.js";
import type { Block } from "../../kernel/print/block.js";
import { PAPER_TEXTS as T } from "./paper.texts.js";

export type Signed = { name: string; role: string; at: string };

/** What is signed, and the hash of exactly that text. */
export function sealed(content: GrantReturnContent): { text: string; hash: string } {
  const text = canonicalJson(content);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

const day = (language: Language, on: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${on}T00:00:00Z`));
const moment = (language: Language, at: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeStyle: "medium", timeZone: "Europe/Oslo" }).format(
    new Date(at),
  );

/** How the counting came out, rule by rule, in words. */
export function countLines({ count, rules }: Pick<GrantReturnContent, "count" | "rules">, language: Language) {
  const words = GRANT_COUNT_WORDS[language];
  return {
    sentence: words.chapter(count, rules),
    rules: count.rules.map((of) => ({ name: words.rule(of.rule, rules), outcome: words.outcome(of) })),
    gaps: count.gaps.map(({ gap, members }) => words.gap(gap, members, count.year)),
  };
}

function blocksOf(
  content: GrantReturnContent,
  hash: string,
  signed: readonly Signed[],
  version: number,
  language: Language,
): Block[] {
  const t = <K extends keyof typeof T>(key: K): string => say(language, T[key]);
  const counted = countLines(content, language);
  const two = (title: [string, string]) => [
    { title: title[0], share: 2 },
    { title: title[1], share: 3 },
  ];
  const none = "–";
  const period =
    content.electedOn && content.periodTo
      ? `${day(language, content.electedOn)} – ${day(language, content.periodTo)}`
      : none;
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: `${t("title")} ${content.year}` },
    { kind: "paragraph", text: content.chapter },
    {
      kind: "table",
      columns: two([t("what"), t("says")]),
      rows: [
        [t("chapter"), content.chapter],
        [t("municipality"), content.municipality],
        [t("county"), content.county],
        [t("elected"), content.electedOn ? day(language, content.electedOn) : none],
        [t("period"), period],
        [
          t("board"),
          content.board
            .map(({ name, role }) => (role === "CHAPTER_LEADER" ? `${name} (${t("leader")})` : name))
            .join("\n"),
        ],
      ],
    },
    { kind: "heading", level: 2, text: t("activity") },
    { kind: "paragraph", text: content.activity },
    { kind: "heading", level: 2, text: t("members") },
    { kind: "paragraph", text: `${counted.sentence}.` },
    {
      kind: "table",
      columns: two([t("rule"), t("outcome")]),
      rows: counted.rules.map(({ name, outcome }) => [name, outcome]),
    },
    { kind: "paragraph", quiet: true, text: `${t("source")}: ${content.rules.source}` },
  ];
  if (content.papers.length > 0) {
    blocks.push(
      { kind: "heading", level: 2, text: t("papers") },
      {
        kind: "list",
        items: content.papers.map(
          ({ paper, from }) =>
            `${t(paper)}: ${from === null ? t("notSent") : t(from === "BOARD" ? "sent" : "REGISTER")}`,
        ),
      },
    );
  }
  if (content.corrections.length > 0) {
    blocks.push(
      { kind: "heading", level: 2, text: t("corrections") },
      {
        kind: "table",
        columns: [
          { title: t("what"), share: 1 },
          { title: t("registered"), share: 1 },
          { title: t("reason"), share: 2 },
        ],
        rows: content.corrections.map(({ field, registered, reason }) => [t(field), registered || none, reason]),
      },
    );
  }
  blocks.push(
    { kind: "heading", level: 2, text: t("signed") },
    {
      kind: "list",
      items: signed.map(
        ({ name, role, at }) =>
          `${name}, ${role === "CHAPTER_LEADER" ? t("leader") : t("member")}, ${moment(language, at)}`,
      ),
    },
    { kind: "paragraph", quiet: true, text: `${t("factor")} ${t("version")} ${version}. SHA-256: ${hash}` },
  );
  return blocks;
}

/** The delivered return as a paper, with who signed when, and the hash of what they signed. */
export function grantPaper(
  content: GrantReturnContent,
  hash: string,
  signed: readonly Signed[],
  version: number,
  language: Language,
): Promise<Buffer> {
  const title = `${say(language, T.title)} ${content.year}, ${content.chapter}`;
  return printPdf({ title, language, foot: title, blocks: blocksOf(content, hash, signed, version, language) });
}

/** Of the table of all returns. */
export const RULES_COUNTED = GRANT_RULES.filter((rule) => rule !== "MEMBER");
