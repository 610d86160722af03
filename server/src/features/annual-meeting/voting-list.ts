import { addMonths } from "@varde/domain";
import type { Language } from "@varde/domain";
import { countReading } from "../../kernel/count-reading.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { newPdf } from "../../kernel/pdf/document.js";
import { KIT_WORDS } from "./annual-meeting.texts.js";
import type { AnnualMeetingFile } from "./annual-meeting.type.js";
import { dayWords, findKit, ownChapter } from "./kit.service.js";

const MARGIN = 56;
const ROW = 26;

/**
 * Members on the day of the meeting who have paid for its year and are old enough on it, by name. Without a birth date the year of birth
 * decides, and without either nobody is left out.
 */
export const voters = (work: Work, heldOn: string, votingAge: number): Promise<{ name: string }[]> =>
  work.query<{ name: string }>(
    `select trim(m.first_name || ' ' || m.last_name) as name from app.member m
      where m.chapter_id = $1 and m.joined_on <= $2::date and (m.left_on is null or m.left_on > $2::date)
        and exists (select 1 from app.member_fee f where f.chapter_id = m.chapter_id and f.member_id = m.id and f.year = $3 and f.paid_on is not null)
        and coalesce(m.birth_date <= $4::date, m.birth_year <= extract(year from $4::date), true)
      order by m.name_key using ~<~, m.id`,
    [ownChapter(work), heldOn, Number(heldOn.slice(0, 4)), addMonths(heldOn, -12 * votingAge)],
  );

/**
 * Who may vote at the own chapter's annual meeting, on paper with lines to sign, and how many they are. Throws
 * NOT_FOUND.
 */
export async function votingList(work: Work, id: string, language: Language): Promise<AnnualMeetingFile> {
  const kit = await findKit(work, id, language);
  if (!kit || kit.cancelled) throw new AppError("NOT_FOUND");
  const { heldOn, votingAge, chapter } = kit;
  const year = heldOn.slice(0, 4);
  const names = await voters(work, heldOn, votingAge);
  await countReading(work, "EXPORT");
  const words = KIT_WORDS[language].voting;
  const title = words.title(chapter);
  const pdf = newPdf(title, language, { margin: MARGIN });
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (bytes: Buffer) => parts.push(bytes));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const tagged = (tag: string, draw: () => void) => root.add(pdf.struct(tag, {}, draw));
  tagged("H1", () => pdf.font("bold").fontSize(17).text(title).moveDown(0.3));
  tagged("P", () =>
    pdf
      .font("plain")
      .fontSize(10.5)
      .text(words.lead(dayWords(language, heldOn), names.length, votingAge))
      .moveDown(0.3),
  );
  tagged("P", () => pdf.font("bold").fontSize(10.5).text(words.care).moveDown(0.8));
  if (names.length === 0) tagged("P", () => pdf.font("plain").fontSize(10.5).text(words.nobody));
  const right = pdf.page.width - MARGIN;
  const middle = MARGIN + (right - MARGIN) * 0.5;
  let page = 1;
  names.forEach(({ name }, i) => {
    if (pdf.y + ROW > pdf.page.height - MARGIN) {
      pdf.addPage();
      page += 1;
      tagged("P", () => pdf.font("plain").fontSize(9).text(words.page(page)).moveDown(0.6));
    }
    const y = pdf.y;
    tagged("P", () =>
      pdf
        .font("plain")
        .fontSize(10.5)
        .text(`${i + 1}. ${name}`, MARGIN, y + 8, { width: middle - MARGIN - 8, height: 14, ellipsis: true }),
    );
    pdf.markContent("Artifact");
    pdf
      .lineWidth(0.6)
      .moveTo(middle, y + ROW - 5)
      .lineTo(right, y + ROW - 5)
      .stroke();
    pdf.endMarkedContent();
    pdf.x = MARGIN;
    pdf.y = y + ROW;
  });
  root.end();
  pdf.end();
  return { fileName: `${words.file}-${year}.pdf`, content: (await done).toString("base64") };
}
