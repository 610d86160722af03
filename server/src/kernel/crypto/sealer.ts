import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/**
 * Contact data is sealed by the application: the database and its backups hold ciphertext. AES-256-GCM; the additional
 * data names the place (`table/id/column`), so that a ciphertext moved to another row does not open. A blind index finds
 * equal values within one scope only.
 */
export type Sealer = {
  seal(plaintext: string, place: string): Buffer;
  /** Throws when it was tampered with, moved, or sealed under another secret. */
  open(sealed: Buffer, place: string): string;
  /** 32 bytes, equal for equal normalised values in the same scope (an organization's id, or `account`) */
  blindIndex(scope: string, value: string): Buffer;
};

const KEY_ID = 1;
const derive = (secret: string, use: string) => Buffer.from(hkdfSync("sha256", secret, "varde", use, 32));

/** What two spellings of the same address or number have in common. */
export function normaliseContact(value: string): string {
  return value.normalize("NFKC").trim().toLowerCase();
}

/** The sealer of an installation's secret. */
export function sealer(secret: string): Sealer {
  const key = derive(secret, "contact-data");
  const indexKey = derive(secret, "blind-index");
  return {
    seal(plaintext, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([KEY_ID]), nonce, cipher.getAuthTag(), body]);
    },
    open(sealed, place) {
      if (sealed[0] !== KEY_ID || sealed.length < 29) throw new Error("unknown key or truncated ciphertext");
      const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 13))
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString("utf8");
    },
    blindIndex: (scope, value) =>
      createHmac("sha256", indexKey)
        .update(`${scope}\0${normaliseContact(value)}`)
        .digest(),
  };
}

/** A new secret for a link or a session: 256 bits, URL-safe. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/**
 * A secret that only we can make and that comes out the same again: for what must survive being sent twice. 256 bits,
 * URL-safe, as unguessable as `newSecret` to whoever lacks the installation's secret or one of the parts.
 */
export const derivedSecret = (secret: string, use: string, ...parts: string[]): string =>
  createHmac("sha256", derive(secret, `secret:${use}`))
    .update(parts.join("\0"))
    .digest("base64url");

/** What is stored of a secret. */
export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();
