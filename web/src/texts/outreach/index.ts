import type { Language } from "@varde/domain";
import { outreach as en } from "./en";
import { outreach as nb } from "./nb";
import { outreach as nn } from "./nn";

export type OutreachTexts = typeof nb;

/** In every language at once: few words, which come with the pages that say them. */
export const OUTREACH: Record<Language, OutreachTexts> = { nb, nn, en };
