import { inAuth } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Context, Installation } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { countAttempt } from "../accounts/index.js";
import { findMeeting } from "../meetings/index.js";
import type { Meeting, MeetingKind } from "../meetings/index.js";
import { ownChapter } from "./audience.js";
import { rsvpKeyOf } from "./links.js";
import { rsvpRules } from "./outreach.inputs.js";
import type { AnswerRsvpInput } from "./outreach.inputs.js";
import { OUTREACH_TEXTS } from "./outreach.texts.js";
import type { MeetingInvitations, RsvpCount, RsvpNamed, RsvpPage, RsvpState } from "./rsvp.type.js";
import { listOutreach } from "./send.service.js";

const HOUR = 3600;
/** Answers an hour from one network, which may be a whole school's, and to one meeting. */
const FROM_NETWORK = 60;
const TO_MEETING = 600;

/** Whether members may be invited to it and answer. */
export const isInvitable = (meeting: Meeting, today: string): boolean =>
  meeting.kind !== "BOARD_MEETING" && !meeting.cancelledAt && meeting.heldOn >= today;

type PageRow = {
  chapter: string;
  kind: MeetingKind;
  title: string | null;
  held_on: string;
  starts_at: string | null;
  place: string | null;
  state: RsvpState;
};

/** The invitation behind a link, or null. Nobody needs to be signed in, and nothing is remembered of who looked. */
export async function readRsvpPage(installation: Installation, fragment: string): Promise<RsvpPage | null> {
  const key = rsvpKeyOf(fragment);
  if (!key) return null;
  const [row] = await inAuth(installation, (work) => work.query<PageRow>(`select * from authz.rsvp_page($1)`, [key]));
  return row
    ? {
        chapterName: row.chapter,
        kind: row.kind,
        title: row.title,
        heldOn: row.held_on,
        startsAt: row.starts_at,
        place: row.place,
        state: row.state,
      }
    : null;
}

const REFUSALS = {
  NOT_FOUND: OUTREACH_TEXTS.deadLink,
  CLOSED: OUTREACH_TEXTS.closed,
  FULL: OUTREACH_TEXTS.full,
} as const;

/** Keeps an answer, or changes the one of the same secret; a retry is the same answer. Refuses what cannot be taken. */
export async function answerRsvp(context: Context, input: AnswerRsvpInput): Promise<void> {
  const { installation, language, caller } = context;
  const { secret, answer, persons, name } = checkInput(rsvpRules(language), { ...input }, language);
  const key = rsvpKeyOf(input.page);
  if (!key) refuse("INVALID", say(language, OUTREACH_TEXTS.deadLink));
  await countAttempt(
    installation,
    { what: "rsvp", who: caller, most: FROM_NETWORK, seconds: HOUR },
    { what: "rsvp-meeting", who: key, most: TO_MEETING, seconds: HOUR },
  );
  // bound to the page, so that one secret used twice says nothing
  const token = hashSecret(`${key} ${secret}`);
  const [said] = await inAuth(installation, (work) =>
    work.query<{ said: keyof typeof REFUSALS | "DONE" }>(`select authz.answer_rsvp($1, $2, $3, $4, $5) as said`, [
      key,
      token,
      answer,
      answer === "NO" ? 1 : persons,
      name,
    ]),
  );
  if (said!.said !== "DONE") refuse("LOCKED", say(language, REFUSALS[said!.said]));
}

/** What the board of the meeting's chapter sees of the answers and of what was sent. Throws NOT_FOUND for another's meeting. */
export async function readInvitations(work: Work, meetingId: string): Promise<MeetingInvitations> {
  const chapterId = ownChapter(work);
  const meeting = await findMeeting(work, meetingId);
  if (meeting?.chapterId !== chapterId) throw new AppError("NOT_FOUND");
  const [row] = await work.query<{ counts: RsvpCount[] | null; named: RsvpNamed[] | null }>(
    `select (select json_agg(x order by array_position(array['YES', 'MAYBE', 'NO'], x.answer)) from (
              select answer, count(*)::int as answers, sum(persons)::int as persons from app.rsvp where chapter_id = $1 and meeting_id = $2 group by 1) x) as counts,
            (select json_agg(x order by array_position(array['YES', 'MAYBE', 'NO'], x.answer), lower(x.name), x.id) from (
              select id, name, answer, persons from app.rsvp where chapter_id = $1 and meeting_id = $2 and name is not null) x) as named`,
    [chapterId, meetingId],
  );
  return {
    invitable: isInvitable(meeting, work.today),
    counts: row!.counts ?? [],
    named: row!.named ?? [],
    sent: await listOutreach(work, chapterId, { meetingId }),
  };
}

/** Takes an answer away: one that is no answer, or that somebody asked to have removed. */
export async function removeRsvp(work: Work, id: string): Promise<Done> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const gone = await work.query(`delete from app.rsvp where chapter_id = $1 and id = $2 returning 1`, [
    ownChapter(work),
    id,
  ]);
  if (gone.length === 0) throw new AppError("NOT_FOUND");
  return { id };
}
