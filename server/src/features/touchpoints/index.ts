import { TakeOverResolver } from "./take-over.resolver.js";
import { TouchpointMutationsResolver } from "./touchpoint-mutations.resolver.js";
import { TouchpointResolver } from "./touchpoint.resolver.js";

export { Touchpoint, TouchpointConnection } from "./touchpoint.type.js";
export { TOUCHPOINT_JOBS } from "./jobs.js";
export { ContactOutcomeEnum, TouchpointStatusEnum } from "./touchpoint.enums.js";

export { TouchpointDetail } from "./touchpoint-detail.type.js";
export { AnswerInput } from "./touchpoint.inputs.js";
export { feedBack } from "./feed-back.js";
export { decidedBy, demandUnfinished, holdTouchpoint, isForgotten } from "./hold-touchpoint.js";
export type { Held, HeldRow } from "./hold-touchpoint.js";
export { onBoard } from "./parts.service.js";
export { fieldsOf, readTouchpoint } from "./read-touchpoint.service.js";
export { answersOf, demandOutcome, timedSeconds } from "./submit-report.service.js";
export { factsOf, mayBeEmpty } from "./touchpoint.rows.js";
export { REFUSAL_TEXTS } from "./touchpoint.texts.js";
export { readWorkOfSeat } from "./work-of-seat.service.js";
export { occurrenceName } from "./occurrence-name.js";
export { TouchpointPayload } from "./touchpoint-detail.type.js";
export { statusCondition } from "./status-sql.js";
export { versionsOf } from "./versions.js";

export const TOUCHPOINT_RESOLVERS = [TouchpointResolver, TouchpointMutationsResolver, TakeOverResolver] as const;
