import { addDays, type LocalDate } from "@varde/domain";

/** After so many days a number should be called again. */
const CHECKED_DAYS = 180;

/** Whether somebody should call the number to see that it answers. */
export const isStale = (checkedOn: LocalDate | null, today: LocalDate): boolean =>
  checkedOn === null || checkedOn < addDays(today, -CHECKED_DAYS);
