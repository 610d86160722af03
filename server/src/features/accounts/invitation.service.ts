import { v7 as uuidv7 } from "uuid";
import { derivedSecret, hashSecret } from "../../kernel/crypto/sealer.js";
import { inAuth } from "../../kernel/db/run-work.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Context } from "../../kernel/graphql/context.js";
import { parseEmail } from "../../kernel/mail/address.js";
import { ACCOUNTS } from "./accounts.texts.js";
import { countAttempt } from "./rate-limit.js";
import type { Role } from "./roles.js";
import { alreadyBegun, beginSession } from "./session.service.js";
import type { Begun } from "./session.service.js";
import { isSecret } from "./sign-in-link.service.js";
import type { InvitationPreview } from "./sign-in.type.js";

type InvitationRow = {
  invitation_id: string | null;
  role: Role;
  holder_name: string;
  unit_name: string;
  organization_name: string;
  expires_at: Date;
  email_ct: Buffer;
};

/** Where an invitation's address is sealed. */
export const invitationEmailPlace = (invitationId: string): string => `invitation/${invitationId}/email`;
/** Where an account's address is sealed. */
export const accountEmailPlace = (accountId: string): string => `account/${accountId}/email`;
/** The address of the page that accepts an invitation; the secret stands where no server and no log sees it. */
export const invitationLink = (baseUrl: string, token: string): string => `${baseUrl}/invitasjon#${token}`;

async function find(work: Work, token: string): Promise<(InvitationRow & { invitation_id: string }) | null> {
  const [row] = await work.query<InvitationRow>(`select * from authz.invitation_by_token($1)`, [hashSecret(token)]);
  return row?.invitation_id ? { ...row, invitation_id: row.invitation_id } : null;
}

const limit = (context: Context) =>
  countAttempt(context.installation, { what: "token-caller", who: context.caller, most: 60, seconds: 900 });

/** What an invitation offers; null when it does not hold. Throws RATE_LIMITED. */
export async function previewInvitation(context: Context, token: string): Promise<InvitationPreview | null> {
  await limit(context);
  if (!isSecret(token)) return null;
  const row = await inAuth(context.installation, (work) => find(work, token));
  return (
    row && {
      organizationName: row.organization_name,
      unitName: row.unit_name,
      role: row.role,
      holderName: row.holder_name,
      expiresAt: row.expires_at,
    }
  );
}

/**
 * Takes the seat and signs in. The secret came by mail, so it proves the address: the account with it gets the seat, or
 * is made. Refuses when the invitation does not hold, or was given by the one who would take it; throws RATE_LIMITED.
 */
export async function acceptInvitation(context: Context, input: { key: string; token: string }): Promise<Begun> {
  const { installation, cookies, language } = context;
  await limit(context);
  const no = () => refuse("INVALID", say(language, ACCOUNTS.invitationDoesNotHold), ["token"]);
  if (!isSecret(input.token)) return no();
  const secret = derivedSecret(installation.secret, "session", "invitation", input.token, input.key);
  const accept = async (work: Work): Promise<Begun | null> => {
    const again = await alreadyBegun(work, secret);
    if (again) return again;
    const invitation = await find(work, input.token);
    if (!invitation) return null;
    const { sealer } = installation;
    const email = parseEmail(sealer.open(invitation.email_ct, invitationEmailPlace(invitation.invitation_id)));
    if (!email) return null;
    const newAccount = uuidv7();
    const [taken] = await work.query<{ account_id: string; seat_id: string }>(
      `select * from authz.accept_invitation($1, $2, $3, $4, $5)`,
      [
        hashSecret(input.token),
        newAccount,
        invitation.holder_name,
        sealer.seal(email, accountEmailPlace(newAccount)),
        sealer.blindIndex("account", email),
      ],
    );
    const { account_id: accountId, seat_id: seatId } = taken!;
    // a mail is passed on more easily than a sign-in link, which only works where it was asked for: it gives this seat alone
    return beginSession(work, { accountId, seatId, secret, earlier: cookies.read("session"), invited: true });
  };
  // what a twin of this request began meanwhile is ours too
  const twin = async () => (await inAuth(installation, (work) => alreadyBegun(work, secret))) ?? no();
  try {
    return (await inAuth(installation, accept)) ?? (await twin());
  } catch (error) {
    const { code } = error as { code?: string };
    // somebody else was faster, or the one who invited lost the right in between
    if (code === "VA005") return twin();
    if (code === "VA006") return refuse("LOCKED", say(language, ACCOUNTS.ownInvitation));
    throw error;
  }
}
