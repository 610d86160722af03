const MAX_KEY = 40;
const PLAIN: Record<string, string> = { æ: "ae", ø: "o", å: "a", ß: "ss", đ: "d", ŋ: "n" };

/** A template's key from its name: small letters, digits and hyphens, beginning with a letter, at most 40. */
export function keyFromName(name: string): string {
  const plain = name
    .toLocaleLowerCase("nb")
    .replace(/[æøåßđŋ]/gu, (sign) => PLAIN[sign] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const key = /^[a-z]/u.test(plain) ? plain : `p-${plain}`;
  return key.slice(0, MAX_KEY).replace(/-+$/u, "");
}

/** The key, or with the first number that is free: `sommertreff-2`. */
export function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let n = 2; ; n += 1) {
    const end = `-${n}`;
    const numbered = key.slice(0, MAX_KEY - end.length).replace(/-+$/u, "") + end;
    if (!taken.has(numbered)) return numbered;
  }
}
