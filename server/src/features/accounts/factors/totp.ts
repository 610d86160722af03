import { createHmac, timingSafeEqual } from "node:crypto";

const STEP_SECONDS = 30;
const DIGITS = 6;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648 base32 without padding, as code apps read a key. */
export function base32(bytes: Buffer): string {
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

/** The bytes of a base32 text of ours. Throws on any other sign. */
export function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) throw new Error("not base32");
    return value.toString(2).padStart(5, "0");
  });
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The half minute an instant (ms since 1970) lies in. */
export const stepAt = (ms: number): number => Math.floor(ms / 1000 / STEP_SECONDS);

/** The code of a step: RFC 6238 with SHA-1 and six digits, which every code app speaks. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = mac[mac.length - 1]! & 15;
  const number = mac.readUInt32BE(at) & 0x7f_ff_ff_ff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** The step whose code this is: now, or one off either way for clocks that differ. Null for none. Spaces are not looked at. */
export function matchingStep(secret: Buffer, typed: string, ms: number): number | null {
  const code = typed.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return null;
  const now = stepAt(ms);
  const given = Buffer.from(code);
  // all three are compared, so that the time tells nothing
  const hits = [now - 1, now, now + 1].filter((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), given));
  return hits.at(-1) ?? null;
}

/** What the picture holds: the key with a name for it. */
export function otpauthUri(key: string, label: string): string {
  return `otpauth://totp/${encodeURIComponent(`Varde:${label}`)}?secret=${key}&issuer=Varde`;
}
