import type { Language } from "@varde/domain";
import type { Sealer } from "../crypto/sealer.js";
import type { Door } from "../db/door.js";
import type { Hearing, Listener } from "../db/listener.js";
import type { LazyWork, Viewer, Work } from "../db/unit-of-work.js";
import type { IdentityProvider } from "../oidc/provider.js";
import { AppError } from "../errors/app-error.js";

/** What the installation gives every request. */
export type Installation = {
  app: Door;
  auth: Door;
  /** opens the connection on which the database says what changed */
  listen(hearing: Hearing): Listener;
  sealer: Sealer;
  secret: string;
  mode: "demo" | "development" | "production";
  baseUrl: string;
  /** who else says who somebody is; null when there is nobody */
  identityProvider: IdentityProvider | null;
};

/** `seat` is the id of the seat last acted in on this device: worth nothing without a sign-in, and kept when one signs out. */
type CookieName = "session" | "browser" | "seat";

/** The cookies, as the sign-in module sets and clears them. */
export type Cookies = {
  /** what `name` holds, or null */
  read(name: CookieName): string | null;
  set(name: CookieName, value: string, maxAgeSeconds: number | null): void;
  clear(name: CookieName): void;
  /** tells the browser to forget what it has stored of us */
  clearSiteData(): void;
};

/** One request. `work()` opens the transaction on first use; it is ended by the server before the answer leaves. */
export type Context = {
  requestId: string;
  /** asked with an integration's token: only fields that are marked for its scopes answer */
  byToken: boolean;
  language: Language;
  /** SHA-256 of the session's secret in hex, or null */
  session: string | null;
  /** a keyed hash of the caller's network address, for limits; never the address */
  caller: string;
  /** what the browser calls itself, as it said; never stored as it is */
  userAgent: string;
  installation: Installation;
  cookies: Cookies;
  lazyWork: LazyWork;
  /** told once the operation is known; a function, since Apollo works on a copy of the context */
  setReadOnly(readOnly: boolean): void;
  /** the outcome is turned into a rollback: something was refused */
  rollbackOnly: boolean;
  work(): Promise<Work>;
};

/** A signed-in seat: what every use case behind a right can rely on. */
export type Seated = Viewer & { seatId: string; organizationId: string; role: string };

/** The seat acted in. Throws UNAUTHENTICATED for nobody and FORBIDDEN when no seat is acted in. */
export function seated(work: Work): Seated {
  const { viewer } = work;
  if (!viewer) throw new AppError("UNAUTHENTICATED");
  if (!viewer.seatId || !viewer.organizationId || !viewer.role) throw new AppError("FORBIDDEN");
  return viewer as Seated;
}
