import { CalendarResolver } from "./calendar.resolver.js";

export { calendarFeed } from "./http.js";

export const CALENDAR_RESOLVERS = [CalendarResolver] as const;
