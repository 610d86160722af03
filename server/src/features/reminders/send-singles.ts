import { neutralName } from "@varde/domain";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { idIn, organizationSessions } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { endLead, handOverAll } from "./hand-over.js";
import type { Due, InOrganization } from "./hand-over.js";
import { isQuiet, nextAllowed, osloMoment } from "./moment.js";
import type { Moment } from "./moment.js";
import { singleLetter } from "./other-letters.texts.js";
import { peopleById } from "./people.js";
import { postpone, skipped, waitingSingles, writeCandidates } from "./reminder-log.js";

export const RETURNED_JOB = "remindReturned";
const TASK = "JOB_DIGEST";
const PAGE = 100;

/** What came back to a board. `toSeatId`: who asked, where it is an answer; else whoever closed it or has it, else the leaders. */
export type Returned = {
  rule: "RETURNED" | "ANSWERED";
  organizationId: string;
  chapterId: string;
  touchpointId: string;
  toSeatId?: string;
};

/**
 * Lets the one on the board it concerns know that a report came back (`RETURNED`) or that a question is answered (`ANSWERED`):
 * one mail about this touchpoint a day, at once or when the quiet hours are over. Goes when and only when the transaction commits.
 */
export const enqueueReturned = (work: Work, { toSeatId, ...ids }: Returned): Promise<void> =>
  enqueue(work, RETURNED_JOB, { ...ids, ...(toSeatId && { toSeatId }) });

/** Writes who is to hear of it to the log, and sends what may be sent now. The rest waits for the quarter-hourly run. */
export async function remindReturned(
  payload: JobPayload,
  context: JobContext,
  now: Moment = osloMoment(),
): Promise<void> {
  const [organizationId, chapterId, touchpointId] = [
    idIn(payload, "organizationId"),
    idIn(payload, "chapterId"),
    idIn(payload, "touchpointId"),
  ];
  const rule = payload["rule"] === "ANSWERED" ? "ANSWERED" : "RETURNED";
  const inIt = organizationSessions(context, TASK);
  await inIt(organizationId, async (work) => {
    const seats = await work.query<{ seatId: string; accountId: string }>(
      `with board as (
         select s.id, s.account_id, s.role from app.seat s
          where s.organization_id = $1 and s.chapter_id = $2 and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and s.account_id is not null
            and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
       ), concerned as (
         select b.* from app.touchpoint t join board b on b.id = coalesce($4::uuid, t.closed_by, t.assignee_seat_id) where t.chapter_id = $2 and t.id = $3
       )
       select id as "seatId", account_id as "accountId" from concerned
       union all
       select id, account_id from board where role = 'CHAPTER_LEADER' and not exists (select 1 from concerned)
         and exists (select 1 from app.touchpoint t where t.chapter_id = $2 and t.id = $3)`,
      [organizationId, chapterId, touchpointId, payload["toSeatId"] ?? null],
    );
    await writeCandidates(
      work,
      organizationId,
      seats.map((seat) => ({ rule, ...seat, chapterId, touchpointId, leads: true, ending: null })),
    );
  });
  const failures: unknown[] = [];
  await sendSingles(context, inIt, organizationId, now, failures);
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails were not sent`);
}

type Facts = {
  touchpointId: string;
  unit: string;
  organizationUnit: string;
  senderName: string;
  isBack: boolean;
  isOver: boolean;
};

const factsOf = (work: Work, organizationId: string, touchpointIds: readonly string[]) =>
  work.query<Facts>(
    `select t.id as "touchpointId", c.short_name as unit, o.short_name as "organizationUnit", o.sender_name as "senderName", t.returned_at is not null as "isBack",
            num_nonnulls(t.waived_at, t.cancelled_at, t.emptied_at) > 0 as "isOver"
       from app.touchpoint t join app.chapter c on c.organization_id = t.organization_id and c.id = t.chapter_id join app.organization o on o.id = t.organization_id
      where t.organization_id = $1 and t.id = any ($2)`,
    [organizationId, touchpointIds],
  );

/** Sends what waits of mails about one touchpoint each in an organization, page by page. */
export async function sendSingles(
  context: JobContext,
  inIt: InOrganization,
  organizationId: string,
  now: Moment,
  failures: unknown[],
): Promise<void> {
  for (let after: string | null = null; ;) {
    const { waiting, facts } = await inIt(organizationId, async (work) => {
      const rows = await waitingSingles(work, organizationId, after, PAGE);
      const found =
        rows.length === 0
          ? []
          : await factsOf(
              work,
              organizationId,
              rows.map((row) => row.touchpointId),
            );
      return { waiting: rows, facts: new Map(found.map((row) => [row.touchpointId, row])) };
    });
    if (waiting.length === 0) return;
    const people = await peopleById(
      context,
      waiting.map((lead) => lead.accountId),
    );
    const dues: Due[] = [];
    for (const lead of waiting) {
      const [person, fact] = [people.get(lead.accountId), facts.get(lead.touchpointId)];
      const rule = lead.rule === "ANSWERED" ? "ANSWERED" : "RETURNED";
      const nothingLeft = !fact || (rule === "RETURNED" && (!fact.isBack || fact.isOver));
      if (!person || person.stopped) await endLead(inIt, lead, null, skipped("STOPPED"));
      else if (!person.enabled) await endLead(inIt, lead, null, skipped("OPTED_OUT"));
      else if (nothingLeft) await endLead(inIt, lead, null, skipped("NOTHING_LEFT"));
      else if (isQuiet(person.quiets, now)) {
        const until = nextAllowed(person.quiets, now);
        if (until) await inIt(organizationId, (work) => postpone(work, lead, until));
        else await endLead(inIt, lead, null, skipped("QUIET_HOURS"));
      } else {
        const letter: Due["letter"] = ({ unsubscribe }) =>
          singleLetter(person.language, rule, neutralName(fact.unit, fact.organizationUnit), {
            page: `${context.baseUrl}/oppgaver/${lead.touchpointId}`,
            unsubscribe,
          });
        dues.push({ lead, person, beside: [], senderName: fact.senderName, letter });
      }
    }
    await handOverAll(context, inIt, dues, failures);
    if (waiting.length < PAGE) return;
    after = waiting.at(-1)!.id;
  }
}
