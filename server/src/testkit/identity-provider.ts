import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { OidcSettings } from "../kernel/oidc/settings.js";

type Claims = Record<string, unknown>;
type Begun = { nonce: string; challenge: string; redirectUri: string; subject: string };

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/**
 * A provider of identities on this machine: discovery, authorization (which asks nobody and sends the browser back at once), token and
 * keys. `be` names who signs in next; `lie` bends the next ID tokens; `trouble` makes the token endpoint fail.
 */
export async function testIdentityProvider(name = "Fjellpass") {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const others = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const begun = new Map<string, Begun>();
  const state = {
    subject: "person-1",
    denies: false,
    trouble: false,
    asked: [] as string[],
    lie: (claims: Claims): Claims => claims,
    alg: "RS256",
    key: keys.privateKey as KeyObject,
    otherKey: others.privateKey as KeyObject,
  };
  let issuer = "";
  const idToken = (given: Begun): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = state.lie({
      iss: issuer,
      sub: given.subject,
      aud: "varde",
      iat: now,
      exp: now + 60,
      nonce: given.nonce,
    });
    const head = base64url({ alg: state.alg, kid: "1" });
    const signed = `${head}.${base64url(claims)}`;
    const signature = state.alg === "none" ? "" : sign("sha256", Buffer.from(signed), state.key).toString("base64url");
    return `${signed}.${signature}`;
  };
  const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    return new URLSearchParams(Buffer.concat(pieces).toString());
  };
  /** who is asked to come in, as a page would, and where the browser goes next */
  const authorize = (query: URLSearchParams): string => {
    state.asked.push(query.toString());
    const redirectUri = query.get("redirect_uri")!;
    const back = new URL(redirectUri);
    back.searchParams.set("state", query.get("state")!);
    back.searchParams.set("iss", issuer);
    if (state.denies) {
      back.searchParams.set("error", "access_denied");
      return back.href;
    }
    const code = randomUUID();
    const [nonce, challenge] = [query.get("nonce")!, query.get("code_challenge")!];
    begun.set(code, { nonce, challenge, redirectUri, subject: state.subject });
    back.searchParams.set("code", code);
    return back.href;
  };
  const token = async (request: IncomingMessage): Promise<[number, object]> => {
    if (state.trouble) return [503, {}];
    const body = await bodyOf(request);
    const given = begun.get(body.get("code") ?? "");
    begun.delete(body.get("code") ?? "");
    const client = Buffer.from((request.headers.authorization ?? "").replace("Basic ", ""), "base64").toString();
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    const right = given?.challenge === challenge && given.redirectUri === body.get("redirect_uri");
    if (decodeURIComponent(client) !== "varde:provider-secret" || !right) return [400, { error: "invalid_grant" }];
    return [200, { access_token: "provider-access-token", token_type: "bearer", id_token: idToken(given) }];
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url!, issuer);
    const json = (status: number, value: object) =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (url.pathname === "/.well-known/openid-configuration") {
      return json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        id_token_signing_alg_values_supported: ["RS256"],
        authorization_response_iss_parameter_supported: true,
      });
    }
    if (url.pathname === "/keys")
      return json(200, { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorize")
      return void response.writeHead(303, { location: authorize(url.searchParams) }).end();
    if (url.pathname === "/token") return void token(request).then(([status, value]) => json(status, value));
    return json(404, {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings: OidcSettings = {
    issuer: new URL(issuer),
    clientId: "varde",
    clientSecret: "provider-secret",
    scopes: "openid",
    name,
    secondFactor: ["mfa"],
  };
  return {
    state,
    settings,
    /** the same, as a server is told of it */
    env: {
      VARDE_OIDC_ISSUER: issuer,
      VARDE_OIDC_CLIENT_ID: settings.clientId,
      VARDE_OIDC_CLIENT_SECRET: settings.clientSecret,
      VARDE_OIDC_NAME: settings.name,
    },
    /** what the browser is sent back with, as the query of the address */
    answer: (url: string): string => new URL(authorize(new URL(url).searchParams)).search,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type TestIdentityProvider = Awaited<ReturnType<typeof testIdentityProvider>>;
