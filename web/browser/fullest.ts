import type { Page } from "../../server/src/testkit/browser.js";
import { ask } from "./people.js";

type Row = { chapter: { shortName: string }; counts: { onTime: number | null; closed: number | null } };
type Seen = { path: string; rows: Row[]; drawn: number };

/** Of all that this seat may compare, the view with the most chapters of ten or more: about members, or duties. The page stands somewhere in the app. */
export async function fullest(page: Page, aboutMember: boolean): Promise<Seen> {
  const { comparableTemplates } = await ask<{
    comparableTemplates: { id: string; aboutMember: boolean; periods: string[] }[];
  }>(page, "{ comparableTemplates { id aboutMember periods } }");
  let best: Seen | null = null;
  for (const template of comparableTemplates.filter((one) => one.aboutMember === aboutMember)) {
    for (const period of template.periods.slice(0, 2)) {
      const { comparison } = await ask<{ comparison: { rows: Row[] } }>(
        page,
        "query ($id: ID!, $period: String) { comparison(templateId: $id, period: $period) { rows { chapter { shortName } counts { onTime closed } } } }",
        { id: template.id, period },
      );
      const drawn = comparison.rows.filter(({ counts }) => counts.onTime !== null && (counts.closed ?? 0) >= 10).length;
      const path = `/sammenlign?punkt=${template.id}&periode=${period}`;
      if (!best || drawn > best.drawn) best = { path, rows: comparison.rows, drawn };
    }
  }
  if (!best) throw new Error("nothing to compare");
  return best;
}
