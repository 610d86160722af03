import type { Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { LOCALE, newPdf } from "../../kernel/pdf/document.js";
import type { HandoverFile, HandoverMember } from "./handover.type.js";
import { HANDOVER_PDF } from "./handover-pdf.texts.js";
import { demandBoard, findHandover, openAboutMembers, UNDO_DAYS } from "./read-handover.js";
import type { Reading } from "./read-handover.js";

type Waiting = { duties: number; overdue: number; aboutMembers: number | null };

const dayIn = (language: Language) => {
  const format = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeZone: "UTC" });
  return (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
};

async function waiting(work: Work, chapterId: string): Promise<Waiting> {
  const [row] = await work.query<{ duties: number; overdue: number }>(
    `select count(*)::int as duties, count(*) filter (where t.due_on < authz.today())::int as overdue from app.touchpoint t
      where t.organization_id = $1 and t.chapter_id = $2 and not t.about_member and t.closed_at is null and t.emptied_at is null and t.waived_at is null
        and t.cancelled_at is null and greatest(t.miss_on, t.exception_until) >= authz.today() and t.opens_on <= authz.today()`,
    [seated(work).organizationId, chapterId],
  );
  const own = seated(work).chapterId === chapterId;
  return { ...row!, aboutMembers: own ? await openAboutMembers(work, chapterId) : null };
}

/** One page of A4 about a handover that was done: the boards by name, what waits by number. Null for one that is not there or not done. */
export async function handoverPdf(work: Work, id: string, reading: Reading): Promise<HandoverFile | null> {
  const { language } = reading;
  const found = await findHandover(work, id, reading);
  if (!found || found.state === "DRAFT") return null;
  const [row] = await work.query<{ chapter_id: string }>(
    `select chapter_id from app.handover where organization_id = $1 and id = $2`,
    [seated(work).organizationId, id],
  );
  const board = await demandBoard(work, row!.chapter_id);
  const open = await waiting(work, board.id);
  const texts = HANDOVER_PDF[language];
  const day = dayIn(language);
  const line = (member: HandoverMember): string => {
    const role = texts.roles[member.role];
    if (member.part === "COMES") return texts.comes(member.holderName, role, member.lastDay && day(member.lastDay));
    if (member.part === "STAYS")
      return texts.stays(member.holderName, role, member.lastDay && day(member.lastDay), member.waits);
    if (member.waits) return texts.waits(member.holderName, role);
    return texts.leaves(member.holderName, role, member.lastDay && day(member.lastDay));
  };
  const part = (of: HandoverMember["part"]) => found.members.filter((member) => member.part === of).map(line);
  const sections = [
    [texts.leaving, part("LEAVES")],
    [texts.coming, part("COMES")],
    ...(part("STAYS").length > 0 ? ([[texts.staying, part("STAYS")]] as const) : []),
    [
      texts.waiting,
      [
        texts.duties(open.duties, open.overdue),
        ...(open.aboutMembers === null ? [] : [texts.aboutMembers(open.aboutMembers)]),
      ],
    ],
  ] as const;
  const foot = [found.state === "UNDONE" ? texts.undone : texts.undo(UNDO_DAYS), texts.made(day(work.today))];

  const title = texts.title(board.name);
  const pdf = newPdf(title, language, { margin: 56 });
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (bytes: Buffer) => parts.push(bytes));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const tagged = (tag: string, draw: () => void) => root.add(pdf.struct(tag, {}, draw));
  // thirty seats each way still go on one page
  const size = found.members.length > 24 ? 8 : 10.5;
  tagged("H1", () => pdf.font("bold").fontSize(18).text(title).moveDown(0.3));
  tagged("P", () =>
    pdf
      .font("plain")
      .fontSize(size)
      .text(texts.held(day(found.heldOn)))
      .moveDown(0.4),
  );
  for (const [heading, lines] of sections) {
    tagged("H2", () => pdf.moveDown(0.5).font("bold").fontSize(13).text(heading).moveDown(0.2));
    for (const text of lines.length > 0 ? lines : [texts.nobody]) {
      tagged("P", () => pdf.font("plain").fontSize(size).text(text, { lineGap: 1 }));
    }
  }
  for (const text of foot) tagged("P", () => pdf.moveDown(0.6).font("plain").fontSize(9).text(text));
  root.end();
  pdf.end();
  return { fileName: `${texts.file}-${found.heldOn}`, pdf: (await done).toString("base64") };
}
