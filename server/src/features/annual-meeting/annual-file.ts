import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { printDocx } from "../../kernel/docx/document.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { printPdf } from "../../kernel/pdf/print.js";
import type { Block } from "../../kernel/print/block.js";
import { KIT_WORDS } from "./annual-meeting.texts.js";
import type { AnnualFile, AnnualFormat, AnnualKit, AnnualMeetingFile } from "./annual-meeting.type.js";
import { dayWords, findKit } from "./kit.service.js";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
/** Each part of a text between empty lines. */
const paragraphs = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => paragraph(part.trim()));

/** The agenda without the cases that have no name yet. */
const casesOf = ({ agenda }: AnnualKit) =>
  agenda.map(({ title, text }) => ({ title: title.trim(), text: text.trim() })).filter(({ title }) => title !== "");

/** What each paper says under its title. `held` is where and when. */
const BLOCKS: Record<AnnualFile, (kit: AnnualKit, held: string, language: Language) => Block[]> = {
  NOTICE: (kit, _, language) => [
    ...paragraphs(kit.notice),
    { kind: "heading", level: 2, text: KIT_WORDS[language].agenda },
    { kind: "list", numbered: true, items: casesOf(kit).map(({ title }) => title) },
  ],
  AGENDA: (kit, held) => [
    paragraph(held),
    {
      kind: "list",
      numbered: true,
      items: casesOf(kit).map(({ title, text }) => (text ? `${title}\n${text}` : title)),
    },
  ],
  MINUTES: (kit, held, language) => {
    const words = KIT_WORDS[language].minutes;
    return [
      paragraph(held),
      paragraph(words.present),
      ...casesOf(kit).flatMap(({ title, text }, i): Block[] => [
        { kind: "heading", level: 2, text: words.case(i + 1, title) },
        ...paragraphs(text),
        paragraph(`${words.decided}\n\n`),
        paragraph(words.votes),
      ]),
      { kind: "heading", level: 2, text: words.signed },
      paragraph(words.chair),
      { kind: "signature", under: [words.signer, words.signer] },
    ];
  },
};

/** A paper of the own chapter's annual meeting, as the board has written it. Throws NOT_FOUND. */
export async function annualFile(
  work: Work,
  id: string,
  { paper, format }: { paper: AnnualFile; format: AnnualFormat },
  language: Language,
): Promise<AnnualMeetingFile> {
  const kit = await findKit(work, id, language);
  if (!kit || kit.cancelled) throw new AppError("NOT_FOUND");
  const { chapter, heldOn, startsAt: time, place } = kit;
  const year = heldOn.slice(0, 4);
  const words = KIT_WORDS[language];
  const title = words.papers[paper].title(chapter, year);
  const where = words.minutes.held({ chapter, day: dayWords(language, heldOn), time, place, year });
  const held = where.charAt(0).toUpperCase() + where.slice(1);
  const printed = {
    title,
    language,
    foot: title,
    blocks: [{ kind: "heading", level: 1, text: title } as const, ...BLOCKS[paper](kit, held, language)],
  };
  const bytes = await (format === "PDF" ? printPdf(printed) : printDocx(printed));
  return {
    fileName: `${words.papers[paper].file}-${year}.${format.toLowerCase()}`,
    content: bytes.toString("base64"),
  };
}
