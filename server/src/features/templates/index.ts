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
export { LIBRARY } from "./library/library.js";
