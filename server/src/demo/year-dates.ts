import { suggestedYearDates } from "@varde/domain";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows } from "./rows.js";

/** The days of this year and of the next, as they are suggested: none is checked. */
export function addYearDates(rows: DemoRows, frame: Frame, organization: string): void {
  const year = Number(frame.today.slice(0, 4));
  for (const { fromDay, toDay, ...date } of [...suggestedYearDates(year), ...suggestedYearDates(year + 1)]) {
    rows.year_date.push({
      organization_id: organization,
      id: demoId("year-date", organization, fromDay, date.name.nb, ...date.counties),
      ...date,
      from_day: fromDay,
      to_day: toDay,
    });
  }
}
