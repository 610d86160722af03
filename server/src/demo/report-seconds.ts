import { randomFor } from "./random.js";
import type { DemoRows } from "./rows.js";

/** How long each report took, as browsers measured it: most of them, around what its version asks for. */
export function addReportSeconds(rows: DemoRows): void {
  const numbers = new Map(
    rows.template_version.map((version) => [version.id, `${version.major}.${version.minor}`] as const),
  );
  const welcome = new Set(rows.touchpoint_template.filter(({ key }) => key === "ip-01").map(({ id }) => id));
  for (const row of rows.touchpoint) {
    const random = randomFor("seconds", row.id);
    if (row.closed_at === null || row.period_report || row.unlinked_on || !random.chance(0.9)) continue;
    const middle = !welcome.has(row.template_id) ? 45 : numbers.get(row.version_id) === "1.0" ? 80 : 50;
    row.report_seconds = Math.round(middle * (0.65 + 0.35 * (random.next() + random.next())));
  }
}
