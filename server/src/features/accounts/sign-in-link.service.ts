import { v7 as uuidv7 } from "uuid";
import { derivedSecret, hashSecret, newSecret } from "../../kernel/crypto/sealer.js";
import { inAuth } from "../../kernel/db/run-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import { enqueue } from "../../kernel/jobs/enqueue.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { ACCOUNTS } from "./accounts.texts.js";
import { countAttempt, isKnownCaller, rememberCaller } from "./rate-limit.js";
import { alreadyBegun, beginSession, seatHere } from "./session.service.js";
import type { Begun } from "./session.service.js";

const MINUTE = 60;
/** the browser's own secret outlives the links it binds */
const BROWSER_SECONDS = 60 * MINUTE;

/** A secret as we make them; anything else is not looked for. */
export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/**
 * Asks for a link. The same is done and answered whether we know the address or not: a row, a job, a cookie. The job
 * that mails finds out. Refuses what is no address; throws RATE_LIMITED.
 */
export async function requestSignInLink(context: Context, typed: string): Promise<void> {
  const { installation, cookies, caller, language } = context;
  const email = parseEmail(typed) ?? refuse("INVALID", say(language, ACCOUNTS.notAnAddress), ["email"]);
  const account = installation.sealer.blindIndex("account", email);
  // what strangers have used up of the limits they share must not keep out who has signed in from here before
  const known = await isKnownCaller(installation, account, caller);
  await countAttempt(
    installation,
    { what: "link-caller", who: caller, most: 20, seconds: 15 * MINUTE },
    { what: "link-address-caller", who: `${email} ${caller}`, most: 5, seconds: 15 * MINUTE },
    ...(known
      ? []
      : [
          { what: "link-address", who: email, most: 15, seconds: 60 * MINUTE },
          { what: "link-all", who: "all", most: 600, seconds: 10 * MINUTE },
        ]),
  );
  const browser = cookies.read("browser") ?? newSecret();
  await inAuth(installation, async (work) => {
    const requestId = uuidv7();
    await work.query(
      `insert into app.sign_in_request (id, account_id, browser_hash, expires_at)
       values ($1, (select id from app.account where email_bidx = $2 and stopped_at is null), $3, now() + interval '10 minutes')`,
      [requestId, account, hashSecret(browser)],
    );
    await enqueue(work, "sendSignInLink", { requestId, language });
  });
  cookies.set("browser", browser, BROWSER_SECONDS);
}

/**
 * Signs in by a link: once, within its ten minutes, in the browser that asked. A link that was read by somebody else is
 * not used up by their trying. Refuses when it does not hold; throws RATE_LIMITED.
 */
export async function consumeSignInLink(context: Context, input: { key: string; token: string }): Promise<Begun> {
  const { installation, cookies, caller, language } = context;
  await countAttempt(installation, { what: "token-caller", who: caller, most: 60, seconds: 15 * MINUTE });
  const browser = cookies.read("browser");
  const no = () => refuse("INVALID", say(language, ACCOUNTS.linkDoesNotHold), ["token"]);
  if (!browser || !isSecret(input.token)) return no();
  // made from the request's own key: when the answer is lost, the same request finds the session it began
  const secret = derivedSecret(installation.secret, "session", "link", input.token, browser, input.key);
  const begun = await inAuth(installation, async (work) => {
    const again = await alreadyBegun(work, secret);
    if (again) return again;
    const [request] = await work.query<{ account_id: string | null }>(
      `update app.sign_in_request set consumed_at = now()
        where token_hash = $1 and browser_hash = $2 and consumed_at is null and expires_at > now() returning account_id`,
      [hashSecret(input.token), hashSecret(browser)],
    );
    // a twin was faster, and waited for: what it began is ours too
    if (!request) return alreadyBegun(work, secret);
    if (!request.account_id) return null;
    const [account] = await work.query<{ email_bidx: Buffer }>(`select email_bidx from app.account where id = $1`, [
      request.account_id,
    ]);
    if (account) await rememberCaller(work, installation, account.email_bidx, caller);
    const accountId = request.account_id;
    const seat = await seatHere(work, cookies, accountId);
    return beginSession(work, { accountId, ...seat, secret, earlier: cookies.read("session") });
  });
  return begun ?? no();
}
