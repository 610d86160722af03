import type { calendar as source } from "../nb/calendar";

export const calendar: typeof source = {
  add: "Add to calendar",
};
