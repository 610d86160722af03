export { AddToCalendar } from "./AddToCalendar";
