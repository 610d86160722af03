import type { organization as source } from "../nb/organization";

export const organization: typeof source = {
  title: "Chapters and regions",
};
