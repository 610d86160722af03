import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about what is to be mended in regions and chapters. */
export const UNIT_TEXTS = {
  empty: { nb: "Skriv noe her.", nn: "Skriv noko her.", en: "Write something here." },
  controlSigns: {
    nb: "Dette kan ikke gå over flere linjer.",
    nn: "Dette kan ikkje gå over fleire linjer.",
    en: "This cannot span several lines.",
  },
  county: { nb: "Velg et fylke.", nn: "Vel eit fylke.", en: "Choose a county." },
  dayTooFar: {
    nb: "Velg en dag mellom 1900 og ett år fram.",
    nn: "Vel ein dag mellom 1900 og eitt år fram.",
    en: "Choose a day between 1900 and a year ahead.",
  },
  notAhead: {
    nb: "Velg i dag eller en dag som har vært.",
    nn: "Vel i dag eller ein dag som har vore.",
    en: "Choose today or a day that has been.",
  },
  beforeOpened: {
    nb: "Dagen er før den ble opprettet.",
    nn: "Dagen er før han vart oppretta.",
    en: "The day is before it was opened.",
  },
  closed: {
    nb: "Dette er lagt ned og kan ikke endres.",
    nn: "Dette er lagt ned og kan ikkje endrast.",
    en: "This is closed and cannot be changed.",
  },
  regionClosed: {
    nb: "<TheRegion> finnes ikke den dagen. Velg <another>.",
    nn: "<TheRegion> finst ikkje den dagen. Vel <another>.",
    en: "<TheRegion> does not exist on that day. Choose another.",
  },
  sameRegion: {
    nb: "Laget hører allerede til der.",
    nn: "Laget høyrer alt til der.",
    en: "The chapter already belongs there.",
  },
  directMembers: {
    nb: "Direktemedlemmene kan ikke flyttes eller legges ned.",
    nn: "Direktemedlemene kan ikkje flyttast eller leggjast ned.",
    en: "The direct members can be neither moved nor closed.",
  },
} satisfies Record<string, Sentence>;

/** The region still has chapters: what to do about it. */
export const regionHasChapters = (names: readonly string[]): Sentence => {
  const list = names.slice(0, 5).join(", ") + (names.length > 5 ? " …" : "");
  return {
    nb: `Flytt lagene først: ${list}. Så kan <theRegion> legges ned.`,
    nn: `Flytt laga først: ${list}. Så kan <theRegion> leggjast ned.`,
    en: `Move the chapters first: ${list}. Then <theRegion> can be closed.`,
  };
};

/** A move may go back to the day the present membership began, and no further. */
export const moveTooEarly = (day: string): Sentence => ({
  nb: `Velg ${day} eller senere: da begynte det som gjelder nå.`,
  nn: `Vel ${day} eller seinare: då byrja det som gjeld no.`,
  en: `Choose ${day} or later: that is when the present membership began.`,
});

/** A short name may stand on a lock screen. */
export const tellingShortName = (words: readonly string[]): Sentence => ({
  nb: `Kortnavnet kan stå på en låst skjerm. Ta bort «${words.join("», «")}».`,
  nn: `Kortnamnet kan stå på ein låst skjerm. Ta bort «${words.join("», «")}».`,
  en: `The short name may stand on a lock screen. Remove “${words.join("”, “")}”.`,
});
