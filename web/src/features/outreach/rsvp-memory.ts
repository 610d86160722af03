import type { RsvpAnswer } from "../../../../graphql/generated/graphql";
import { read, write } from "../../app/storage";

/** What a device remembers of its own answer: the secret that may change it, never a name. */
export type Remembered = { secret: string; answer: RsvpAnswer; persons: number };

const key = (page: string): string => `varde.svar.${page}`;
const ANSWERS: readonly RsvpAnswer[] = ["YES", "MAYBE", "NO"];

/** 256 bits, letters and digits. */
export function newSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The answer this device gave on the page, or null; what somebody has changed by hand is no answer. */
export function remembered(page: string): Remembered | null {
  const text = read(key(page));
  if (!text) return null;
  try {
    const found = JSON.parse(text) as Partial<Remembered>;
    const { secret, answer, persons } = found;
    if (typeof secret !== "string" || typeof persons !== "number" || !answer || !ANSWERS.includes(answer)) return null;
    return { secret, answer, persons };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function remember(page: string, answer: Remembered): void {
  write(key(page), JSON.stringify(answer));
}
