import type { audit as source } from "../nb/audit";

export const audit: typeof source = {
  title: "Endringslogg",
};
