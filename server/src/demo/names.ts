import { faker } from "@faker-js/faker/locale/nb_NO";
import type { Random } from "./random.js";

/** Invented people: Norwegian names put together at random, addresses and numbers that lead nowhere. */
export type Names = { first: (random: Random) => string; last: (random: Random) => string };

const POOL = 500;

export function names(seed: number): Names {
  faker.seed(seed);
  const first = Array.from({ length: POOL }, () => faker.person.firstName());
  const last = Array.from({ length: POOL }, () => faker.person.lastName());
  return { first: (random) => random.pick(first), last: (random) => random.pick(last) };
}

const FOLD: Record<string, string> = { æ: "ae", ø: "o", å: "a" };

function ascii(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[æøå]/g, (letter) => FOLD[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/[^a-z]+/g, "");
}

/** An address in the reserved top-level domain `.example` (RFC 2606): no mail can reach it. */
export function inventedEmail(first: string, last: string, host: string, n?: number): string {
  return `${ascii(first)}.${ascii(last)}${n === undefined ? "" : `.${n}`}@${host}.example`;
}

/** A number that cannot be dialled: no Norwegian subscriber number begins with 000. */
export function inventedMobile(n: number): string {
  const digits = String(n).padStart(5, "0");
  return `+47 000 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}
