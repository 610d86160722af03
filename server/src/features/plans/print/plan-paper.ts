import type { Language, PlanAdopter, PlanText } from "@varde/domain";
import { say } from "../../../kernel/errors/say.js";
import { LOCALE } from "../../../kernel/pdf/document.js";
import { type Block, linesOf, type Paper } from "../../../kernel/print/block.js";
import { PRINT_TEXTS } from "./plan-print.texts.js";

/** What a printed plan says of itself beside its words: its adoption, or none where it is a draft. */
export type PrintedPlan = {
  year: number;
  chapterName: string;
  text: PlanText;
  adoption: { number: number; place: string; on: string; by: PlanAdopter; hash: string } | null;
};

/** More letters in a row than this, and five columns beside each other need the long side of the paper. */
const LONG_ROW = 260;

const paragraphs = (text: string, kept = false): Block[] =>
  linesOf(text)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ kind: "paragraph", text: line, kept }));

function footOf({ adoption, chapterName, text }: PrintedPlan, language: Language): string {
  if (!adoption) return text.title || chapterName;
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(adoption.on),
  );
  const line = say(language, adoption.by === "BOARD" ? PRINT_TEXTS.adoptedBoard : PRINT_TEXTS.adoptedMeeting);
  return line
    .replace("<d>", day)
    .replace("<n>", String(adoption.number))
    .replace("<p>", () => adoption.place);
}

/** An action plan as it is printed: the five columns, what stands before and after them, a line to sign on, and its adoption under each page. */
export function planPaper(plan: PrintedPlan, language: Language): Paper {
  const t = (key: keyof typeof PRINT_TEXTS): string =>
    say(language, PRINT_TEXTS[key]).replace("<y>", String(plan.year));
  const { title, intro, rows, closing } = plan.text;
  const cells = rows.map(({ nr, activity, aim, measures, resultAim }) => [nr, activity, aim, measures, resultAim]);
  // on the short side long words of activities need more of it
  const landscape = cells.some((row) => row.join("").length > LONG_ROW);
  return {
    title: title || plan.chapterName,
    language,
    landscape,
    mark: plan.adoption ? null : t("draft"),
    foot: footOf(plan, language),
    blocks: [
      { kind: "heading", level: 1, text: title || plan.chapterName },
      ...paragraphs(intro),
      {
        kind: "table",
        columns: [
          { title: t("nr"), share: 6 },
          { title: t("activity"), share: landscape ? 17 : 22 },
          { title: t("aim"), share: landscape ? 25 : 23 },
          { title: t("measures"), share: 27 },
          { title: t("resultAim"), share: landscape ? 25 : 23 },
        ],
        rows: cells,
        summary: t("summary"),
      },
      ...paragraphs(closing, true),
      { kind: "signature", under: [t("signature")] },
    ],
  };
}
