import type { touchpoints as source } from "../nb/touchpoints";

export const touchpoints: typeof source = {
  title: "Oppgåver",
};
