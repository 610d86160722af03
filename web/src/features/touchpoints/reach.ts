/** Links that open the phone's own calls, texts and mails, with the text filled in. */

/** A number as a link takes it: digits and the country's plus. */
const dialled = (phone: string): string => phone.replace(/[^\d+]/g, "");

export const telHref = (phone: string): string => `tel:${dialled(phone)}`;

/**
 * A text message. `?&body=` is read by both platforms: one wants the text after `?`, the other after `&`. Without a number the
 * phone asks to whom.
 */
export function smsHref(phone: string | null, body: string | null): string {
  const to = `sms:${phone ? dialled(phone) : ""}`;
  return body ? `${to}?&body=${encodeURIComponent(body)}` : to;
}

/** A mail (RFC 6068: lines end with CRLF, and a space is `%20`). Without an address one chooses to whom. */
export function mailHref(address: string | null, mail: { subject: string; body: string } | null): string {
  // an address keeps its at sign, and nothing in it can begin the headers
  const to = `mailto:${encodeURIComponent(address ?? "").replace("%40", "@")}`;
  if (!mail) return to;
  const body = encodeURIComponent(mail.body.replace(/\r?\n/g, "\r\n"));
  return `${to}?subject=${encodeURIComponent(mail.subject)}&body=${body}`;
}
