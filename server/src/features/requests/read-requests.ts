import { addDays } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Installation } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import { isUuid } from "../../kernel/mutation.js";
import { occurrenceName, versionsOf } from "../touchpoints/index.js";
import type {
  AnswerCode,
  RequestDesk,
  RequestKind,
  RequestReason,
  RequestState,
  RequestsWaiting,
  TouchpointRequest,
} from "./request.type.js";

type RequestRow = {
  id: string;
  /** microseconds since 1970 of what the list is ordered by; null where no list is */
  place: string | null;
  chapter_id: string;
  chapter_name: string;
  version_id: string;
  touchpoint_id: string | null;
  about_member: boolean;
  occurrence: string | null;
  due_on: LocalDate | null;
  /** the last day on which it is done without more time */
  last_day: LocalDate | null;
  kind: RequestKind;
  state: Exclude<RequestState, "LAPSED">;
  reason: RequestReason;
  words: string | null;
  wanted_days: number | null;
  asked_by: string | null;
  asked_by_name: string | null;
  asked_at: Date;
  answer_code: AnswerCode | null;
  answer: string | null;
  until_on: LocalDate | null;
  decided_by_name: string | null;
  decided_at: Date | null;
  rev: number;
  own: boolean;
  unattended: boolean;
  /** the touchpoint is not done, cancelled or waived */
  current: boolean;
};

const DAY = 86_400_000;
const WEEK = 7 * DAY;

const ABOVE = `select x.* from authz.requests_above($1, $2, $3, $4, $5, $6, $7, $8) x`;
// the own chapter's by row-level security; above it, of duties
const BESIDE = `
select r.id, r.chapter_id, c.short_name as chapter_name, r.version_id, r.touchpoint_id, r.about_member, t.occurrence, t.due_on,
       greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until) as last_day,
       r.kind, r.state, r.reason, r.words, r.wanted_days, r.asked_by, a.holder_name as asked_by_name, r.asked_at, r.answer_code, r.answer, r.until_on,
       d.holder_name as decided_by_name, r.decided_at, r.rev, false as own, false as unattended,
       num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0 as current
  from app.touchpoint_request r join app.touchpoint t on t.chapter_id = r.chapter_id and t.id = r.touchpoint_id
  join app.chapter c on c.organization_id = r.organization_id and c.id = r.chapter_id
  left join app.seat a on a.organization_id = r.organization_id and a.id = r.asked_by
  left join app.seat d on d.organization_id = r.organization_id and d.id = r.decided_by`;

/** The requests of these rows, with what the asker may do; a statement for the versions not yet read. */
async function toRequests(
  installation: Installation,
  work: Work,
  rows: readonly RequestRow[],
): Promise<TouchpointRequest[]> {
  const { caps } = seated(work);
  const versions = await versionsOf(
    installation,
    work,
    rows.map((row) => row.version_id),
  );
  const decides = caps.has("WAIVER_DECIDE");
  return rows.map((row) => {
    const definition = versions.get(row.version_id)?.definition;
    const waits = row.state === "ASKED" && row.current;
    const age = Date.now() - new Date(row.asked_at).getTime();
    return {
      id: row.id,
      chapterId: row.chapter_id,
      chapterName: row.chapter_name,
      templateName: definition?.name ?? { nb: "" },
      touchpointId: row.touchpoint_id,
      aboutMember: row.about_member,
      occurrenceName:
        definition && row.occurrence && !row.about_member ? occurrenceName(definition, row.occurrence) : null,
      dueOn: row.about_member ? null : row.due_on,
      untilFrom: row.about_member || !row.last_day ? null : dayAfter(row.last_day, work.today),
      kind: row.kind,
      state: row.state === "ASKED" && !row.current ? "LAPSED" : row.state,
      reason: row.reason,
      words: row.words,
      wantedDays: row.wanted_days,
      askedByName: row.asked_by_name,
      askedAt: new Date(row.asked_at),
      answerCode: row.answer_code,
      answer: row.answer,
      untilOn: row.until_on,
      decidedByName: row.decided_by_name,
      decidedAt: row.decided_at && new Date(row.decided_at),
      waitsLong: waits && age > WEEK,
      unattended: waits && row.unattended,
      ownBoard: row.own,
      mayDecide: decides && waits && !row.own,
      mayUndo:
        decides &&
        !row.own &&
        (row.state === "ACCEPTED" || row.state === "DECLINED") &&
        row.decided_at !== null &&
        Date.now() - new Date(row.decided_at).getTime() < WEEK,
      mayWithdraw: caps.has("TOUCHPOINT_WRITE") && row.state === "ASKED",
      rev: row.rev,
    };
  });
}

/** The first day that gives more time than `lastDay`, at the earliest tomorrow. */
const dayAfter = (lastDay: LocalDate, today: LocalDate): LocalDate => addDays(lastDay > today ? lastDay : today, 1);

