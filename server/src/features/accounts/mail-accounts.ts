import type { Language } from "@varde/domain";
import { inAuth } from "../../kernel/db/run-work.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import type { RenderedLetter } from "../../kernel/mail/letter.js";
import { accountEmailPlace } from "./invitation.service.js";

/**
 * Mails each of these accounts, in its own language, from a neutral name. A stopped account gets nothing; a mail that fails keeps
 * nobody else from theirs, and then this throws, so that the job is tried again. `reference` with the account's id makes a mail one.
 */
export async function mailAccounts(
  context: JobContext,
  accounts: readonly string[],
  mail: { senderName: string; reference: string; letter: (language: Language) => RenderedLetter },
): Promise<void> {
  const failures: unknown[] = [];
  for (const accountId of accounts) {
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
        senderName: mail.senderName,
        ...mail.letter(receiver.language ?? "nb"),
        reference: `${mail.reference}-${accountId}`,
      });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails were not sent`);
}
