import { crc32 } from "node:zlib";
import { derivedSecret } from "../../kernel/crypto/sealer.js";

const PREFIX = "varde_";
const SHAPE = /^varde_([A-Za-z0-9_-]{43})([A-Za-z0-9_-]{6})$/;

const checksum = (secret: string): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(secret));
  return sum.toString("base64url");
};

/**
 * A token as it is shown, once: `varde_`, 256 bits, and a checksum, so that a scanner of leaked secrets knows one when it sees it,
 * and one that is cut or mistyped is refused without asking the database. Made from the id, so that a retry of the same request
 * shows the same; the database keeps its hash.
 */
export function tokenOf(installationSecret: string, id: string): string {
  const secret = derivedSecret(installationSecret, "integration-token", id);
  return `${PREFIX}${secret}${checksum(secret)}`;
}

/** The token of an `Authorization` header; null for what cannot be one of ours. */
export function tokenIn(header: string): string | null {
  const [scheme = "", token = "", ...rest] = header.split(" ");
  const [, secret, sum] = SHAPE.exec(token) ?? [];
  if (rest.length > 0 || scheme.toLowerCase() !== "bearer" || secret === undefined) return null;
  return checksum(secret) === sum ? token : null;
}
