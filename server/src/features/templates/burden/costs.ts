import { burdenSeconds, measuredBurden } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { seated } from "../../../kernel/graphql/context.js";

/** Seconds a version costs: to report a touchpoint and a period's question, with what it takes to carry the touchpoint out. */
export type Cost = { report: number; period: number };
export type Costs = ReadonlyMap<string, Cost>;

export type Median = { n: number; medianSeconds: number };
/** Median seconds of real reports by `versionId` and whether of the period's question; only from ten reports up. */
export type Medians = { of(versionId: string, periodReport: boolean): Median | null };

type Weighed = Pick<TemplateDefinition, "trigger" | "reportFields" | "periodReport" | "minutes">;

const keyOf = (versionId: string, periodReport: boolean): string => `${versionId}/${periodReport}`;

async function readMedians(work: Work): Promise<Medians> {
  const rows = await work.query<{ version_id: string; period_report: boolean; n: number; seconds: number }>(
    `select version_id, period_report, n, seconds from authz.report_medians()`,
  );
  const known = new Map(
    rows.map((row) => [keyOf(row.version_id, row.period_report), { n: row.n, medianSeconds: row.seconds }]),
  );
  return { of: (versionId, periodReport) => known.get(keyOf(versionId, periodReport)) ?? null };
}

const perWork = new WeakMap<Work, Promise<Medians>>();

/** The medians, read once a transaction however many versions ask. */
export function mediansOf(work: Work): Promise<Medians> {
  const reading = perWork.get(work) ?? readMedians(work);
  perWork.set(work, reading);
  return reading;
}

/** What one touchpoint, and one period's question, costs a board; the measured time to report where it is known. */
export function costOf(definition: Weighed, versionId: string, medians: Medians): Cost {
  const { perReport, perPeriod } = burdenSeconds(definition);
  const minutes = Math.max(0, definition.minutes ?? 0);
  return {
    report: minutes * 60 + measuredBurden(perReport, medians.of(versionId, false)).seconds,
    period: measuredBurden(perPeriod, medians.of(versionId, true)).seconds,
  };
}

/** The costs of all versions that chapters have or may be given. */
export async function readCosts(work: Work): Promise<Costs> {
  const medians = await mediansOf(work);
  const rows = await work.query<Weighed & { id: string }>(
    `select id, definition -> 'trigger' as trigger, definition -> 'reportFields' as "reportFields", definition -> 'periodReport' as "periodReport",
            definition -> 'minutes' as minutes from app.template_version where organization_id = $1`,
    [seated(work).organizationId],
  );
  return new Map(rows.map((row) => [row.id, costOf(row, row.id, medians)]));
}

/** As the database's functions take them. */
export const costsAsJson = (costs: Costs): string => JSON.stringify(Object.fromEntries(costs));
