import type { Language } from "@varde/domain";
import { coreVote as en } from "./en";
import { coreVote as nb } from "./nb";
import { coreVote as nn } from "./nn";

/** In every language at once: few words, which come with the page that says them. */
export const CORE_VOTE: Record<Language, typeof nb> = { nb, nn, en };
