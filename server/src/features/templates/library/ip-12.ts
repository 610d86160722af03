import type { TemplateDefinition } from "@varde/domain";
import { REASONS, sms, step, t, yesNo } from "./build.js";

/** IP-12 Takk for nå: everyone leaves with a good feeling, before their contact details are gone after 30 days. */
export const IP_12: TemplateDefinition = {
  name: t("Takk for nå", "Takk for no", "Thanks for now"),
  purpose: t(
    "Alle skal gå ut døra med en god følelse, og vi skal lære hvorfor.",
    "Alle skal gå ut døra med ei god kjensle, og vi skal lære kvifor.",
    "Everyone shall leave with a good feeling, and we shall learn why.",
  ),
  stage: "FAREWELL",
  trigger: { kind: "MEMBER_LEFT", offsets: [0] },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 14, lateAllowed: true },
  responsible: t(
    "Leder; administrasjonen for direktemedlemmer",
    "Leiar; administrasjonen for direktemedlemer",
    "The chair; the national office for direct members",
  ),
  minutes: 5,
  steps: [
    step("thank", "Takk personlig", "Takk personleg", "Say thank you in person"),
    step(
      "confirm",
      "Bekreft at medlemskapet er avsluttet og når opplysningene slettes",
      "Stadfest at medlemskapen er avslutta og når opplysningane blir sletta",
      "Confirm that the membership has ended and when the details are deleted",
    ),
    step(
      "questions",
      "Gi lenke til to anonyme spørsmål",
      "Gi lenkje til to anonyme spørsmål",
      "Give the link to two anonymous questions",
    ),
    step(
      "age_text",
      "Ved aldersgrense, skriv heller: «Du har nådd aldersgrensa, så medlemskapet avsluttes ved årsskiftet.»",
      "Ved aldersgrense, skriv heller: «Du har nådd aldersgrensa, så medlemskapen blir avslutta ved årsskiftet.»",
      "At the age limit, write instead: “You have reached the age limit, so the membership ends at the turn of the year.”",
    ),
    step(
      "age_next",
      "Ved aldersgrense: fortell om Mental Helse, og spør om de vil dele erfaring med laget",
      "Ved aldersgrense: fortel om Mental Helse, og spør om dei vil dele erfaring med laget",
      "At the age limit: tell them about Mental Helse, and ask whether they would share their experience with the chapter",
    ),
    step("no_persuasion", "Ikke prøv å overtale", "Ikkje prøv å overtale", "Do not try to persuade"),
  ],
  messages: [
    sms(
      "farewell_sms",
      t("Takk på SMS", "Takk på SMS", "Thanks by SMS"),
      t(
        "Hei {{fornavn}}! Du er nå meldt ut, og kontaktopplysningene dine slettes innen 30 dager. Takk for tiden din hos oss. To anonyme spørsmål, hvis du vil: {{lenke}}. Døra er åpen om du ombestemmer deg. Hilsen {{avsender}}",
        "Hei {{fornavn}}! Du er no meldt ut, og kontaktopplysningane dine blir sletta innan 30 dagar. Takk for tida di hos oss. To anonyme spørsmål, om du vil: {{lenke}}. Døra er open om du ombestemmer deg. Helsing {{avsender}}",
        "Hi {{fornavn}}! You are now signed out, and your contact details are deleted within 30 days. Thank you for your time with us. Two anonymous questions, if you like: {{lenke}}. The door is open if you change your mind. Best, {{avsender}}",
      ),
    ),
  ],
  reportFields: [
    yesNo(
      "reason_known",
      t("Vet dere hvorfor medlemmet sluttet?", "Veit de kvifor medlemen slutta?", "Do you know why the member left?"),
      false,
    ),
  ],
  periodReport: {
    period: "QUARTER",
    field: {
      key: "reason",
      type: "CHOICE",
      label: t("Vanligste grunn", "Vanlegaste grunn", "Most common reason"),
      required: false,
      options: REASONS,
    },
    dueAfterDays: 14,
    missAfterDays: 14,
  },
  targets: [
    {
      key: "timely",
      kind: "TIMELINESS",
      threshold: 1,
      period: "QUARTER",
      text: t("Alle får takk innen 14 dager", "Alle får takk innan 14 dagar", "Everyone is thanked within 14 days"),
    },
    {
      key: "reason_known",
      kind: "FIELD_SHARE",
      fieldKey: "reason_known",
      value: "true",
      threshold: 0.4,
      period: "YEAR",
      text: t("Grunn kjent for 40 %", "Grunn kjend for 40 %", "Reason known for 40 %"),
    },
  ],
  locks: ["SCHEDULE"],
};
