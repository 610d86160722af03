import type { Language } from "@varde/domain";
import { handover as en } from "./en";
import { handover as nb } from "./nb";
import { handover as nn } from "./nn";

export type HandoverTexts = typeof nb;

/** In every language at once: few words, which come with the pages that say them. */
export const HANDOVER: Record<Language, HandoverTexts> = { nb, nn, en };
