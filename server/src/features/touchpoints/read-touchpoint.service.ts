import { fillMessages, isDoneByEach, leavesOpen, overlayParts } from "@varde/domain";
import type { Answers, ReportField } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Context } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { findMeeting, nextMeeting } from "../meetings/index.js";
import type { CrisisContact } from "../organization/index.js";
import { toAnswers } from "./answers.js";
import { readParts } from "./parts.service.js";
import { prefill } from "./prefill.js";
import type { TouchpointDetail } from "./touchpoint-detail.type.js";
import type { ContactPreference } from "../members/index.js";
import { takeOverOf } from "./take-over.service.js";
import { toTouchpoint, TOUCHPOINT_COLUMNS, TOUCHPOINT_JOINS } from "./touchpoint.rows.js";
import type { TouchpointRow } from "./touchpoint.rows.js";
import type { TouchpointContact } from "./touchpoint.type.js";
import { adaptedVersion, versionsOf } from "./versions.js";
import type { Version } from "./versions.js";

type DetailRow = TouchpointRow & {
  answers: Answers;
  meeting_id: string | null;
  chapter_full_name: string;
  crisis_contacts: CrisisContact[];
  email_ct: Buffer | null;
  mobile_ct: Buffer | null;
  contact_preference: ContactPreference | null;
};

/** What is asked of this touchpoint: the period's one question, or the report. */
export const fieldsOf = (row: Pick<TouchpointRow, "period_report">, { definition }: Version): ReportField[] =>
  row.period_report ? (definition.periodReport ? [definition.periodReport.field] : []) : definition.reportFields;

export const MEETING_FIELD = /\{\{\s*(dato|klokka|sted|lenke)\s*\}\}/;
export const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? "";

function contactOf({ sealer }: Context["installation"], row: DetailRow): TouchpointContact | null {
  if (!row.member_id || !row.contact_preference) return null;
  const open = (sealed: Buffer | null, column: string) =>
    sealed && sealer.open(sealed, `member/${row.member_id ?? ""}/${column}`);
  return {
    phone: open(row.mobile_ct, "mobile"),
    email: open(row.email_ct, "email"),
    preference: row.contact_preference,
  };
}

/**
 * One touchpoint with all it takes, or null when it is out of reach. Those above the chapter read what is about no one
 * person: no member, no contact, no number that counts persons, no meeting's place.
 */
export async function readTouchpoint(context: Context, work: Work, id: string): Promise<TouchpointDetail | null> {
  if (!isUuid(id)) return null;
  const viewer = seated(work);
  const above = !viewer.caps.has("TOUCHPOINT_READ");
  const [row] = await work.query<DetailRow>(
    `select ${TOUCHPOINT_COLUMNS}, t.answers, t.meeting_id, c.name as chapter_full_name, o.crisis_contacts,
            m.email_ct, m.mobile_ct, m.contact_preference
       from app.touchpoint t ${TOUCHPOINT_JOINS} join app.organization o on o.id = t.organization_id
      where t.organization_id = $1 and t.id = $2`,
    [viewer.organizationId, id],
  );
  if (!row) return null;
  const national = (await versionsOf(context.installation, work, [row.version_id])).get(row.version_id)!;
  const version = adaptedVersion(national, row.overlay);
  const fields = fieldsOf(row, version);
  const messages = row.period_report ? [] : version.definition.messages;
  const meeting = row.meeting_id ? await findMeeting(work, row.meeting_id) : null;
  const asksMeeting = messages.some(({ body, subject }) => MEETING_FIELD.test(body.nb + (subject?.nb ?? "")));
  const next = !meeting && !above && asksMeeting ? await nextMeeting(work, row.chapter_id) : null;
  const found = above ? {} : await prefill(work, row, fields, meeting);
  return {
    touchpoint: toTouchpoint(row, version, work.today),
    contact: above ? null : contactOf(context.installation, row),
    definition: version.definition,
    adapted: row.overlay && !row.period_report ? overlayParts(row.overlay) : [],
    adaptable: leavesOpen(national.definition) && !row.period_report,
    versionNumber: version.number,
    messages: fillMessages(messages, {
      memberFirstName: row.first_name,
      senderFirstName: above ? null : firstWord(viewer.accountName),
      chapterShortName: row.chapter_name,
      chapterName: row.chapter_full_name,
      meeting: meeting ?? next,
    }),
    // what a board has taken back is its own draft until it is sent again
    answers: above && !row.closed_at ? [] : toAnswers(fields, row.answers, above),
    reportFields: fields,
    prefilled: toAnswers(fields, found, above),
    meeting,
    nextMeeting: next,
    crisisContacts: row.crisis_contacts,
    takeOver: above ? await takeOverOf(work, row, fields) : null,
    parts: !above && isDoneByEach(version.definition) ? await readParts(work, row) : [],
  };
}
