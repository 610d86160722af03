/** A count of a whole. */
export type PeerShare = { numerator: number; denominator: number };

/**
 * What a chapter that does as the others together would have done of `of`: their pooled share (Σ numerators / Σ denominators) of it, in
 * whole numbers, halves up. Null when there is nothing to tell of either, so that no share of none is made up.
 */
export function typicalCount(of: number, others: PeerShare): number | null {
  if (of <= 0 || others.denominator <= 0) return null;
  // in whole numbers, so that no rounding of a share decides
  return Math.floor((2 * of * others.numerator + others.denominator) / (2 * others.denominator));
}
