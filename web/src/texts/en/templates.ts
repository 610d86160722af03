import type { templates as source } from "../nb/templates";

export const templates: typeof source = {
  title: "Touchpoints",
};
