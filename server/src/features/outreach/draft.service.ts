import { fillMessage, lockScreenWords, neutralName } from "@varde/domain";
import type { FilledMessage, Language } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { say } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { findMeeting } from "../meetings/index.js";
import type { Meeting } from "../meetings/index.js";
import { readTouchpoint } from "../touchpoints/index.js";
import { ownChapter, readAudiences, toAudience } from "./audience.js";
import { aroundBody } from "./letter.js";
import { mailsLeft, quietUntil } from "./limits.js";
import { rsvpLink } from "./links.js";
import { filled, KIND_WORDS, STANDARD } from "./outreach.texts.js";
import type { OutreachDraft, OutreachNumbers } from "./outreach.type.js";
import { isInvitable } from "./rsvp.service.js";

const LOCALES: Record<Language, string> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
/** Numbers for one text: what phones take at once. */
const GROUP = 20;

/** «torsdag 7. mai kl. 18.00» */
function whenOf({ heldOn, startsAt }: Meeting, language: Language): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${heldOn}T12:00:00Z`));
  if (!startsAt) return day;
  return language === "en" ? `${day} at ${startsAt}` : `${day} kl. ${startsAt.replace(":", ".")}`;
}

type Texts = Pick<OutreachDraft, "subject" | "mail" | "text">;

/** The kind words a board starts from when the task gave none. */
function standard(meeting: Meeting, language: Language, short: string, link: string): Texts {
  const kind = say(language, KIND_WORDS[meeting.kind]);
  // what may be read on a locked screen says the kind of meeting when its name tells too much
  const what = meeting.title && lockScreenWords(meeting.title).length === 0 ? meeting.title : kind;
  const place = meeting.place ? `, ${meeting.place}` : "";
  const values = { short, what, when: whenOf(meeting, language), place, link };
  const fill = (text: string) => filled(text, values);
  return {
    subject: fill(say(language, STANDARD.subject)),
    text: fill(say(language, STANDARD.text)),
    mail: [
      filled(say(language, STANDARD.invitation), { ...values, what: meeting.title || kind }),
      say(language, STANDARD.kinds[meeting.kind]),
      `${say(language, STANDARD.answer)}\n${link}`,
      fill(say(language, STANDARD.greeting)),
    ]
      .filter(Boolean)
      .join("\n\n"),
  };
}

/** The task's own words, with the way to answer at the end where they do not give it. */
function ofMessages(messages: readonly FilledMessage[], language: Language, link: string | null): Partial<Texts> {
  const said = (text: { nb: string; nn?: string | null; en?: string | null }) => text[language] || text.nb;
  const withLink = (text: string): string => {
    if (!link) return text;
    const given = fillMessage(text, { lenke: link }).text;
    return given.includes(link) ? given : `${given}\n\n${link}`;
  };
  const mail = messages.find(({ channel }) => channel === "EMAIL");
  const text = messages.find(({ channel }) => channel === "SMS");
  return {
    ...(mail?.subject && { subject: said(mail.subject) }),
    ...(mail && { mail: withLink(said(mail.body)) }),
    ...(text && { text: withLink(said(text.body)) }),
  };
}

async function begun(context: Context, work: Work, from: OutreachFrom) {
  const { meetingId, touchpointId } = from;
  if (touchpointId) {
    const detail = isUuid(touchpointId) ? await readTouchpoint(context, work, touchpointId) : null;
    if (!detail || detail.touchpoint.aboutMember) throw new AppError("NOT_FOUND");
    return { meeting: detail.meeting ?? detail.nextMeeting, messages: detail.messages };
  }
  const meeting = meetingId ? await findMeeting(work, meetingId) : null;
  if (!meeting) throw new AppError("NOT_FOUND");
  return { meeting, messages: [] };
}

export type OutreachFrom = { meetingId?: string | null; touchpointId?: string | null };

/** What a board starts from: the task's own text or a standard one, whom it reaches, and whether mail may be sent now. */
export async function readDraft(context: Context, work: Work, from: OutreachFrom): Promise<OutreachDraft> {
  const chapterId = ownChapter(work);
  const { language, installation } = context;
  const { meeting, messages } = await begun(context, work, from);
  if (meeting && meeting.chapterId !== chapterId) throw new AppError("NOT_FOUND");
  const about = meeting && isInvitable(meeting, work.today) ? meeting : null;
  const [row] = await work.query<{ short: string; organization: string; rsvp_key: string | null }>(
    `select c.short_name as short, o.short_name as organization, (select m.rsvp_key from app.meeting m where m.chapter_id = c.id and m.id = $2::uuid) as rsvp_key
       from app.chapter c join app.organization o on o.id = c.organization_id where c.id = $1`,
    [chapterId, about?.id ?? null],
  );
  const short = neutralName(row!.short, row!.organization);
  const link = row!.rsvp_key && rsvpLink(installation.baseUrl, row!.rsvp_key);
  const own = ofMessages(messages, language, link);
  const kind = about && link ? standard(about, language, short, link) : null;
  const around = aroundBody(language, short);
  const audiences = await readAudiences(work, installation.sealer);
  return {
    meeting: about,
    rsvpLink: link,
    chapterName: short,
    subject: own.subject ?? kind?.subject ?? short,
    mail: own.mail ?? kind?.mail ?? own.text ?? "",
    text: own.text ?? kind?.text ?? own.mail ?? "",
    mailBefore: around.opening,
    mailAfter: `${around.why}\n\n${around.out}`,
    byMail: toAudience(audiences.EMAIL),
    byText: toAudience(audiences.TEXT),
    mailsLeft: await mailsLeft(work, chapterId),
    quietUntil: await quietUntil(work),
  };
}

/** The numbers of those a text reaches, in groups for one message each. For those who read the register. */
export async function readNumbers({ installation }: Context, work: Work): Promise<OutreachNumbers[]> {
  if (!work.viewer?.caps.has("MEMBER_READ")) throw new AppError("FORBIDDEN");
  const numbers = (await readAudiences(work, installation.sealer)).TEXT.reached.map(({ address }) => address);
  return Array.from({ length: Math.ceil(numbers.length / GROUP) }, (_, i) => ({
    numbers: numbers.slice(i * GROUP, (i + 1) * GROUP),
  }));
}
