/** The year whose count one works on: until the summer the one that is over, since its return is being written. */
export const yearToCount = (today: string): number =>
  Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) <= 6 ? 1 : 0);

/** The years one may look at: this one and the two before it. */
export const yearsToCount = (today: string): number[] => [0, 1, 2].map((back) => Number(today.slice(0, 4)) - back);

/** The year of an address, or the one to work on where it names none. */
export const yearOf = (text: string | undefined, today: string): number =>
  text !== undefined && /^20\d{2}$/.test(text) ? Number(text) : yearToCount(today);
