import * as client from "openid-client";
import { isLoopback } from "./settings.js";
import type { OidcSettings } from "./settings.js";

/** What belongs to one try, made anew for each: only the browser that began it has `state`. */
export type Checks = { state: string; nonce: string; verifier: string };
/** Who the provider says it is: a subject is one only within its issuer. `secondFactor`: it says that more than one thing was asked for. */
export type Identity = { issuer: string; subject: string; secondFactor: boolean };
export type IdentityProvider = {
  name: string;
  issuer: string;
  /** Where the browser is to go. Throws ProviderError. */
  begin(redirectUri: string, checks: Checks): Promise<string>;
  /** What the browser came back with, checked and exchanged. Throws ProviderError. */
  finish(callback: URL, checks: Checks): Promise<Identity>;
};

/** Why there is no identity: the provider cannot be reached, the person gave up, or its answer does not hold. Never what it said. */
export class ProviderError extends Error {
  constructor(readonly why: "DOWN" | "CANCELLED" | "REFUSED") {
    super(`the provider of identities: ${why}`);
  }
}

const TIMEOUT_SECONDS = 8;
const NETWORK = /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR_\w+|OAUTH_TIMEOUT|OAUTH_ABORT)$/;

/** What went wrong, by the chain of causes. Tokens and codes that the library's errors hold stay here. */
function whyOf(error: unknown): ProviderError {
  if (error instanceof client.AuthorizationResponseError)
    return new ProviderError(error.error === "access_denied" ? "CANCELLED" : "REFUSED");
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
    const { code, name } = at as { code?: string; name: string };
    const status = at.cause instanceof Response ? at.cause.status : 0;
    if (NETWORK.test(code ?? "") || name === "TimeoutError" || name === "AbortError" || status >= 500)
      return new ProviderError("DOWN");
    if (at instanceof AggregateError) return new ProviderError("DOWN");
  }
  return new ProviderError("REFUSED");
}

const wordsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((v) => typeof v === "string");

/** The client's secret in a header, as the standard has it when nothing is said, or in the body where only that is taken. */
function authentication(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (taken.includes("client_secret_basic") ? basic : post)(server, ...rest);
  };
}

/**
 * The installation's provider. Authorization code with PKCE, state and nonce; the ID token's signature is checked although it
 * comes straight from the provider. What the provider says of itself is read when first needed, and again after it failed.
 */
export function identityProvider(settings: OidcSettings): IdentityProvider {
  const { issuer, clientId, clientSecret, scopes, name, secondFactor } = settings;
  let known: Promise<client.Configuration> | null = null;
  const configuration = (): Promise<client.Configuration> => {
    known ??= client
      .discovery(issuer, clientId, undefined, authentication(clientSecret), {
        timeout: TIMEOUT_SECONDS,
        execute: [client.enableNonRepudiationChecks, ...(isLoopback(issuer) ? [client.allowInsecureRequests] : [])],
      })
      .catch((error: unknown) => {
        known = null;
        throw error;
      });
    return known;
  };
  const trying = async <T>(act: (config: client.Configuration) => Promise<T>): Promise<T> => {
    try {
      return await act(await configuration());
    } catch (error) {
      throw whyOf(error);
    }
  };
  return {
    name,
    issuer: issuer.href,
    begin: (redirectUri, { state, nonce, verifier }) =>
      trying(
        async (config) =>
          client.buildAuthorizationUrl(config, {
            redirect_uri: redirectUri,
            scope: scopes,
            state,
            nonce,
            code_challenge: await client.calculatePKCECodeChallenge(verifier),
            code_challenge_method: "S256",
          }).href,
      ),
    finish: (callback, { state, nonce, verifier }) =>
      trying(async (config) => {
        const tokens = await client.authorizationCodeGrant(config, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        const said = [...wordsOf(claims["amr"]), ...wordsOf(claims["acr"])];
        return {
          issuer: claims.iss,
          subject: claims.sub,
          secondFactor: said.some((word) => secondFactor.includes(word)),
        };
      }),
  };
}
