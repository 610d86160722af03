import type { LocalizedText } from "@varde/domain";

/** What a copy is called until somebody names it, within what a name may be long. */
export const copyName = ({ nb, nn, en }: LocalizedText): LocalizedText => ({
  nb: `Kopi av ${nb}`.slice(0, 120),
  ...(nn && { nn: `Kopi av ${nn}`.slice(0, 120) }),
  ...(en && { en: `Copy of ${en}`.slice(0, 120) }),
});
