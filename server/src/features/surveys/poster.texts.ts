import type { Language } from "@varde/domain";

/** What a poster says beside the survey's own title. */
export const POSTER: Readonly<Record<Language, { underAge: string; promise: string; file: string; all: string }>> = {
  nb: {
    underAge: "Er du under 15? Spør en foresatt først.",
    promise: "Tre minutter. Ingen ser hvem som har svart.",
    file: "plakat",
    all: "alle-lag",
  },
  nn: {
    underAge: "Er du under 15? Spør ein føresett først.",
    promise: "Tre minutt. Ingen ser kven som har svart.",
    file: "plakat",
    all: "alle-lag",
  },
  en: {
    underAge: "Are you under 15? Ask a parent or guardian first.",
    promise: "Three minutes. Nobody sees who has answered.",
    file: "poster",
    all: "all-chapters",
  },
};
