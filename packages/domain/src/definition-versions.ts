/** What may change from one version of a template to the next, and what the change means for comparing the two. */
import { diffDefinitions } from "./definition-diff.js";
import type { DefinitionChange } from "./definition-diff.js";
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

/**
 * MINOR when only wording changes (texts, messages, the order of things, minutes, locks): the versions stay comparable.
 * MAJOR when something else is asked, at another time or judged otherwise: the series breaks and charts show it.
 */
export function versionBump(previous: TemplateDefinition, next: TemplateDefinition): "MAJOR" | "MINOR" {
  return diffDefinitions(previous, next).some(({ breaks }) => breaks) ? "MAJOR" : "MINOR";
}

/** A version that has a number: everything but drafts. */
export type NumberedVersion = {
  major: number;
  minor: number;
  state: "DRAFT" | "PILOT" | "PUBLISHED" | "CLOSING" | "CLOSED";
  definition: TemplateDefinition;
};

/**
 * The number that comes next and why. `comparedWith`: the earlier version (`major.minor`) it was held against, null for the first.
 * `because`: the changes since that version that break the series; `[]` unless it is MAJOR by what changed.
 */
export type NextVersion = {
  major: number;
  minor: number;
  bump: "FIRST" | "MINOR" | "MAJOR";
  comparedWith: string | null;
  because: DefinitionChange[];
};

function newestFirst(a: NumberedVersion, b: NumberedVersion): number {
  return b.major - a.major || b.minor - a.minor;
}

/**
 * The number of `next` among the `earlier` versions of its template (any order; drafts are left out). 1.0 first. It is held
 * against the version in force and those after it, pilots for example, newest first: with the meaning of one of them it joins that
 * series (MINOR, its major, one above the highest minor in use), else it starts a new one (MAJOR, one above the highest major in
 * use). A number is never used twice, also when its version was withdrawn. `asMajor` starts a new series by choice; nothing lowers.
 */
export function nextVersionNumber(
  earlier: readonly NumberedVersion[],
  next: TemplateDefinition,
  { asMajor = false }: { asMajor?: boolean } = {},
): NextVersion {
  const versions = earlier.filter(({ state }) => state !== "DRAFT").sort(newestFirst);
  const [newest] = versions;
  if (!newest) return { major: 1, minor: 0, bump: "FIRST", comparedWith: null, because: [] };
  const inForce = versions.findIndex(({ state }) => state === "PUBLISHED");
  const candidates = inForce === -1 ? versions : versions.slice(0, inForce + 1);
  const same = candidates.find(({ definition }) => versionBump(definition, next) === "MINOR");
  if (same && !asMajor) {
    const highest = versions.find(({ major }) => major === same.major) ?? same;
    const { major, minor } = highest;
    return { major, minor: minor + 1, bump: "MINOR", comparedWith: `${same.major}.${same.minor}`, because: [] };
  }
  const against = same ?? versions[inForce] ?? newest;
  return {
    major: newest.major + 1,
    minor: 0,
    bump: "MAJOR",
    comparedWith: `${against.major}.${against.minor}`,
    because: diffDefinitions(against.definition, next).filter(({ breaks }) => breaks),
  };
}
