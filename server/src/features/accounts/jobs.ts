import { LANGUAGES } from "@varde/domain";
import type { Language } from "@varde/domain";
import { derivedSecret, hashSecret } from "../../kernel/crypto/sealer.js";
import { inAuth } from "../../kernel/db/run-work.js";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { idIn } from "../../kernel/jobs/job.js";
import type { JobContext, JobDefinition } from "../../kernel/jobs/job.js";
import { FACTOR_JOBS } from "./factors/factor-notice.js";
import { accountEmailPlace } from "./invitation.service.js";
import { signInLetter } from "./mails.texts.js";

type RequestRow = { account_id: string; email_ct: Buffer; language: Language | null; sender_name: string | null };

/** The page that signs in; the secret stands in the fragment, which no server and no log sees. */
export const signInLink = (baseUrl: string, token: string): string => `${baseUrl}/logg-inn/lenke#${token}`;

const languageIn = ({ language }: JobPayload): Language => LANGUAGES.find((known) => known === language) ?? "nb";

/**
 * Mails a sign-in link, if the address is one of ours and the request still waits. The secret is made from the request,
 * so that a second attempt, after the mail server was down, sends the same link.
 */
async function sendSignInLink(payload: JobPayload, context: JobContext): Promise<void> {
  const requestId = idIn(payload, "requestId");
  const token = derivedSecret(context.secret, "sign-in-link", requestId);
  const request = await inAuth(context, async (work) => {
    const [row] = await work.query<RequestRow>(
      `update app.sign_in_request q set token_hash = $2 from app.account a
        where q.id = $1 and q.consumed_at is null and q.expires_at > now() and a.id = q.account_id and a.stopped_at is null
        returning a.id as account_id, a.email_ct, a.language,
          (select o.sender_name from app.seat s join app.organization o on o.id = s.organization_id where s.account_id = a.id
            and s.valid_from <= authz.today() and (s.valid_to is null or s.valid_to > authz.today())
            order by s.last_seen_on desc nulls last, s.created_at limit 1) as sender_name`,
      [requestId, hashSecret(token)],
    );
    return row ?? null;
  });
  if (!request) return;
  const letter = signInLetter(request.language ?? languageIn(payload), signInLink(context.baseUrl, token));
  await context.mailer.send({
    to: context.sealer.open(request.email_ct, accountEmailPlace(request.account_id)),
    senderName: request.sender_name ?? "Varde",
    ...letter,
    reference: `sign-in-${requestId}`,
  });
}

/** Nightly: removes what has done its time. */
async function purgeExpired(_payload: JobPayload, context: JobContext): Promise<void> {
  await inAuth(context, async (work) => {
    await work.query(`select authz.purge_expired()`);
    await work.query(`delete from app.sign_in_request where expires_at < now() - interval '1 day'`);
    await work.query(`delete from app.oidc_request where expires_at < now() - interval '1 day'`);
    await work.query(`delete from app.passkey_challenge where expires_at < now()`);
    await work.query(`delete from app.rate_limit where window_ends < now()`);
    await work.query(`delete from app.mailbox_message where sent_at < now() - interval '30 days'`);
  });
}

export const ACCOUNT_JOBS: readonly JobDefinition[] = [
  ...FACTOR_JOBS,
  { task: "sendSignInLink", run: sendSignInLink },
  { task: "purgeExpired", run: purgeExpired, at: { hour: 3, minute: 40 } },
];
