import { CatchUpResolver } from "./catch-up/catch-up.resolver.js";
import { TemplateFileResolver } from "./files/index.js";
import { RolloutResolver } from "./rollout.resolver.js";
import { TemplateResolver } from "./template.resolver.js";

export { changeDraft } from "./change-draft.js";
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
export { Rollout, TemplateVersion, TouchpointTemplate } from "./template.type.js";
export type { VersionState } from "./template.type.js";
export { extendRollouts, TEMPLATE_JOBS } from "./extend-rollouts.js";
export { SCHEMA_PATH, templateFileSchema } from "./files/index.js";
export { LIBRARY } from "./library/library.js";

export const TEMPLATE_RESOLVERS = [TemplateResolver, TemplateFileResolver, RolloutResolver, CatchUpResolver] as const;
