import { osloDate } from "@varde/domain";
import type { LocalDate, LocalizedText } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Role } from "../accounts/index.js";
import type { NudgeAnswer } from "../news/index.js";
import type { ContactWay, FollowUp, FollowUpEntry } from "./follow-up.type.js";

/** A contact is its writer's to mend for so long; held by the policies too. */
export const OWN_DAYS = 7;
const MOST = 40;

type Followed = { id: string; open: boolean };

/** The chapter, if the seat may write to its board. Throws NOT_FOUND. */
export async function followed(work: Work, chapterId: string): Promise<Followed> {
  if (!isUuid(chapterId)) throw new AppError("NOT_FOUND");
  const [chapter] = await work.query<Followed>(
    `select c.id, (c.closed_on is null or c.closed_on > authz.today()) as open from app.chapter c
      where c.organization_id = $1 and c.id = $2 and c.id = any (authz.units('NUDGE'))`,
    [seated(work).organizationId, chapterId],
  );
  if (!chapter) throw new AppError("NOT_FOUND");
  return chapter;
}

type ContactRow = {
  id: string;
  on_day: LocalDate;
  how: ContactWay;
  note: string | null;
  next_on: LocalDate | null;
  writer_name: string;
  writer_role: Role;
  may_change: boolean;
  rev: number;
  created_at: Date;
};
type NudgeRow = { id: string; sent_at: Date; name: string; role: Role; answer: NudgeAnswer | null };
type RequestRow = {
  id: string;
  decided_at: Date;
  name: string | null;
  role: Role | null;
  unasked: boolean;
  waiver: boolean;
  agreed: boolean;
  template_name: LocalizedText;
};

type TakenOverRow = {
  id: string;
  taken_over_at: Date;
  name: string | null;
  role: Role | null;
  template_name: LocalizedText;
  still: boolean;
};

const NOTHING = {
  byName: null,
  byRole: null,
  how: null,
  note: null,
  nextOn: null,
  answer: null,
  templateName: null,
  agreed: null,
  mayChange: false,
  rev: null,
} as const;

const ofContact = (row: ContactRow): FollowUpEntry => ({
  ...NOTHING,
  id: row.id,
  kind: "CONTACT",
  on: row.on_day,
  byName: row.writer_name,
  byRole: row.writer_role,
  how: row.how,
  note: row.note,
  nextOn: row.next_on,
  mayChange: row.may_change,
  rev: row.rev,
});

const ofNudge = (row: NudgeRow): FollowUpEntry => ({
  ...NOTHING,
  id: row.id,
  kind: "NUDGE",
  on: osloDate(row.sent_at),
  byName: row.name,
  byRole: row.role,
  answer: row.answer,
});

const ofRequest = (row: RequestRow): FollowUpEntry => ({
  ...NOTHING,
  id: row.id,
  kind: row.unasked ? "TIME_GIVEN" : row.waiver ? "WAIVER_ANSWERED" : "TIME_ANSWERED",
  on: osloDate(row.decided_at),
  byName: row.name,
  byRole: row.role,
  templateName: row.template_name,
  agreed: row.unasked ? null : row.agreed,
});

const ofTakenOver = (row: TakenOverRow): FollowUpEntry => ({
  ...NOTHING,
  id: row.id,
  kind: "TAKEN_OVER",
  on: osloDate(row.taken_over_at),
  byName: row.name,
  byRole: row.role,
  templateName: row.template_name,
  agreed: row.still,
});

/** What has been between a chapter and those who follow it, newest first. Throws NOT_FOUND for a chapter one does not follow. */
export async function readFollowUp(work: Work, chapterId: string): Promise<FollowUp> {
  const { organizationId } = seated(work);
  const chapter = await followed(work, chapterId);
  const contacts = await work.query<ContactRow>(
    `select id, on_day, how, note, next_on, writer_name, writer_role, rev, created_at,
            written_by = authz.seat_id() and created_at > now() - make_interval(days => ${OWN_DAYS}) as may_change
       from app.chapter_contact where chapter_id = $1 order by on_day desc, created_at desc, id limit ${MOST}`,
    [chapter.id],
  );
  const nudges = await work.query<NudgeRow>(
    `select m.id, m.sent_at, m.sender_name as name, m.sender_role as role,
            (select x.answer from app.board_message_seen x where x.organization_id = $1 and x.message_id = m.id and x.answer is not null
              order by x.answered_at desc limit 1) as answer
       from app.board_message m where m.organization_id = $1 and m.nudge and m.chapter_ids[1] = $2 order by m.sent_at desc, m.id limit ${MOST}`,
    [organizationId, chapter.id],
  );
  // of duties only: a line a member would be a count of persons
  const requests = await work.query<RequestRow>(
    `select r.id, r.decided_at, s.holder_name as name, s.role, r.asked_by is null as unasked, r.kind = 'WAIVER' as waiver, r.state = 'ACCEPTED' as agreed,
            v.definition -> 'name' as template_name
       from app.touchpoint_request r
       join app.template_version v on v.organization_id = r.organization_id and v.id = r.version_id
       left join app.seat s on s.organization_id = r.organization_id and s.id = r.decided_by
      where r.chapter_id = $1 and r.reach_key = $1::text || ':duties' and r.decided_at is not null and r.state in ('ACCEPTED', 'DECLINED')
      order by r.decided_at desc, r.id limit ${MOST}`,
    [chapter.id],
  );
  const takenOver = await work.query<TakenOverRow>(
    `select t.id, t.taken_over_at, s.holder_name as name, s.role, t.taken_over as still, v.definition -> 'name' as template_name
       from app.touchpoint t
       join app.template_version v on v.organization_id = t.organization_id and v.id = t.version_id
       left join app.seat s on s.organization_id = t.organization_id and s.id = t.taken_over_by
      where t.chapter_id = $1 and t.reach_key = $1::text || ':duties' and t.taken_over_by is not null
      order by t.taken_over_at desc, t.id limit ${MOST}`,
    [chapter.id],
  );
  const entries = [
    ...contacts.map(ofContact),
    ...nudges.map(ofNudge),
    ...requests.map(ofRequest),
    ...takenOver.map(ofTakenOver),
  ];
  return {
    chapterId: chapter.id,
    open: chapter.open,
    nextOn: contacts[0]?.next_on ?? null,
    entries: entries.toSorted((a, b) => b.on.localeCompare(a.on)).slice(0, MOST),
  };
}
