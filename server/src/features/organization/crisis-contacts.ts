import type { CrisisContact } from "./organization.type.js";

/** Whom a new organization's guides name; it may change them. Numbers as of 2026, to be checked every year. */
export const CRISIS_CONTACTS: readonly CrisisContact[] = [
  {
    name: "Medisinsk nødtelefon",
    phone: "113",
    note: { nb: "Fare for liv", nn: "Fare for liv", en: "Danger to life" },
    urgent: true,
  },
  {
    name: "Legevakt",
    phone: "116 117",
    note: { nb: "Når det haster", nn: "Når det hastar", en: "When it is urgent" },
    urgent: true,
  },
  {
    name: "Mental Helses hjelpetelefon",
    phone: "116 123",
    note: { nb: "Hele døgnet", nn: "Heile døgnet", en: "Day and night" },
    urgent: false,
  },
  {
    name: "Kors på halsen",
    phone: "800 33 321",
    note: {
      nb: "Under 18 år. Se åpningstidene; stengt om natta",
      nn: "Under 18 år. Sjå opningstidene; stengt om natta",
      en: "Under 18. See the opening hours; closed at night",
    },
    urgent: false,
  },
  {
    name: "Kirkens SOS",
    phone: "22 40 00 40",
    note: { nb: "Noen å snakke med", nn: "Nokon å snakke med", en: "Someone to talk to" },
    urgent: false,
  },
  {
    name: "Alarmtelefonen for barn og unge",
    phone: "116 111",
    note: {
      nb: "Vold, overgrep, omsorgssvikt",
      nn: "Vald, overgrep, omsorgssvikt",
      en: "Violence, abuse, neglect",
    },
    urgent: false,
  },
];
