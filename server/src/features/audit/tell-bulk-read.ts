import { neutralName } from "@varde/domain";
import type { Language } from "@varde/domain";
import { inAuth } from "../../kernel/db/run-work.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn, inOrganization } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { accountEmailPlace } from "../accounts/index.js";
import { bulkReadLetter } from "./bulk-read.texts.js";

type Told = { sender: string; short: string; accounts: string[] };

/** The chapter's leaders and the national administrators of today, but not whoever read. */
const toTell = (context: JobContext, organizationId: string, seatId: string): Promise<Told | null> =>
  inOrganization(context, organizationId, "JOB_AUDIT", async (work) => {
    const [row] = await work.query<Told>(
      `select o.sender_name as sender, o.short_name as short,
              array(select distinct s.account_id from app.seat s join app.seat r on r.organization_id = s.organization_id and r.id = $2
                     where s.organization_id = o.id and s.account_id is not null and s.account_id is distinct from r.account_id
                       and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
                       and (s.role = 'NATIONAL_ADMIN' or (s.role = 'CHAPTER_LEADER' and s.chapter_id = r.chapter_id))) as accounts
         from app.organization o where o.id = $1`,
      [organizationId, seatId],
    );
    return row ?? null;
  });

/** Mails everybody who should know of it. A mail that fails keeps nobody else from theirs; the job is then tried again. */
export async function tellBulkRead(payload: JobPayload, context: JobContext): Promise<void> {
  const [organizationId, seatId] = [idIn(payload, "organizationId"), idIn(payload, "seatId")];
  const told = await toTell(context, organizationId, seatId);
  const failures: unknown[] = [];
  for (const accountId of told?.accounts ?? []) {
    const [receiver] = await inAuth(context, (work) =>
      work.query<{ email_ct: Buffer; language: Language | null }>(
        "select email_ct, language from app.account where id = $1 and stopped_at is null",
        [accountId],
      ),
    );
    if (!receiver) continue;
    try {
      await context.mailer.send({
        to: context.sealer.open(receiver.email_ct, accountEmailPlace(accountId)),
        senderName: neutralName(told!.sender),
        ...bulkReadLetter(receiver.language ?? "nb", {
          from: neutralName(told!.short, told!.sender),
          link: `${context.baseUrl}/endringer?type=READING`,
          lookUps: typeof payload["lookUps"] === "number" ? payload["lookUps"] : null,
        }),
        reference: `bulk-read-${seatId}-${String(payload["hour"])}-${accountId}`,
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails were not sent`);
}
