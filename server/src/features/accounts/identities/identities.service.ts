import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { derivedSecret, hashSecret, newSecret } from "../../../kernel/crypto/sealer.js";
import { inAuth } from "../../../kernel/db/run-work.js";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { refuse } from "../../../kernel/errors/refusal.js";
import { say } from "../../../kernel/errors/say.js";
import type { Sentence } from "../../../kernel/errors/say.js";
import type { Context, Installation } from "../../../kernel/graphql/context.js";
import { isUuid } from "../../../kernel/mutation.js";
import { ProviderError } from "../../../kernel/oidc/provider.js";
import type { Checks, Identity, IdentityProvider } from "../../../kernel/oidc/provider.js";
import { heldSession, raiseSession } from "../factors/held-session.js";
import { countAttempt } from "../rate-limit.js";
import { alreadyBegun, beginSession, INVITED, seatHere } from "../session.service.js";
import type { Begun } from "../session.service.js";
import { isSecret } from "../sign-in-link.service.js";
import { IDENTITIES } from "./identities.texts.js";
import type { LinkedIdentity, ProviderPurpose } from "./identities.type.js";

/** as long as a request for a link binds its browser */
const BROWSER_SECONDS = 3600;
const MOST_ANSWER = 8000;

/** The page the provider sends the browser back to. */
export const returnAddress = ({ baseUrl }: Installation): string => `${baseUrl}/logg-inn/retur`;

const told = (sentence: Sentence, language: Language, { name }: IdentityProvider): string =>
  say(language, sentence).replaceAll("<provider>", () => name);

function providerOf({ installation }: Context): IdentityProvider {
  if (!installation.identityProvider) throw new AppError("NOT_FOUND");
  return installation.identityProvider;
}

/** What belongs to a try follows from its state, so that the database holds nothing one could come back with. */
const checksOf = ({ secret }: Installation, state: string): Checks => ({
  state,
  nonce: derivedSecret(secret, "oidc", "nonce", state),
  verifier: derivedSecret(secret, "oidc", "verifier", state),
});

const limit = ({ installation, caller }: Context): Promise<void> =>
  countAttempt(installation, { what: "oidc-caller", who: caller, most: 60, seconds: 900 });

/** What the provider was asked and does not answer, as a sentence. */
async function asked<T>(context: Context, act: (provider: IdentityProvider) => Promise<T>): Promise<T> {
  const provider = providerOf(context);
  try {
    return await act(provider);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const sentence = { DOWN: IDENTITIES.down, CANCELLED: IDENTITIES.cancelled, REFUSED: IDENTITIES.refused }[error.why];
    return refuse("INVALID", told(sentence, context.language, provider));
  }
}

/**
 * The account of the browser's session, when it may have its ways in changed: the factor given lately, or where there is none a
 * sign-in that is fresh. Throws UNAUTHENTICATED and STEP_UP_REQUIRED; a session that began by an invitation mail may not.
 */
async function mayChange(work: Work, secret: string | null): Promise<string> {
  const held = secret === null ? null : await heldSession(work, secret);
  if (!held || (held.hasFactor && held.aal < 2)) throw new AppError("UNAUTHENTICATED");
  const [begun] = await work.query<{ fresh: boolean }>(
    `select created_at > now() - interval '10 minutes' as fresh from app.session where token_hash = $1`,
    [hashSecret(secret!)],
  );
  if (held.aal === INVITED || !(held.hasFactor ? held.steppedUp : begun!.fresh)) throw new AppError("STEP_UP_REQUIRED");
  return held.accountId;
}

/** Begins a try in this browser and gives the provider's address for it. Refuses when the provider is out of reach; throws RATE_LIMITED. */
export async function beginProvider(context: Context, purpose: ProviderPurpose): Promise<string> {
  const { installation, cookies } = context;
  providerOf(context);
  await limit(context);
  const accountId =
    purpose === "LINK" ? await inAuth(installation, (work) => mayChange(work, cookies.read("session"))) : null;
  const state = newSecret();
  const url = await asked(context, (provider) =>
    provider.begin(returnAddress(installation), checksOf(installation, state)),
  );
  const browser = cookies.read("browser") ?? newSecret();
  await inAuth(installation, (work) =>
    work.query(
      `insert into app.oidc_request (id, state_hash, browser_hash, purpose, account_id, expires_at)
       values ($1, $2, $3, $4, $5, now() + interval '10 minutes')`,
      [uuidv7(), hashSecret(state), hashSecret(browser), purpose, accountId],
    ),
  );
  cookies.set("browser", browser, BROWSER_SECONDS);
  return url;
}

type Taken = { purpose: ProviderPurpose; account_id: string | null };

/** Signs in with an identity that is linked; level 2 when the provider says so, which is no step-up: it may have been asked for long ago. */
async function signInWith(work: Work, context: Context, identity: Identity, secret: string): Promise<Begun | null> {
  const { installation, cookies } = context;
  const [linked] = await work.query<{ account_id: string }>(
    `update app.oidc_identity set last_used_at = now() where issuer = $1 and subject_bidx = $2 returning account_id`,
    [identity.issuer, subjectOf(installation, identity)],
  );
  if (!linked) return null;
  const begun = await beginSession(work, {
    accountId: linked.account_id,
    ...(await seatHere(work, cookies, linked.account_id)),
    secret,
    earlier: cookies.read("session"),
  });
  if (!begun || !identity.secondFactor) return begun;
  const held = await heldSession(work, secret);
  const raised = await raiseSession(work, held!, secret, secret);
  await work.query(`update app.session set stepup_at = null where token_hash = $1`, [hashSecret(secret)]);
  return raised;
}

