import { fillMessages, leavesOpen, overlayParts } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { findMeeting, nextMeeting } from "../meetings/index.js";
import type { Meeting } from "../meetings/index.js";
import type { CrisisContact } from "../organization/index.js";
import { toAnswers } from "./answers.js";
import { prefill } from "./prefill.js";
import { fieldsOf, firstWord, MEETING_FIELD } from "./read-touchpoint.service.js";
import { statusCondition } from "./status-sql.js";
import type { TouchpointDetail } from "./touchpoint-detail.type.js";
import { toTouchpoint, TOUCHPOINT_COLUMNS, TOUCHPOINT_JOINS } from "./touchpoint.rows.js";
import type { TouchpointRow } from "./touchpoint.rows.js";
import { adaptedVersion, versionsOf } from "./versions.js";

type Row = TouchpointRow & { meeting_id: string | null; chapter_full_name: string; crisis_contacts: CrisisContact[] };

/** How near what is about a person must be: due by then, or opened since then. */
const DAYS_NEAR = 14;

/**
 * What a seat can do now that is its own or nobody's, with all it takes, for a phone to keep: by due day, at most `most`. Of a person
 * there is the first name only, and only when it is due or was opened within fourteen days: no contact, no last name, no day of joining, nothing that was answered.
 */
export async function readWorkOfSeat(context: Context, work: Work, most: number): Promise<TouchpointDetail[]> {
  const viewer = seated(work);
  if (!viewer.chapterId) throw new AppError("FORBIDDEN");
  const day = () => "$3::date";
  const rows = await work.query<Row>(
    `select ${TOUCHPOINT_COLUMNS}, t.meeting_id, c.name as chapter_full_name, o.crisis_contacts
       from app.touchpoint t ${TOUCHPOINT_JOINS} join app.organization o on o.id = t.organization_id
      where t.organization_id = $1 and t.chapter_id = $2 and (${statusCondition("OPEN", day)} or ${statusCondition("OVERDUE", day)})
        and (t.opens_on <= $3::date or t.started_at is not null) and (a.id is null or a.id = $4)
        and (not t.about_member or t.due_on <= $3::date + ${DAYS_NEAR} or t.opens_on > $3::date - ${DAYS_NEAR})
      order by t.due_on, t.id limit $5`,
    [viewer.organizationId, viewer.chapterId, work.today, viewer.seatId, most],
  );
  const versions = await versionsOf(
    context.installation,
    work,
    rows.map((row) => row.version_id),
  );
  const meetings = new Map<string, Meeting | null>();
  for (const { meeting_id } of rows) {
    if (meeting_id && !meetings.has(meeting_id)) meetings.set(meeting_id, await findMeeting(work, meeting_id));
  }
  let coming: Meeting | null | undefined;
  const items: TouchpointDetail[] = [];
  for (const row of rows) {
    const national = versions.get(row.version_id)!;
    const version = adaptedVersion(national, row.overlay);
    const fields = fieldsOf(row, version);
    const messages = row.period_report ? [] : version.definition.messages;
    const meeting = row.meeting_id ? (meetings.get(row.meeting_id) ?? null) : null;
    const asksMeeting = messages.some(({ body, subject }) => MEETING_FIELD.test(body.nb + (subject?.nb ?? "")));
    if (!meeting && asksMeeting && coming === undefined) coming = await nextMeeting(work, row.chapter_id);
    const next = !meeting && asksMeeting ? (coming ?? null) : null;
    const touchpoint = toTouchpoint(row, version, work.today);
    items.push({
      touchpoint: {
        ...touchpoint,
        member: touchpoint.member && { ...touchpoint.member, lastName: "", joinedOn: null },
        returnedNote: null,
        returnedAt: null,
      },
      contact: null,
      definition: version.definition,
      adapted: row.overlay && !row.period_report ? overlayParts(row.overlay) : [],
      adaptable: leavesOpen(national.definition) && !row.period_report,
      versionNumber: version.number,
      messages: fillMessages(messages, {
        memberFirstName: row.first_name,
        senderFirstName: firstWord(viewer.accountName),
        chapterShortName: row.chapter_name,
        chapterName: row.chapter_full_name,
        meeting: meeting ?? next,
      }),
      answers: [],
      reportFields: fields,
      // few ask the register, and only what is about no one person does
      prefilled: toAnswers(fields, await prefill(work, row, fields, meeting), false),
      meeting,
      nextMeeting: next,
      crisisContacts: row.crisis_contacts,
      takeOver: null,
      parts: [],
    });
  }
  return items;
}
