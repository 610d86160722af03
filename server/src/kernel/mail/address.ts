import { domainToASCII } from "node:url";

// printable ASCII and letters of any language; nothing that means something in a header: no space, comma, colon, angle, quote
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * An e-mail address in the one spelling we keep: lower case, no blanks around, an international domain in its ASCII form,
 * no trailing dot. Null when it is none, or could break out of a header.
 */
export function parseEmail(text: string): string | null {
  const trimmed = text.normalize("NFKC").trim().toLowerCase();
  const at = trimmed.lastIndexOf("@");
  if (at < 1 || trimmed.length > 254) return null;
  const local = trimmed.slice(0, at);
  const domain = domainToASCII(trimmed.slice(at + 1).replace(/\.$/, ""));
  if (local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) return null;
  return `${local}@${domain}`;
}
