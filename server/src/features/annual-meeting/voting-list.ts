import { addMonths } from "@varde/domain";
import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { countReading } from "../../kernel/count-reading.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { printPdf } from "../../kernel/pdf/print.js";
import type { Block } from "../../kernel/print/block.js";
import { KIT_WORDS } from "./annual-meeting.texts.js";
import type { AnnualMeetingFile } from "./annual-meeting.type.js";
import { dayWords, findKit, ownChapter } from "./kit.service.js";

/** Points: room to sign in. */
const ROW = 26;
/** Rows to write in by hand: those who pay at the door, and those who are there without a vote. */
const AT_THE_DOOR = 4;
const WITHOUT_VOTE = 10;

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

const toSign = (names: readonly string[], words: (typeof KIT_WORDS)[Language]["voting"]): Block => ({
  kind: "table",
  rowHeight: ROW,
  columns: [
    { title: words.number, share: 1 },
    { title: words.name, share: 8 },
    { title: words.here, share: 8 },
  ],
  rows: names.map((name, i) => [String(i + 1), name, ""]),
});

/** A list to sign, and how many members it names. */
export type VotingList = { file: AnnualMeetingFile; count: number };

/**
 * Takes out who may vote: that it was done, and how many it names, is in the trail before it leaves, as with the members' list; the
 * database asks for the factor there. Throws NOT_FOUND.
 */
export async function takeVotingList(work: Work, id: string, language: Language): Promise<AnnualMeetingFile> {
  const { file, count } = await votingList(work, id, language);
  await audit(work, {
    action: "MEMBERS_EXPORTED",
    subjectType: "Meeting",
    subjectId: id,
    chapterId: ownChapter(work),
    detail: { count, list: "VOTING" },
  });
  return file;
}

/**
 * Who may vote at the own chapter's annual meeting, on paper with lines to sign, how many they are, and room for the rest. It counts
 * as taking members out. Throws NOT_FOUND.
 */
export async function votingList(work: Work, id: string, language: Language): Promise<VotingList> {
  const kit = await findKit(work, id, language);
  if (!kit || kit.cancelled) throw new AppError("NOT_FOUND");
  const { heldOn, votingAge, chapter } = kit;
  const year = heldOn.slice(0, 4);
  const names = await voters(work, heldOn, votingAge);
  await countReading(work, "EXPORT");
  const words = KIT_WORDS[language].voting;
  const title = words.title(chapter);
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: title },
    { kind: "paragraph", text: words.lead(dayWords(language, heldOn), names.length, votingAge) },
    { kind: "paragraph", text: words.care },
    ...(names.length === 0 ? [{ kind: "paragraph", text: words.nobody } as const] : []),
    toSign([...names.map(({ name }) => name), ...Array.from({ length: AT_THE_DOOR }, () => "")], words),
    { kind: "paragraph", text: words.door },
    { kind: "heading", level: 2, text: words.others },
    { kind: "paragraph", text: words.othersLead },
    toSign(
      Array.from({ length: WITHOUT_VOTE }, () => ""),
      words,
    ),
  ];
  const bytes = await printPdf({ title, language, foot: title, blocks });
  return { file: { fileName: `${words.file}-${year}.pdf`, content: bytes.toString("base64") }, count: names.length };
}
