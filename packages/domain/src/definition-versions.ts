/** What may change from one version of a template to the next, and what the change means for comparing the two. */
import type { ReportField, TemplateDefinition } from "./definition.js";
import type { DefinitionProblem } from "./definition-texts.js";

/**
 * A field key that stays keeps its type, whatever version it was last in: `previous` is one definition or all earlier ones.
 * Renaming is removing and adding.
 */
export function checkFrozenKeys(
  previous: TemplateDefinition | readonly TemplateDefinition[],
  next: TemplateDefinition,
): DefinitionProblem[] {
  const earlier = "length" in previous ? previous : [previous];
  const types = new Map<string, ReportField["type"]>();
  for (const def of earlier) {
    for (const { key, type } of def.reportFields) types.set(key, type);
    if (def.periodReport) types.set(def.periodReport.field.key, def.periodReport.field.type);
  }
  const problems: DefinitionProblem[] = [];
  const check = (field: ReportField, path: string[]) => {
    const type = types.get(field.key);
    if (type === undefined || type === field.type) return;
    problems.push({ path: [...path, "type"], code: "TYPE_CHANGED", params: { key: field.key, type }, level: "ERROR" });
  };
  for (const [i, field] of next.reportFields.entries()) check(field, ["reportFields", String(i)]);
  if (next.periodReport) check(next.periodReport.field, ["periodReport", "field"]);
  return problems;
}

function sortedKeys(items: readonly { key: string }[] | null | undefined): string[] {
  return (items ?? []).map(({ key }) => key).sort();
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : 1;
}

function meaningOfField(field: ReportField) {
  const { key, type, required, min, max, counts, maxLength, source, options } = field;
  const limits = [min ?? null, max ?? null, counts ?? null, maxLength ?? null, source ?? null];
  return { key, type, required, limits, options: sortedKeys(options) };
}

/** What is asked of a chapter and how it is judged: everything but wording, order and what a chapter may adapt. */
function meaning(def: TemplateDefinition): string {
  const { trigger, schedule, periodReport } = def;
  const dates = [...(trigger.dates ?? [])].sort(byKey).map(({ key, opens, due }) => [key, opens, due]);
  const offsets = [...(trigger.offsets ?? [])].sort((a, b) => a - b);
  return JSON.stringify([
    def.stage,
    [trigger.kind, offsets, trigger.days ?? null, trigger.templateKey ?? null, dates, trigger.period ?? null],
    trigger.aboutMember === true,
    [schedule.opensAfterDays, schedule.dueAfterDays, schedule.missAfterDays, schedule.lateAllowed],
    sortedKeys(def.steps),
    [...def.reportFields].sort(byKey).map(meaningOfField),
    periodReport
      ? [periodReport.period, periodReport.dueAfterDays, periodReport.missAfterDays, meaningOfField(periodReport.field)]
      : null,
    [...def.targets]
      .sort(byKey)
      .map(({ key, kind, fieldKey, value, threshold, period }) => [
        key,
        kind,
        fieldKey ?? null,
        value ?? null,
        threshold,
        period,
      ]),
  ]);
}

/**
 * MINOR when only wording changes (texts, messages, the order of things, minutes, locks): the versions stay comparable.
 * MAJOR when something else is asked, at another time or judged otherwise: the series breaks and charts show it.
 */
export function versionBump(previous: TemplateDefinition, next: TemplateDefinition): "MAJOR" | "MINOR" {
  return meaning(previous) === meaning(next) ? "MINOR" : "MAJOR";
}
