import { parseCookie, stringifySetCookie } from "cookie";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Cookies } from "../graphql/context.js";

// `__Host-`: only over a trustworthy origin, for this host and the whole of it. Chromium and Firefox count localhost as one.
const NAMES = { session: "__Host-s", browser: "__Host-b", seat: "__Host-a" } as const;
const SECRET = /^[A-Za-z0-9_-]{43}$/;
const ID = /^[0-9a-f-]{36}$/;

/** The request's cookies and what the answer says about them. Lax, so that a link in a mail finds one signed in. */
export function cookiesOf(request: IncomingMessage, response: ServerResponse): Cookies {
  const given = parseCookie(request.headers.cookie ?? "");
  const write = (name: keyof typeof NAMES, value: string, maxAge: number | null) => {
    const cookie = stringifySetCookie({
      name: NAMES[name],
      value,
      path: "/",
      httpOnly: true,
      secure: true,
      sameSite: "lax",
      ...(maxAge === null ? {} : { maxAge }),
    });
    response.appendHeader("set-cookie", cookie);
  };
  return {
    read(name) {
      const value = given[NAMES[name]];
      return value && (name === "seat" ? ID : SECRET).test(value) ? value : null;
    },
    set: write,
    clear: (name) => write(name, "", 0),
    // not "storage": what waits to be sent is sealed and survives; the app removes the rest itself
    clearSiteData: () => response.setHeader("clear-site-data", '"cache"'),
  };
}
