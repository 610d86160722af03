import type { meetings as source } from "../nb/meetings";

export const meetings: typeof source = {
  title: "Meetings",
};
