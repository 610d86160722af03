import { timingSafeEqual } from "node:crypto";
import { derivedSecret } from "../../kernel/crypto/sealer.js";

const KEY = /^[A-Za-z0-9_-]{22}$/;
const MAC_BYTES = 16;
const TOKEN = /^[A-Za-z0-9_-]{64}$/;

const bytes = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (sixteen: Buffer): string =>
  sixteen.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** Where one answers an invitation. Short, since it stands in an SMS; in the fragment, so that it reaches no log. */
export const rsvpLink = (baseUrl: string, key: string): string =>
  `${baseUrl}/kommer#${bytes(key).toString("base64url")}`;

/** Whether a word of a text is a link to an invitation. */
export const isRsvpLink = (baseUrl: string, word: string): boolean => {
  const start = `${baseUrl}/kommer#`;
  return word.startsWith(start) && KEY.test(word.slice(start.length));
};

/** The key in a link's fragment; null when it is none. */
export function rsvpKeyOf(fragment: string): string | null {
  if (!KEY.test(fragment)) return null;
  // any 16 bytes are looked for: what we did not make is not found
  return idOf(Buffer.from(fragment, "base64url"));
}

const macOf = (secret: string, chapterId: string, memberId: string): Buffer =>
  Buffer.from(derivedSecret(secret, "leave-alone", chapterId, memberId), "base64url").subarray(0, MAC_BYTES);

/** What a mail to a member needs to be the last: the page for the person, the address for the mail program (RFC 8058). */
export function leaveAloneLinks(
  installation: { secret: string; baseUrl: string },
  chapterId: string,
  memberId: string,
): { page: string; oneClick: string } {
  const token = Buffer.concat([
    bytes(chapterId),
    bytes(memberId),
    macOf(installation.secret, chapterId, memberId),
  ]).toString("base64url");
  return {
    page: `${installation.baseUrl}/avmeld-medlem#${token}`,
    oneClick: `${installation.baseUrl}/avmeld-medlem/${token}`,
  };
}

/** Whom a token is about; null when we did not make it. */
export function memberOfToken(secret: string, token: string): { chapterId: string; memberId: string } | null {
  if (!TOKEN.test(token)) return null;
  const all = Buffer.from(token, "base64url");
  const [chapterId, memberId] = [idOf(all.subarray(0, 16)), idOf(all.subarray(16, 32))];
  return timingSafeEqual(macOf(secret, chapterId, memberId), all.subarray(32)) ? { chapterId, memberId } : null;
}
