import type { standings as source } from "../nb/standings";

export const standings: typeof source = {
  title: "Compare",
};
