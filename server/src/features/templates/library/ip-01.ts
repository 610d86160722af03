import type { TemplateDefinition } from "@varde/domain";
import { email, sms, step, t, text, yesNo } from "./build.js";

/** IP-01 Velkomstmelding: a named person greets every new member within three days. */
export const IP_01: TemplateDefinition = {
  name: t("Velkomstmelding", "Velkomstmelding", "Welcome message"),
  purpose: t(
    "Nye medlemmer skal merke at et menneske i laget har sett dem, før de rekker å lure.",
    "Nye medlemer skal merke at eit menneske i laget har sett dei, før dei rekk å lure.",
    "New members shall notice that a human being in the chapter has seen them, before they have time to wonder.",
  ),
  stage: "WELCOME",
  trigger: { kind: "MEMBER_JOINED", offsets: [0] },
  schedule: { opensAfterDays: 0, dueAfterDays: 3, missAfterDays: 11, lateAllowed: true },
  responsible: t(
    "Leder, eller den styret har valgt",
    "Leiar, eller den styret har valt",
    "The chair, or whoever the board has chosen",
  ),
  minutes: 5,
  steps: [
    step(
      "right_chapter",
      "Sjekk at medlemmet er koblet til riktig lag",
      "Sjekk at medlemen er kopla til rett lag",
      "Check that the member is in the right chapter",
    ),
    step(
      "send",
      "Send meldingen fra en navngitt person",
      "Send meldinga frå ein namngitt person",
      "Send the message from a named person",
    ),
    step(
      "next_meeting",
      "Legg ved neste treff med dato og sted",
      "Legg ved neste treff med dato og stad",
      "Include the next meeting with date and place",
    ),
    step("mark_sent", "Marker som sendt", "Marker som sendt", "Mark as sent"),
  ],
  messages: [
    sms(
      "welcome_sms",
      t("Velkomst på SMS", "Velkomst på SMS", "Welcome by SMS"),
      t(
        "Hei {{fornavn}}, og velkommen! Jeg heter {{avsender}} og er med i {{kortnavn}}. Neste treff er {{dato}} kl. {{klokka}}, {{sted}}. Kom som du er, eller bare svar hvis du lurer på noe. Hilsen {{avsender}}",
        "Hei {{fornavn}}, og velkomen! Eg heiter {{avsender}} og er med i {{kortnavn}}. Neste treff er {{dato}} kl. {{klokka}}, {{sted}}. Kom som du er, eller berre svar om du lurer på noko. Helsing {{avsender}}",
        "Hi {{fornavn}}, and welcome! I am {{avsender}} from {{kortnavn}}. We meet next on {{dato}} at {{klokka}}, {{sted}}. Come as you are, or just reply if you wonder about anything. Best, {{avsender}}",
      ),
    ),
    email(
      "welcome_email",
      t("Velkomst på e-post", "Velkomst på e-post", "Welcome by e-mail"),
      t("Velkommen, {{fornavn}}", "Velkomen, {{fornavn}}", "Welcome, {{fornavn}}"),
      t(
        `Hei {{fornavn}}!

Så fint at du er med. Vi er en gjeng unge som møtes, prater, spiser og finner på ting sammen. Du trenger ikke forklare hvorfor du meldte deg inn, og du trenger ikke kunne noe.

Neste treff: {{dato}} kl. {{klokka}}, {{sted}}. Vil du ha noen å gå inn sammen med? Svar på denne e-posten, så møter jeg deg ute.

Vi er et fellesskap, ikke et hjelpetilbud. Trenger du noen å snakke med nå, er Mental Helse på 116 123 hele døgnet.

Vil du helst ikke bli kontaktet? Si fra, det er helt greit.

Hilsen {{avsender}}, {{lokallag}}`,
        `Hei {{fornavn}}!

Så fint at du er med. Vi er ein gjeng unge som møtest, pratar, et og finn på ting saman. Du treng ikkje forklare kvifor du melde deg inn, og du treng ikkje kunne noko.

Neste treff: {{dato}} kl. {{klokka}}, {{sted}}. Vil du ha nokon å gå inn saman med? Svar på denne e-posten, så møter eg deg ute.

Vi er eit fellesskap, ikkje eit hjelpetilbod. Treng du nokon å snakke med no, er Mental Helse på 116 123 heile døgnet.

Vil du helst ikkje bli kontakta? Sei frå, det er heilt greitt.

Helsing {{avsender}}, {{lokallag}}`,
        `Hi {{fornavn}}!

How nice that you have joined. We are a bunch of young people who meet, chat, eat and do things together. You need not explain why you joined, and you need not know how to do anything.

Next meeting: {{dato}} at {{klokka}}, {{sted}}. Would you like someone to walk in with? Reply to this e-mail and I will meet you outside.

We are a community, not a helping service. If you need someone to talk to now, Mental Helse is there on 116 123, day and night.

Would you rather not be contacted? Just say so, that is perfectly fine.

Best, {{avsender}}, {{lokallag}}`,
      ),
    ),
  ],
  reportFields: [yesNo("replied", t("Svarte medlemmet?", "Svarte medlemen?", "Did the member reply?"), false)],
  periodReport: {
    period: "QUARTER",
    field: text("what_worked", t("Hva fungerte?", "Kva fungerte?", "What worked?"), 300),
    dueAfterDays: 14,
    missAfterDays: 14,
  },
  targets: [
    {
      key: "timely",
      kind: "TIMELINESS",
      threshold: 0.95,
      period: "QUARTER",
      text: t("95 % får velkomst innen 3 dager", "95 % får velkomst innan 3 dagar", "95 % are welcomed within 3 days"),
    },
    {
      key: "replied",
      kind: "FIELD_SHARE",
      fieldKey: "replied",
      value: "true",
      threshold: 0.4,
      period: "QUARTER",
      text: t("40 % svarer", "40 % svarar", "40 % reply"),
    },
  ],
  locks: ["STEPS", "SCHEDULE"],
};
