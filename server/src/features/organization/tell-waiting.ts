import { neutralName } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn, inOrganization } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { mailAccounts } from "../accounts/index.js";
import { waitingLetter } from "./waiting.texts.js";

export const WAITING_JOB = "tellWaiting";
type Told = { sender: string; short: string; national: boolean; accounts: string[] };

/** Has those told, after this transaction, who may say yes to a seat that waits for one. */
export const tellWaitingSoon = (work: Work, seatId: string): Promise<void> =>
  enqueue(work, WAITING_JOB, { organizationId: seated(work).organizationId, seatId });

// a national seat: the other administrators than who invited; a board's: the others on it. Nobody when it waits no more
const WAITS = `select o.sender_name as sender, coalesce(c.short_name, o.short_name) as short, s.unit_kind = 'ORGANIZATION' as national,
    array(select distinct x.account_id from app.seat x left join app.seat g on g.organization_id = s.organization_id and g.id = s.granted_by
           where x.organization_id = o.id and x.account_id is not null and x.valid_from <= authz.today() and (x.valid_to is null or x.valid_to > authz.today())
             and case when s.unit_kind = 'ORGANIZATION' then x.role = 'NATIONAL_ADMIN' and x.account_id is distinct from g.account_id
                 else x.chapter_id = s.chapter_id and x.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD') and x.account_id is distinct from s.account_id end) as accounts
  from app.seat s join app.organization o on o.id = s.organization_id left join app.chapter c on c.organization_id = s.organization_id and c.id = s.chapter_id
 where s.organization_id = $1 and s.id = $2 and (s.valid_to is null or s.valid_to > authz.today())
   and (s.unit_kind = 'CHAPTER' or exists (select 1 from app.invitation i where i.organization_id = s.organization_id and i.seat_id = s.id
         and i.needs_second and i.approved_at is null and i.revoked_at is null and i.created_at > now() - interval '7 days'))`;

/** Mails those who may approve or confirm. The mail names nobody. */
export async function tellWaiting(payload: JobPayload, context: JobContext): Promise<void> {
  const [organizationId, seatId] = [idIn(payload, "organizationId"), idIn(payload, "seatId")];
  const [told] = await inOrganization(context, organizationId, "JOB_INVITATION", (work) =>
    work.query<Told>(WAITS, [organizationId, seatId]),
  );
  if (!told) return;
  const facts = {
    of: told.national ? ("NATIONAL" as const) : ("BOARD" as const),
    from: neutralName(told.short, told.sender),
    link: `${context.baseUrl}${told.national ? "/lag/nasjonalt" : "/styret"}`,
  };
  await mailAccounts(context, told.accounts, {
    senderName: neutralName(told.sender),
    reference: `waiting-${seatId}`,
    letter: (language) => waitingLetter(language, facts),
  });
}
