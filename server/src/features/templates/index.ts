import { BurdenResolver } from "./burden/index.js";
import { CatchUpResolver } from "./catch-up/catch-up.resolver.js";
import { TemplateFileResolver } from "./files/index.js";
import { RolloutResolver } from "./rollout.resolver.js";
import { SimulationResolver } from "./simulation/index.js";
import { TemplateResolver } from "./template.resolver.js";

export { changeDraft } from "./change-draft.js";
export { setCoreSet } from "./core-set.service.js";
export * from "./definition.enums.js";
export {
  CalendarDate,
  FieldOption,
  Message,
  PeriodReport,
  ReportField,
  Schedule,
  Step,
  Target,
  TemplateDefinition,
  Trigger,
} from "./definition.type.js";
export {
  CatchUpEnum,
  Rollout,
  RolloutOccurrence,
  RolloutPreviewRow,
  SizeClassEnum,
  TemplateVersion,
  TouchpointTemplate,
} from "./template.type.js";
export type { CatchUp, SizeClass, VersionState } from "./template.type.js";
// what a pilot is made of
export { applyRollout, lockTemplate } from "./apply-rollout.js";
export { createDraft, requireIds } from "./drafts.service.js";
export { freezeDraft, promoteVersion } from "./publish.service.js";
export { newestPublished, problemsOf, versionRows } from "./read-templates.js";
export { chaptersOf } from "./rollout-chapters.js";
export type { ChapterRow } from "./rollout-chapters.js";
export { asRows, planOccurrences } from "./rollout-occurrences.js";
export { sayCheck } from "./template.texts.js";
export { takeBack } from "./withdraw-rollout.service.js";
export { extendRollouts, TEMPLATE_JOBS } from "./extend-rollouts.js";
export { SCHEMA_PATH, templateFileSchema } from "./files/index.js";
export { capMinutesOf, publishedPerMonth, readCosts, secondsOf } from "./burden/index.js";
export { LIBRARY } from "./library/library.js";

export const TEMPLATE_RESOLVERS = [
  TemplateResolver,
  TemplateFileResolver,
  RolloutResolver,
  CatchUpResolver,
  BurdenResolver,
  SimulationResolver,
] as const;