export type RequestPage = {
  waiting: boolean;
  mine: boolean;
  chapterId: string | null;
  kind: RequestKind | null;
  first: number;
  after: string | null;
};

/** What boards in reach ask: what waits, the oldest first, or what has been answered, the newest first. Never counted: some are about members. */
export async function listRequests(
  installation: Installation,
  work: Work,
  page: RequestPage,
): Promise<Connection<TouchpointRequest>> {
  const first = pageSize(page.first);
  const place = fromCursor(page.after, 2);
  if (place && !(/^\d{1,18}$/.test(String(place[0])) && isUuid(String(place[1])))) throw new AppError("BAD_REQUEST");
  if (page.chapterId !== null && !isUuid(page.chapterId)) throw new AppError("NOT_FOUND");
  const rows = await work.query<RequestRow>(ABOVE, [
    page.waiting,
    page.mine,
    page.chapterId,
    page.kind,
    null,
    place?.[0] ?? null,
    place?.[1] ?? null,
    first + 1,
  ]);
  const shown = new Map((await toRequests(installation, work, rows)).map((one) => [one.id, one]));
  return toConnection(
    rows,
    first,
    (row) => shown.get(row.id)!,
    (row) => [row.place, row.id],
    { after: page.after },
  );
}

/** One request the seat may read, or null. */
export async function findRequest(
  installation: Installation,
  work: Work,
  id: string,
): Promise<TouchpointRequest | null> {
  if (!isUuid(id)) return null;
  const { caps, chapterId } = seated(work);
  const rows = caps.has("WAIVER_DECIDE")
    ? await work.query<RequestRow>(ABOVE, [false, false, null, null, id, null, null, 1])
    : await work.query<RequestRow>(`${BESIDE} where r.chapter_id = $1 and r.id = $2`, [chapterId, id]);
  return (await toRequests(installation, work, rows))[0] ?? null;
}

/** What has been asked about one touchpoint. Throws NOT_FOUND for what the seat does not read. */
export async function readDesk(installation: Installation, work: Work, touchpointId: string): Promise<RequestDesk> {
  if (!isUuid(touchpointId)) throw new AppError("NOT_FOUND");
  const { organizationId, caps } = seated(work);
  const [task] = await work.query<{
    chapter_id: string;
    open: boolean;
    closed: boolean;
    each: boolean;
    unlinked: boolean;
    last_day: LocalDate;
    own: boolean;
  }>(
    `select t.chapter_id, num_nonnulls(t.closed_at, t.emptied_at, t.waived_at, t.cancelled_at) = 0 as open,
            num_nonnulls(t.closed_at, t.emptied_at) = 1 as closed,
            coalesce((select v.definition ->> 'doneBy' = 'EACH' from app.template_version v where v.organization_id = $1 and v.id = t.version_id), false) as each, t.about_member and t.member_id is null as unlinked,
            greatest(case when t.late_allowed then t.miss_on else t.due_on end, t.exception_until) as last_day,
            exists (select 1 from app.seat g where g.chapter_id = t.chapter_id and g.account_id = authz.uid() and g.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
               and (g.valid_to is null or g.valid_to > authz.today())) as own
       from app.touchpoint t where t.organization_id = $1 and t.id = $2`,
    [organizationId, touchpointId],
  );
  if (!task) throw new AppError("NOT_FOUND");
  const rows = await work.query<RequestRow>(
    `${BESIDE} where r.chapter_id = $1 and r.touchpoint_id = $2 and r.state <> 'WITHDRAWN' order by coalesce(r.decided_at, r.asked_at) desc, r.id limit 20`,
    [task.chapter_id, touchpointId],
  );
  const requests = await toRequests(
    installation,
    work,
    rows.map((row) => ({ ...row, own: task.own && caps.has("WAIVER_DECIDE") })),
  );
  const asked = requests.some(({ state }) => state === "ASKED");
  const asks = caps.has("TOUCHPOINT_WRITE") && task.open && !asked && !task.unlinked;
  const decides = caps.has("WAIVER_DECIDE");
  const from = dayAfter(task.last_day, work.today);
  const useful = task.open && !task.unlinked && from <= addDays(work.today, 60);
  return {
    requests,
    mayAsk: asks ? (useful ? ["WAIVER", "EXCEPTION"] : ["WAIVER"]) : [],
    mayGrant: decides && useful && !asked && !task.own,
    mayReturn: decides && task.closed && !task.each,
    untilFrom: useful ? from : null,
  };
}

/** What waits for the seat's answer; what is about members is not counted. */
export async function countWaiting(work: Work): Promise<RequestsWaiting> {
  const [row] = await work.query<{ duties: number; about_members: boolean }>(`select * from authz.requests_waiting()`);
  return { duties: row?.duties ?? 0, aboutMembers: row?.about_members ?? false };
}
