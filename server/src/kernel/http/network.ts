import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network a caller counts as when attempts are limited: an IPv4 address, or the first half of an IPv6 one, since a
 * household is given all addresses of a /64. However it is written; a text that is no address is itself.
 */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  const plain = address.split("%")[0]!;
  if (!isIPv6(plain)) return address;
  const [head = "", tail] = plain.split("::");
  const parts = (text: string) => (text === "" ? [] : text.split(":"));
  const [front, back] = [parts(head), parts(tail ?? "")];
  // a dotted end stands for two groups
  const missing = 8 - front.length - back.length - (plain.includes(".") ? 1 : 0);
  const groups = tail === undefined ? front : [...front, ...Array.from({ length: missing }, () => "0"), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/** Where a request comes from, as it is counted and remembered: its network's keyed hash, never an address. */
export const callerOf = (secret: string, address: string | undefined): string =>
  createHmac("sha256", secret)
    .update(`caller:${networkOf(address ?? "")}`)
    .digest("hex");
