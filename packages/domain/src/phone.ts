/** A phone number with its country code, `+4790012345`; `mobile` is whether a text message reaches it, as far as we can tell. */
export type Phone = { number: string; mobile: boolean };

/**
 * A phone number as E.164. Eight digits, and what begins with +47, 0047 or 47, are Norwegian, where mobiles begin with 4 or 9; a
 * foreign number keeps its code, and is taken for a mobile. Null for what is none.
 */
export function readPhone(cell: string): Phone | null {
  if (!/^[+\d][\d ().\-/]*$/.test(cell)) return null;
  const digits = cell.replace(/\D/g, "");
  let number = digits;
  if (!cell.startsWith("+")) {
    if (digits.startsWith("00")) number = digits.slice(2);
    else if (digits.length === 8) number = `47${digits}`;
    else if (!(digits.length === 10 && digits.startsWith("47"))) return null;
  }
  // «+47 (0) 900 …» has no such form in Norway, and no country code begins with 0
  if (!/^[1-9]\d{6,14}$/.test(number)) return null;
  if (!number.startsWith("47")) return { number: `+${number}`, mobile: true };
  return /^47[2-9]\d{7}$/.test(number) ? { number: `+${number}`, mobile: /^47[49]/.test(number) } : null;
}
