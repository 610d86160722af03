import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

/** Why there is no passkey: the person let it be, this device has one already, or it cannot. */
export type NoPasskey = "LET_BE" | "HAS_ONE" | "CANNOT";
export type FromPasskey = { credential: string } | { no: NoPasskey };

/** Whether this browser knows of passkeys at all. */
export const knowsPasskeys = (): boolean => browserSupportsWebAuthn();

async function ask(start: () => Promise<object>): Promise<FromPasskey> {
  if (!knowsPasskeys()) return { no: "CANNOT" };
  try {
    return { credential: JSON.stringify(await start()) };
  } catch (error) {
    if (error instanceof WebAuthnError) {
      if (error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") return { no: "HAS_ONE" };
      if (error.code === "ERROR_INVALID_DOMAIN" || error.code === "ERROR_INVALID_RP_ID") return { no: "CANNOT" };
      if (error.code.startsWith("ERROR_AUTHENTICATOR_")) return { no: "CANNOT" };
    }
    return { no: "LET_BE" };
  }
}

/** Has the device make a passkey; `options` as the server gave them. */
export const makePasskey = (options: string): Promise<FromPasskey> =>
  ask(() => startRegistration({ optionsJSON: JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON }));

/** Has a passkey answer; `options` as the server gave them. */
export const answerWithPasskey = (options: string): Promise<FromPasskey> =>
  ask(() => startAuthentication({ optionsJSON: JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON }));
