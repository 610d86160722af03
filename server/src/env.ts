import { fileURLToPath } from "node:url";
import { defaultRolePrefix } from "./kernel/db/roles.js";
import { readOidc } from "./kernel/oidc/settings.js";
import type { OidcSettings } from "./kernel/oidc/settings.js";

/** Everything the server is told from outside. The only reader of the process's environment is the caller of `readEnv`. */
export type Env = {
  databaseUrl: string;
  rolePrefix: string;
  secret: string;
  host: string;
  port: number;
  /** `demo`: invented people sign in by a click, loopback only. `production`: HTTPS, SMTP, trusted documents only. */
  mode: "demo" | "development" | "production";
  /** how people reach us, without a trailing slash; in the links of mails, and https tells browsers to come by nothing else */
  baseUrl: string;
  smtpUrl: string | null;
  worker: boolean;
  webDist: string | null;
  manifestPath: string;
  /** how many proxies stand in front; their X-Forwarded-For is believed, no other */
  trustedProxies: number;
  /** who else says who somebody is, by OpenID Connect; absent: nobody */
  oidc?: OidcSettings;
};

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

function required(vars: NodeJS.ProcessEnv, name: string): string {
  const value = vars[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function wholeNumber(vars: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = vars[name];
  if (text === undefined || text === "") return fallback;
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${name} must be a whole number, got "${text}"`);
  return Number(text);
}

/** Reads and checks the environment. Throws with the variable's name when something is missing or contradicts. */
export function readEnv(vars: NodeJS.ProcessEnv): Env {
  const mode = vars.VARDE_MODE ?? "production";
  if (mode !== "demo" && mode !== "development" && mode !== "production") {
    throw new Error(`VARDE_MODE must be demo, development or production, got "${mode}"`);
  }
  const databaseUrl = required(vars, "DATABASE_URL");
  const secret = required(vars, "VARDE_SECRET");
  if (secret.length < 32) throw new Error("VARDE_SECRET must be at least 32 characters");
  const oidc = readOidc(vars);
  const host = vars.VARDE_HOST || "127.0.0.1";
  const port = wholeNumber(vars, "PORT", 4460);
  const baseUrl = (vars.VARDE_BASE_URL || `http://localhost:${port}`).replace(/\/+$/, "");
  const base = new URL(baseUrl);
  if (mode === "production") {
    if (vars.NODE_ENV !== "production") throw new Error("NODE_ENV must be production when VARDE_MODE is");
    if (base.protocol !== "https:" && !LOOPBACK.has(base.hostname))
      throw new Error("VARDE_BASE_URL must be https in production");
    required(vars, "SMTP_URL");
  } else if (!LOOPBACK.has(host) || !LOOPBACK.has(base.hostname)) {
    // one click signs anybody in: never reachable from another machine
    throw new Error(`VARDE_MODE=${mode} serves loopback addresses only`);
  }
  return {
    databaseUrl,
    rolePrefix: vars.VARDE_ROLE_PREFIX || defaultRolePrefix(databaseUrl),
    secret,
    host,
    port,
    mode,
    baseUrl,
    smtpUrl: vars.SMTP_URL || null,
    worker: vars.VARDE_WORKER !== "off",
    webDist: vars.VARDE_WEB_DIST || fileURLToPath(new URL("../../web/dist/", import.meta.url)),
    manifestPath:
      vars.VARDE_MANIFEST ||
      fileURLToPath(new URL("../../graphql/generated/persisted-documents.json", import.meta.url)),
    trustedProxies: wholeNumber(vars, "VARDE_TRUSTED_PROXIES", 0),
    ...(oidc && { oidc }),
  };
}
