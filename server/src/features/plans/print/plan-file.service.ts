import type { Language } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { printDocx } from "../../../kernel/docx/document.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { printPdf } from "../../../kernel/pdf/print.js";
import { planVersion } from "../plan-reading.service.js";
import { planRow } from "../read-plans.js";
import type { PlanRow } from "../read-plans.js";
import { planPaper } from "./plan-paper.js";
import type { PrintedPlan } from "./plan-paper.js";
import type { ActionPlanFile, PlanFileFormat } from "./plan-print.type.js";

async function printedOf(work: Work, plan: PlanRow, number: number | null): Promise<PrintedPlan> {
  const version =
    number === null && plan.state !== "ADOPTED"
      ? null
      : plan.versions.find((one) => one.number === number || number === null);
  if (version === undefined) throw new AppError("NOT_FOUND");
  return {
    year: plan.year,
    chapterName: plan.chapter.name,
    text: version ? await planVersion(work, plan.id, version.number) : plan,
    adoption: version,
  };
}

/** A plan as a file: a version of it, or where `number` is null the newest that holds; while it is written, what is written. */
export async function planFile(
  work: Work,
  language: Language,
  asked: { planId: string; number: number | null; format: PlanFileFormat },
): Promise<ActionPlanFile> {
  const plan = await planRow(work, asked.planId);
  if (!plan) throw new AppError("NOT_FOUND");
  const paper = planPaper(await printedOf(work, plan, asked.number), language);
  const bytes = asked.format === "PDF" ? await printPdf(paper) : await printDocx(paper);
  return { fileName: paper.title, data: bytes.toString("base64") };
}
