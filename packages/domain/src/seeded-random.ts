/**
 * Chance that can be repeated: the same seed gives the same numbers, today and on another machine. Not for secrets.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand, public domain), 128 bits of state.
 * The seed is hashed with the steps of MurmurHash3 (Austin Appleby, public domain), its finalizer makes the four words of state.
 */

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Four words of state from a text of any length. */
function wordsOf(seed: string): [number, number, number, number] {
  let hash = 0x9e3779b9;
  for (let i = 0; i < seed.length; i++) {
    hash ^= Math.imul(rotateLeft(Math.imul(seed.charCodeAt(i), 0xcc9e2d51), 15), 0x1b873593);
    hash = Math.imul(rotateLeft(hash, 13), 5) + 0xe6546b64;
  }
  hash ^= seed.length;
  const next = () => {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
  return [next(), next(), next(), next()];
}

/** Numbers from 0 (included) to 1 (not), uniform, in steps of 2^-32. */
export function seededRandom(seed: string): () => number {
  let [a, b, c, counter] = wordsOf(seed);
  const next = () => {
    const out = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (rotateLeft(c, 21) + out) | 0;
    return (out >>> 0) / 2 ** 32;
  };
  // the first numbers still resemble the seed
  for (let i = 0; i < 15; i++) next();
  return next;
}
