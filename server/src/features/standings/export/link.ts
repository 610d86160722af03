import type { ComparisonQuestion } from "../comparison.service.js";
import type { Comparison } from "../comparison.type.js";

/** The address of the page that shows what the file holds. */
export function linkOf(
  baseUrl: string,
  question: Pick<ComparisonQuestion, "templateId" | "regionId" | "membership" | "group"> & { sort?: string | null },
  { period }: Pick<Comparison, "period">,
): string {
  const link = new URL("/sammenlign", baseUrl);
  link.searchParams.set("punkt", question.templateId);
  link.searchParams.set("periode", period);
  if (question.regionId) link.searchParams.set("region", question.regionId);
  if (question.membership === "AS_WAS") link.searchParams.set("som", "da");
  if (question.group) link.searchParams.set("gruppe", question.group);
  if (question.sort) link.searchParams.set("sorter", question.sort);
  return link.href;
}
