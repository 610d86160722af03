import type { calendar as source } from "../nb/calendar";

export const calendar: typeof source = {
  add: "Legg i kalender",
};