const subjectOf = ({ sealer }: Installation, { issuer, subject }: Identity): Buffer =>
  // an address' case means nothing and a subject's does
  sealer.blindIndex("oidc", Buffer.from(`${issuer}\0${subject}`).toString("hex"));

async function link(work: Work, context: Context, accountId: string, identity: Identity): Promise<void> {
  const { installation, cookies, language } = context;
  const secret = cookies.read("session");
  const held = secret === null ? null : await heldSession(work, secret);
  // whoever sits here now is who began, and not half in
  if (held?.accountId !== accountId || held.aal === INVITED || (held.hasFactor && held.aal < 2))
    throw new AppError("UNAUTHENTICATED");
  const subject = subjectOf(installation, identity);
  const made = await work.query(
    `insert into app.oidc_identity (id, account_id, issuer, subject_bidx) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [uuidv7(), accountId, identity.issuer, subject],
  );
  if (made.length > 0) {
    await work.query(`select authz.audit_account($1, 'ACCOUNT_LINKED', '{}')`, [accountId]);
    return;
  }
  const [there] = await work.query<{ account_id: string }>(
    `select account_id from app.oidc_identity where issuer = $1 and subject_bidx = $2`,
    [identity.issuer, subject],
  );
  if (there?.account_id !== accountId) refuse("LOCKED", told(IDENTITIES.anothers, language, providerOf(context)));
}

/**
 * Takes what the browser came back with: once, within ten minutes, in the browser that began. Gives the session that began, or null
 * when an identity was linked. Refuses what does not hold and an identity nobody has linked; throws RATE_LIMITED.
 */
export async function finishProvider(context: Context, input: { key: string; answer: string }): Promise<Begun | null> {
  const { installation, cookies, language } = context;
  const provider = providerOf(context);
  await limit(context);
  const no = (): never => refuse("INVALID", told(IDENTITIES.beginAgain, language, provider));
  const callback = new URL(returnAddress(installation));
  callback.search = input.answer.slice(0, MOST_ANSWER);
  const state = callback.searchParams.get("state") ?? "";
  const browser = cookies.read("browser");
  if (!browser || !isSecret(state)) return no();
  const secret = derivedSecret(installation.secret, "session", "oidc", state, browser, input.key);
  const taken = await inAuth(installation, async (work) => {
    const [request] = await work.query<Taken>(
      `update app.oidc_request set consumed_at = now(), consumed_by = $3
        where state_hash = $1 and browser_hash = $2 and consumed_at is null and expires_at > now() returning purpose, account_id`,
      [hashSecret(state), hashSecret(browser), input.key],
    );
    if (request) return request;
    // a retry of the same: what it came to is ours
    const again = await alreadyBegun(work, secret);
    if (again) return again;
    const [linked] = await work.query(
      `select 1 from app.oidc_request q join app.oidc_identity i on i.account_id = q.account_id and i.linked_at >= q.consumed_at
        where q.state_hash = $1 and q.browser_hash = $2 and q.consumed_by = $3`,
      [hashSecret(state), hashSecret(browser), input.key],
    );
    return linked ? null : no();
  });
  if (taken === null || "secret" in taken) return taken;
  const identity = await asked(context, () => provider.finish(callback, checksOf(installation, state)));
  return inAuth(installation, async (work) => {
    if (taken.account_id !== null) {
      await link(work, context, taken.account_id, identity);
      return null;
    }
    const begun = await signInWith(work, context, identity, secret);
    return begun ?? refuse("INVALID", told(IDENTITIES.unknown, language, provider));
  });
}

const sameIssuer = (a: string, b: string): boolean => a.replace(/\/$/, "") === b.replace(/\/$/, "");

/** The identities linked to an account, newest first. `work` is of the sign-in module's door. */
export async function readIdentities(
  work: Work,
  accountId: string,
  provider: IdentityProvider | null,
): Promise<LinkedIdentity[]> {
  const rows = await work.query<Omit<LinkedIdentity, "provider"> & { issuer: string }>(
    `select id, issuer, linked_at as "linkedAt", last_used_at as "lastUsedAt" from app.oidc_identity where account_id = $1 order by linked_at desc, id limit 20`,
    [accountId],
  );
  return rows.map(({ issuer, ...row }) => ({
    ...row,
    provider: provider && sameIssuer(issuer, provider.issuer) ? provider.name : issuer,
  }));
}

/** Takes an identity away and ends the account's other sessions; one that is not there, or another's, is gone already. */
export async function removeIdentity(context: Context, id: string): Promise<void> {
  const secret = context.cookies.read("session");
  await inAuth(context.installation, async (work) => {
    const accountId = await mayChange(work, secret);
    if (!isUuid(id)) return;
    const gone = await work.query(`delete from app.oidc_identity where id = $1 and account_id = $2 returning 1`, [
      id,
      accountId,
    ]);
    if (gone.length === 0) return;
    await work.query(
      `update app.session set revoked_at = now() where account_id = $1 and token_hash <> $2 and kind = 'SEAT' and revoked_at is null`,
      [accountId, hashSecret(secret!)],
    );
    await work.query(`select authz.audit_account($1, 'ACCOUNT_UNLINKED', '{}')`, [accountId]);
  });
}
