import { osloDate } from "@varde/domain";

/** The basis year that is reported in now: the one that is over. */
export const lastYear = (): number => Number(osloDate(new Date()).slice(0, 4)) - 1;
/** The years that may be asked for, newest first. */
export const grantYears = (): number[] => [0, 1, 2, 3, 4].map((back) => lastYear() - back);
