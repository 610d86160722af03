import { randomUUID } from "node:crypto";
import { unsubscribeLinks } from "../../features/accounts/index.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { seedInvitation } from "../sign-in.js";
import type { MatrixLine } from "./line.js";

const input = (more: Record<string, unknown> = {}) => ({ input: { key: randomUUID(), ...more } });

/** The way in is open to everybody; what one may do with oneself asks only who one is. */
export const accountsMatrix: MatrixLine[] = [
  {
    field: "viewer",
    document: `{ viewer { account { id } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "NOT_FOUND" },
    reached: (data) => data.viewer !== null,
  },
  {
    field: "signInOptions",
    document: `{ signInOptions { demo demoPeople { seatKey } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: {},
  },
  {
    field: "mailbox",
    document: `{ mailbox { nodes { id } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: {},
  },
  {
    field: "invitation",
    document: `query ($token: String!) { invitation(token: $token) { role } }`,
    arrange: async ({ seed, federation }) => ({ token: (await seedInvitation(seed, federation)).token }),
    otherwise: "OK",
    except: {},
    reached: (data) => data.invitation !== null,
  },
  {
    field: "requestSignInLink",
    document: `mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { done } }`,
    arrange: async ({ seed }) => input({ email: `${seed.unique()}@test.example` }),
    otherwise: "OK",
    except: {},
  },
  {
    field: "consumeSignInLink",
    document: `mutation ($input: ConsumeSignInLinkInput!) { consumeSignInLink(input: $input) { viewer { account { id } } } }`,
    arrange: async () => input({ token: "x".repeat(43) }),
    otherwise: "NOT_FOUND",
    except: {},
    reached: (data) => (data.consumeSignInLink as { viewer: unknown }).viewer !== null,
  },
  {
    field: "signInAsDemo",
    document: `mutation ($input: SignInAsDemoInput!) { signInAsDemo(input: $input) { viewer { account { id } } } }`,
    arrange: async () => input({ seatKey: "leader" }),
    otherwise: "NOT_FOUND",
    except: {},
  },
  {
    field: "acceptInvitation",
    document: `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { account { id } } } }`,
    arrange: async ({ seed, federation }) => input({ token: (await seedInvitation(seed, federation)).token }),
    otherwise: "OK",
    except: {},
    reached: (data) => (data.acceptInvitation as { viewer: unknown }).viewer !== null,
  },
  {
    field: "actAs",
    document: `mutation ($input: ActAsInput!) { actAs(input: $input) { viewer { account { id } } } }`,
    arrange: async ({ federation }) => input({ seatId: federation.leader.seatId }),
    otherwise: "NOT_FOUND",
    except: { leader: "OK", none: "UNAUTHENTICATED" },
  },
  {
    field: "signOut",
    document: `mutation ($input: SignOutInput!) { signOut(input: $input) { done } }`,
    arrange: async () => input(),
    otherwise: "OK",
    except: {},
  },
  {
    field: "setLanguage",
    document: `mutation ($input: SetLanguageInput!) { setLanguage(input: $input) { done } }`,
    arrange: async () => input({ language: "nn" }),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "unsubscribe",
    document: `mutation ($input: UnsubscribeInput!) { unsubscribe(input: $input) { done } }`,
    arrange: async ({ server, federation }) =>
      input({ token: unsubscribeLinks(server.env, federation.leader.accountId).page.split("#")[1] }),
    otherwise: "OK",
    except: {},
    reached: (data) => (data.unsubscribe as { done: boolean }).done,
  },
  {
    field: "myAccount",
    document: `{ myAccount { email sessions { id } seats { id } } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "myData",
    document: `{ myData { json } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "endedElsewhere",
    document: `{ endedElsewhere }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: {},
  },
  {
    field: "endMySession",
    document: `mutation ($input: EndMySessionInput!) { endMySession(input: $input) { done } }`,
    // somebody's own: to everybody else it is not there
    arrange: async ({ seed, federation }) => {
      const { accountId, seatId } = federation.leader;
      const secret = await seed.session(accountId, seatId);
      const { rows } = await seed.client.query<{ id: string }>("select id from app.session where token_hash = $1", [
        hashSecret(secret),
      ]);
      return input({ id: rows[0]!.id });
    },
    otherwise: "NOT_FOUND",
    except: { leader: "OK", none: "UNAUTHENTICATED" },
  },
  {
    field: "endMyOtherSessions",
    document: `mutation ($input: EndMyOtherSessionsInput!) { endMyOtherSessions(input: $input) { done } }`,
    arrange: async () => input(),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "renameMyself",
    document: `mutation ($input: RenameMyselfInput!) { renameMyself(input: $input) { done } }`,
    // the callers' names are looked for afterwards: what it does is tried in its own test
    arrange: async () => ({ input: { key: "no key", name: "IDA" } }),
    otherwise: "BAD_REQUEST",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "deleteMyAccount",
    document: `mutation ($input: DeleteMyAccountInput!) { deleteMyAccount(input: $input) { done } }`,
    // the callers are needed afterwards: who may is all that is asked here, what it does is tried in its own test
    arrange: async () => ({ input: { key: "no key" } }),
    otherwise: "BAD_REQUEST",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "factors",
    document: `{ factors { recoveryCodesLeft } }`,
    arrange: async () => ({}),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "beginTotp",
    document: `mutation ($input: BeginTotpInput!) { beginTotp(input: $input) { secret } }`,
    arrange: async () => input(),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
    reached: (data) => (data.beginTotp as { secret: unknown }).secret !== null,
  },
  {
    // a code is no code: who adds one is followed in factors.test.ts
    field: "confirmTotp",
    document: `mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { factors { recoveryCodesLeft } } }`,
    arrange: async () => input({ code: "no code" }),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED" },
    reached: (data) => (data.confirmTotp as { factors: unknown }).factors !== null,
  },
  {
    field: "removeTotp",
    document: `mutation ($input: RemoveTotpInput!) { removeTotp(input: $input) { factors { recoveryCodesLeft } } }`,
    arrange: async () => input(),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "renewRecoveryCodes",
    document: `mutation ($input: RenewRecoveryCodesInput!) { renewRecoveryCodes(input: $input) { factors { recoveryCodesLeft } } }`,
    arrange: async () => input(),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED" },
    reached: (data) => (data.renewRecoveryCodes as { factors: unknown }).factors !== null,
  },
  {
    field: "giveSecondFactor",
    document: `mutation ($input: GiveSecondFactorInput!) { giveSecondFactor(input: $input) { viewer { account { id } } } }`,
    arrange: async () => input({ kind: "TOTP", code: "no code" }),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED" },
    reached: (data) => (data.giveSecondFactor as { viewer: unknown }).viewer !== null,
  },
  // no provider is set up here: who comes through one is followed in identities.test.ts
  {
    field: "beginProvider",
    document: `mutation ($input: BeginProviderInput!) { beginProvider(input: $input) { url } }`,
    arrange: async () => input({ purpose: "SIGN_IN" }),
    otherwise: "NOT_FOUND",
    except: {},
  },
  {
    field: "finishProvider",
    document: `mutation ($input: FinishProviderInput!) { finishProvider(input: $input) { linked } }`,
    arrange: async () => input({ answer: "?state=no&code=no" }),
    otherwise: "NOT_FOUND",
    except: {},
  },
  {
    field: "removeIdentity",
    document: `mutation ($input: RemoveIdentityInput!) { removeIdentity(input: $input) { done } }`,
    arrange: async () => input({ id: "no id" }),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "beginPasskey",
    document: `mutation ($input: BeginPasskeyInput!) { beginPasskey(input: $input) { options } }`,
    arrange: async () => input(),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
    reached: (data) => (data.beginPasskey as { options: unknown }).options !== null,
  },
  {
    // an answer is no answer: who adds one is followed in passkeys.test.ts
    field: "addPasskey",
    document: `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { factors { recoveryCodesLeft } } }`,
    arrange: async () => input({ credential: "no answer" }),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED" },
    reached: (data) => (data.addPasskey as { factors: unknown }).factors !== null,
  },
  {
    field: "renamePasskey",
    document: `mutation ($input: RenamePasskeyInput!) { renamePasskey(input: $input) { factors { recoveryCodesLeft } } }`,
    arrange: async () => input({ id: randomUUID(), name: "Min" }),
    otherwise: "NOT_FOUND",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "removePasskey",
    document: `mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { factors { recoveryCodesLeft } } }`,
    arrange: async () => input({ id: randomUUID() }),
    otherwise: "OK",
    except: { none: "UNAUTHENTICATED" },
  },
  {
    field: "askForPasskey",
    document: `mutation ($input: AskForPasskeyInput!) { askForPasskey(input: $input) { options } }`,
    arrange: async () => input({ step: false }),
    otherwise: "OK",
    except: {},
  },
  {
    field: "signInWithPasskey",
    document: `mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { viewer { account { id } } } }`,
    arrange: async () => input({ credential: "no answer" }),
    otherwise: "NOT_FOUND",
    except: {},
    reached: (data) => (data.signInWithPasskey as { viewer: unknown }).viewer !== null,
  },
];
