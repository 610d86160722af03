/** One provider of identities that the installation trusts, by OpenID Connect. */
export type OidcSettings = {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** what is asked for, with spaces between; `openid` is enough, as nothing but who it is gets used */
  scopes: string;
  /** what people call it: «Logg inn med …» */
  name: string;
  /** values of `acr` or `amr` in its answer that say a second factor was given */
  secondFactor: readonly string[];
};

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);
/** Whether an address is this machine's: a trial's provider may do without HTTPS, no other. */
export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname);

/** Reads `VARDE_OIDC_*`; null when no issuer is named. Throws with the variable's name when something is missing. */
export function readOidc(vars: NodeJS.ProcessEnv): OidcSettings | null {
  if (!vars.VARDE_OIDC_ISSUER) return null;
  const needed = (name: string): string => {
    const value = vars[name];
    if (!value) throw new Error(`${name} is not set, and VARDE_OIDC_ISSUER is`);
    return value;
  };
  const issuer = URL.parse(vars.VARDE_OIDC_ISSUER);
  if (!issuer || (issuer.protocol !== "https:" && !isLoopback(issuer)))
    throw new Error("VARDE_OIDC_ISSUER must be an https address");
  const scopes = (vars.VARDE_OIDC_SCOPES || "openid").trim();
  if (!scopes.split(/\s+/).includes("openid")) throw new Error("VARDE_OIDC_SCOPES must hold openid");
  return {
    issuer,
    clientId: needed("VARDE_OIDC_CLIENT_ID"),
    clientSecret: needed("VARDE_OIDC_CLIENT_SECRET"),
    scopes,
    name: needed("VARDE_OIDC_NAME").slice(0, 40),
    secondFactor: (vars.VARDE_OIDC_SECOND_FACTOR ?? "").split(/\s+/).filter((value) => value !== ""),
  };
}
