import {
  CHANNELS,
  DONE_BY,
  FIELD_SOURCES,
  FIELD_TYPES,
  LOCKABLE,
  NUMBER_COUNTS,
  PERIOD_KINDS,
  STAGES,
  TARGET_KINDS,
  TRIGGER_KINDS,
} from "@varde/domain";
import { enumOf } from "../../kernel/graphql/shared-types.js";

export const StageEnum = enumOf(STAGES, "Stage", "Stages of the member journey, in order.");
export const TriggerKindEnum = enumOf(TRIGGER_KINDS, "TriggerKind", "What starts a touchpoint.");
export const PeriodKindEnum = enumOf(PERIOD_KINDS, "PeriodKind", "Whole calendar periods.");
export const ChannelEnum = enumOf(
  CHANNELS,
  "Channel",
  "How a message is used: sent as SMS or e-mail, or spoken from a guide.",
);
export const FieldTypeEnum = enumOf(
  FIELD_TYPES,
  "FieldType",
  "How a question is answered. AUTO is computed and never asked.",
);
export const NumberCountsEnum = enumOf(
  NUMBER_COUNTS,
  "NumberCounts",
  "What a number counts: counts of persons of 1-4 are hidden above the chapter.",
);
export const FieldSourceEnum = enumOf(
  FIELD_SOURCES,
  "FieldSource",
  "Where an AUTO field or a prefilled value comes from.",
);
export const TargetKindEnum = enumOf(TARGET_KINDS, "TargetKind", "How a target is measured.");
export const LockableEnum = enumOf(LOCKABLE, "Lockable", "What a chapter may not adapt.");
export const DoneByEnum = enumOf(
  DONE_BY,
  "DoneBy",
  "Who on the board does it: the first one closes it for all, or each confirms and the last one closes it.",
);
