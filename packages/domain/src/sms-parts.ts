/** Where an SMS is cut when it is too long for one message. */
import { SMS_LIMITS, smsInfo } from "./sms.js";

/** The texts of the messages it would be sent as, in order; `[]` for the empty text. Joined they are the text. */
export function smsParts(text: string): string[] {
  const whole = text.normalize("NFC");
  const { encoding, segments } = smsInfo(whole);
  if (segments <= 1) return whole === "" ? [] : [whole];
  const parts: string[] = [];
  let part = "";
  let used = 0;
  for (const sign of whole) {
    const units = encoding === "UCS-2" ? sign.length : smsInfo(sign).length;
    if (used + units > SMS_LIMITS[encoding].part) {
      parts.push(part);
      part = "";
      used = 0;
    }
    part += sign;
    used += units;
  }
  return [...parts, part];
}
