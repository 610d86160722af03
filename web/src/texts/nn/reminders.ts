import type { reminders as source } from "../nb/reminders";

export const reminders: typeof source = {
  title: "Påminningar",
};
