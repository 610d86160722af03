import type { Language } from "@varde/domain";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { LOCALE } from "../../kernel/pdf/document.js";
import { KIT_WORDS } from "./annual-meeting.texts.js";
import type { AnnualMeetingFile } from "./annual-meeting.type.js";
import { dayWords, findKit } from "./kit.service.js";

/** The minutes of an annual meeting as a document to write on: each case of the agenda, with room for what was decided. Throws NOT_FOUND. */
export async function minutesFile(work: Work, id: string, language: Language): Promise<AnnualMeetingFile> {
  const kit = await findKit(work, id, language);
  if (!kit || kit.cancelled) throw new AppError("NOT_FOUND");
  const words = KIT_WORDS[language].minutes;
  const year = kit.heldOn.slice(0, 4);
  const title = words.title(kit.chapter, year);
  const facts = {
    chapter: kit.chapter,
    day: dayWords(language, kit.heldOn),
    time: kit.startsAt,
    place: kit.place,
    year,
  };
  const line = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 160 } });
  const heading = (text: string): Paragraph =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_2, spacing: { before: 320, after: 120 } });
  const cases = kit.agenda
    .filter((item) => item.title.trim() !== "")
    .flatMap((item, i) => [
      heading(words.case(i + 1, item.title.trim())),
      ...item.text
        .split("\n")
        .filter((part) => part.trim() !== "")
        .map(line),
      line(words.decided),
      line(""),
      line(words.votes),
    ]);
  const document = new Document({
    title,
    creator: "Varde",
    styles: { default: { document: { run: { font: "Calibri", size: 22, language: { value: LOCALE[language] } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, spacing: { after: 160 } }),
          line(words.held(facts)),
          line(words.present),
          ...cases,
          heading(words.signed),
          line(words.chair),
          line(words.signer),
          line(words.signer),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return { fileName: `${words.file}-${year}.docx`, content: bytes.toString("base64") };
}
