import { NewsResolver } from "./news.resolver.js";
import { NudgeResolver } from "./nudge.resolver.js";

export { BOARD_MESSAGE_JOB, sendBoardMessage } from "./board-messages.service.js";
export type { InLanguages } from "./board-messages.service.js";
export { plain } from "./news.inputs.js";
export { NudgeAnswerEnum } from "./nudge.type.js";
export type { NudgeAnswer } from "./nudge.type.js";
export { NEWS_JOBS } from "./jobs.js";
export { askedForHelp } from "./read-nudges.js";

export const NEWS_RESOLVERS = [NewsResolver, NudgeResolver] as const;
