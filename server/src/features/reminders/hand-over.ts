import { lockScreenWords } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";
import { accountEmailPlace, unsubscribeLinks } from "../accounts/index.js";
import type { Person } from "./people.js";
import { beginHandOver, holdLead, SENT, settle, settleFollowers, skipped } from "./reminder-log.js";
import type { Ending, Lead } from "./reminder-log.js";

export type InOrganization = <T>(organizationId: string, act: (work: Work) => Promise<T>) => Promise<T>;
/** A mail that is due: the line that carries it, who gets it and what it says. */
export type Due = {
  lead: Lead;
  person: Person;
  senderName: string;
  letter: (links: { unsubscribe: string }) => RenderedLetter;
};

/** A name that may stand on a lock screen, else the next one, else the product's. */
export const neutral = (...candidates: string[]): string =>
  candidates.find((text) => lockScreenWords(text).length === 0) ?? "Varde";

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

/**
 * Hands one mail over. First the line says that it was begun, in a transaction of its own; then it is held while the mail
 * leaves, and says how that went. Where the mail is a row, both are one transaction and nothing can come between. By SMTP a
 * process that is killed between the server's answer and our commit leaves a line that was begun: it is taken up again with the
 * same Message-ID, and its `attempts` says that it may have come twice. Rejects when the mail server refuses.
 */
export async function handOver(context: JobContext, inIt: InOrganization, due: Due): Promise<void> {
  const { lead, person } = due;
  const to = addressOf(context, person);
  if (to === null) return endLead(inIt, lead, person, skipped("NO_ADDRESS"));
  const links = unsubscribeLinks(context, person.id);
  const mail = {
    to,
    senderName: neutral(due.senderName),
    ...due.letter({ unsubscribe: links.page }),
    // of the line and not of the day: two mails of a day are two, and the same line is always the same mail
    reference: `reminder-${lead.id}`,
    unsubscribeUrl: links.oneClick,
  };
  const attempts = await inIt(lead.organizationId, (work) => beginHandOver(work, lead));
  if (attempts === null) return;
  const { mailer } = context;
  const outcome = await inIt(lead.organizationId, async (work) => {
    if (!(await holdLead(work, lead, attempts))) return "elsewhere" as const;
    try {
      if (mailer.sendIn) await mailer.sendIn(work, mail);
      else await mailer.send(mail);
    } catch (error) {
      // a statement that failed fails the transaction; a mail server that refused is a line in the log
      await settle(work, lead, { outcome: "FAILED", reason: "MAIL_SERVER" });
      return { error };
    }
    await settle(work, lead, SENT);
    if (person.organizationIds.includes(lead.organizationId))
      await settleFollowers(work, lead.organizationId, [{ ...lead, ...SENT }]);
    return "sent" as const;
  });
  if (outcome === "elsewhere") return;
  if (outcome !== "sent") throw outcome.error;
  for (const organizationId of person.organizationIds)
    if (organizationId !== lead.organizationId)
      await inIt(organizationId, (work) => settleFollowers(work, organizationId, [{ ...lead, ...SENT }]));
}

/** So many refusals in a row, and the mail server is taken to be down: the queue asks again later. */
const MOST_FAILURES = 10;
/** Mails under way at once: what a kill can at most leave in doubt. */
const LANES = 2;

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
  const queue = [...dues];
  let inARow = 0;
  const lane = async (): Promise<void> => {
    for (let due = queue.shift(); due; due = queue.shift()) {
      if (context.signal.aborted) throw new Error("asked to stop");
      try {
        await handOver(context, inIt, due);
        inARow = 0;
      } catch (error) {
        failures.push(error);
        inARow += 1;
        if (inARow >= MOST_FAILURES) {
          queue.length = 0;
          throw new AggregateError(failures, "the mail server takes no mail");
        }
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
