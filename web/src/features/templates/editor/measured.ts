import type { TemplateDefinition } from "@varde/domain";

type Field = { key: string; type: string };
/** A version that has been reported: its questions, and the median of what they really take. */
export type ReportedVersion = { reportFields: readonly Field[]; n: number; medianSeconds: number };

const asked = (fields: readonly Field[]): string => fields.map(({ key, type }) => `${key}:${type}`).join();

/** What reports take, measured on the newest version that asks the same; null when none has been measured. */
export function measuredFor(
  { reportFields }: Pick<TemplateDefinition, "reportFields">,
  reported: readonly ReportedVersion[],
): { n: number; medianSeconds: number } | null {
  return reported.find((version) => asked(version.reportFields) === asked(reportFields)) ?? null;
}
