import { neutralName } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { Mail } from "../../kernel/mail/mailer.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";
import { accountEmailPlace, unsubscribeLinks } from "../accounts/index.js";
import type { Person } from "./people.js";
import { beginHandOver, holdLeads, outcomeOf, SENT, settle, settleFollowers, skipped } from "./reminder-log.js";
import type { Ending, Lead } from "./reminder-log.js";

export type InOrganization = <T>(organizationId: string, act: (work: Work) => Promise<T>) => Promise<T>;
/** A mail that is due: the line that carries it, who gets it and what it says; `beside`, the organizations of other lines it is for. */
export type Due = {
  lead: Lead;
  person: Person;
  beside: readonly string[];
  senderName: string;
  letter: (links: { unsubscribe: string }) => RenderedLetter;
};

/** Ends a lead and the lines beside it. */
export async function endLead(inIt: InOrganization, lead: Lead, person: Person | null, ending: Ending): Promise<void> {
  await inIt(lead.organizationId, (work) => settle(work, lead, ending));
  for (const organizationId of person?.organizationIds ?? [])
    await inIt(organizationId, (work) => settleFollowers(work, organizationId, [{ ...lead, ...ending }]));
}

/** The person's address; null where it cannot be read, as after a change of the installation's secret. */
function addressOf(context: JobContext, person: Person): string | null {
  try {
    return context.sealer.open(person.emailCt, accountEmailPlace(person.id));
  } catch {
    return null;
  }
}

function mailOf(context: JobContext, { lead, person, senderName, letter }: Due): Mail | null {
  const to = addressOf(context, person);
  if (to === null) return null;
  const links = unsubscribeLinks(context, person.id);
  return {
    to,
    senderName: neutralName(senderName),
    ...letter({ unsubscribe: links.page }),
    // of the line: the same line is always the same mail
    reference: `reminder-${lead.id}`,
    unsubscribeUrl: links.oneClick,
  };
}

type Run = { context: JobContext; inIt: InOrganization; failed: (error: unknown) => void; passed: () => void };

/**
 * Hands over mails of one organization. The lines are held while that lasts. By SMTP a line says that it was begun before its mail
 * leaves, and right after how that went; a process killed between the server's answer and our commit leaves a line that was
 * begun, which is taken up again with the same Message-ID, and its `attempts` says that it may have come twice. Where a mail is
 * a row, mail and line are one transaction, and nothing can come between.
 */
async function handOver({ context, inIt, failed, passed }: Run, organizationId: string, dues: readonly Due[]) {
  const { mailer } = context;
  let last: { lead: Lead; ending: Ending } | null = null;
  const settleLast = async (work: Work): Promise<void> => {
    if (last) await settle(work, last.lead, last.ending);
    last = null;
  };
  await inIt(organizationId, async (holding) => {
    const mine = await holdLeads(
      holding,
      dues.map(({ lead }) => lead.id),
    );
    for (const due of dues) {
      const { lead, person } = due;
      if (!mine.has(lead.id)) continue;
      if (context.signal.aborted) break;
      const mail = mailOf(context, due);
      if (!mail) {
        await endLead(inIt, lead, person, skipped("NO_ADDRESS"));
        continue;
      }
      if (mailer.sendIn) {
        await inIt(organizationId, async (work) => {
          if (!(await beginHandOver(work, lead))) return;
          await mailer.sendIn!(work, mail);
          await settle(work, lead, SENT);
        });
        continue;
      }
      const begun = await inIt(organizationId, async (work) => {
        await settleLast(work);
        return beginHandOver(work, lead);
      });
      if (!begun) continue;
      try {
        await mailer.send(mail);
        last = { lead, ending: SENT };
        passed();
      } catch (error) {
        last = { lead, ending: { outcome: "FAILED", reason: "MAIL_SERVER" } };
        failed(error);
      }
      // a slow mail server must not make the database think that we are idle
      await holding.query("select 1");
    }
    if (last) await inIt(organizationId, settleLast);
  });
  for (const { lead, beside } of dues) {
    if (beside.length === 0) continue;
    const [row] = await inIt(organizationId, (work) => outcomeOf(work, lead));
    if (row?.outcome !== "SENT") continue;
    for (const other of beside) await inIt(other, (work) => settleFollowers(work, other, [{ ...lead, ...SENT }]));
  }
  if (context.signal.aborted) throw new Error("asked to stop");
}

/** So many refusals in a row, and the mail server is taken to be down: the queue asks again later. */
const MOST_FAILURES = 10;
/** Mails under way at once: what a kill can at most leave in doubt. */
const LANES = 2;
/** Lines held at once by a lane. */
const BATCH = 10;

/**
 * Hands over mails, a few at a time. One that is refused keeps nobody else from theirs. Adds what failed to `failures`; throws
 * when asked to stop, or when nothing gets through.
 */
export async function handOverAll(
  context: JobContext,
  inIt: InOrganization,
  dues: readonly Due[],
  failures: unknown[],
): Promise<void> {
  const queue = [...dues].sort((a, b) => (a.lead.organizationId < b.lead.organizationId ? -1 : 1));
  let inARow = 0;
  const run: Run = {
    context,
    inIt,
    passed: () => void (inARow = 0),
    failed(error) {
      failures.push(error);
      inARow += 1;
    },
  };
  const lane = async (): Promise<void> => {
    while (queue.length > 0) {
      const { organizationId } = queue[0]!.lead;
      const end = queue.findIndex(({ lead }) => lead.organizationId !== organizationId);
      const batch = queue.splice(0, Math.min(BATCH, end < 0 ? queue.length : end));
      await handOver(run, organizationId, batch);
      if (inARow >= MOST_FAILURES) {
        queue.length = 0;
        throw new AggregateError(failures, "the mail server takes no mail");
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
