import type { LocalDate } from "@varde/domain";
import { addAttendance } from "./attendance.js";
import { frameOf } from "./frame.js";
import { addLifeEvents } from "./life-events.js";
import { addMother } from "./mother.js";
import { noRows } from "./rows.js";
import type { DemoRows } from "./rows.js";
import { addCoverage } from "./templates.js";
import { addReportSeconds } from "./report-seconds.js";
import { addPilot } from "./welcome-pilot.js";
import { addYouth } from "./youth.js";

export type DemoOptions = { today: LocalDate; seed?: string };

/**
 * The demo's two federations as rows, decided by the seed and the day alone. Pure: nothing is read or written.
 * E-mail addresses and phone numbers are plain in the rows and lead nowhere.
 */
export function generateDemo({ today, seed = "varde" }: DemoOptions): DemoRows {
  const rows = noRows();
  const frame = frameOf(today, seed);
  let n = 100;
  const counter = { next: () => ++n };
  addYouth(rows, frame, counter);
  addMother(rows, frame, counter);
  addCoverage(rows);
  addPilot(rows, frame);
  addReportSeconds(rows);
  addAttendance(rows, frame);
  addLifeEvents(rows, frame);
  return rows;
}
