import { ParticipationResolver } from "./participation.resolver.js";

export { AttendanceSetting } from "./participation.type.js";
export { ownChapter, readSetting } from "./setting.service.js";

export const PARTICIPATION_RESOLVERS = [ParticipationResolver] as const;
