import type { TemplateDefinition } from "@varde/domain";
import { email, sms, step, t, text } from "./build.js";

/** IP-11 Sommertreff og juletreff: see the members and give them a break. */
export const IP_11: TemplateDefinition = {
  name: t("Sommertreff og juletreff", "Sommartreff og juletreff", "Summer and Christmas get-together"),
  purpose: t(
    "Se medlemmene, spre glede og gi et avbrekk.",
    "Sjå medlemene, spreie glede og gi eit avbrekk.",
    "See the members, spread some joy and give them a break.",
  ),
  stage: "TAKE_PART",
  trigger: {
    kind: "CALENDAR",
    dates: [
      { key: "summer", name: t("Sommertreff", "Sommartreff", "Summer"), opens: "04-15", due: "06-30" },
      { key: "christmas", name: t("Juletreff", "Juletreff", "Christmas"), opens: "10-15", due: "12-20" },
    ],
  },
  schedule: { opensAfterDays: 0, dueAfterDays: 76, missAfterDays: 21, lateAllowed: true },
  responsible: t(
    "Arrangementsgruppe med minst ett medlem utenfor styret",
    "Arrangementsgruppe med minst éin medlem utanfor styret",
    "A small group with at least one member who is not on the board",
  ),
  minutes: 300,
  steps: [
    step("ask", "Spør medlemmene hva de vil", "Spør medlemene kva dei vil", "Ask the members what they would like"),
    step("free", "Gratis og rusfritt", "Gratis og rusfritt", "Free, and without alcohol"),
    step("food", "Mat alle kan spise", "Mat alle kan ete", "Food that everyone can eat"),
    step("invite", "Inviter alle personlig", "Inviter alle personleg", "Invite everyone in person"),
    step("corner", "Ha en rolig krok", "Ha ein roleg krok", "Have a quiet corner"),
    step("hosts", "To verter", "To vertar", "Two hosts"),
    step(
      "helplines",
      "Før jul: del åpningstider for hjelpetelefoner",
      "Før jul: del opningstider for hjelpetelefonar",
      "Before Christmas: share the opening hours of the helplines",
    ),
    step("tidy", "Rydd sammen og takk", "Rydd saman og takk", "Tidy up together and say thank you"),
  ],
  messages: [
    sms(
      "christmas_sms",
      t("Juletreff på SMS", "Juletreff på SMS", "Christmas by SMS"),
      t(
        "Hei, det er {{avsender}}. {{dato}} kl. {{klokka}} er det juletreff i {{kortnavn}}, {{sted}}. Gratis mat, spill og rolig stemning. Kom alene eller ta med noen. Skal jeg møte deg ute? Er det mat du ikke spiser, si fra til meg.",
        "Hei, det er {{avsender}}. {{dato}} kl. {{klokka}} er det juletreff i {{kortnavn}}, {{sted}}. Gratis mat, spel og roleg stemning. Kom aleine eller ta med nokon. Skal eg møte deg ute? Er det mat du ikkje et, sei frå til meg.",
        "Hi, {{avsender}} here. On {{dato}} at {{klokka}}, {{kortnavn}} has its Christmas get-together, {{sted}}. Free food, games, a calm mood. Come alone or bring someone. Shall I meet you outside? Food you do not eat? Tell me.",
      ),
    ),
    sms(
      "summer_sms",
      t("Sommertreff på SMS", "Sommartreff på SMS", "Summer by SMS"),
      t(
        "Hei, det er {{avsender}}. {{dato}} kl. {{klokka}} er det sommertreff i {{kortnavn}}, {{sted}}. Gratis mat og rolig stemning ute, hvis været vil. Kom alene eller ta med noen. Skal jeg møte deg? Er det mat du ikke spiser, si fra til meg.",
        "Hei, det er {{avsender}}. {{dato}} kl. {{klokka}} er det sommartreff i {{kortnavn}}, {{sted}}. Gratis mat og roleg stemning ute, om vi er heldige. Kom aleine eller ta med nokon. Skal eg møte deg? Er det mat du ikkje et, sei frå til meg.",
        "Hi, {{avsender}} here. On {{dato}} at {{klokka}}, {{kortnavn}} has its summer get-together, {{sted}}. Free food, outdoors if the weather allows. Come alone or bring someone. Shall I meet you? Food you do not eat? Tell me.",
      ),
    ),
    email(
      "christmas_email",
      t("Juletreff på e-post", "Juletreff på e-post", "Christmas by e-mail"),
      t("Juletreff {{dato}}", "Juletreff {{dato}}", "Christmas get-together {{dato}}"),
      t(
        `Hei!

Det er juletreff {{dato}} kl. {{klokka}}, {{sted}}. Det er gratis mat, spill og rolig stemning. Kom alene eller ta med noen, og si fra hvis du vil at noen møter deg ute.

Hilsen {{avsender}}, {{lokallag}}

For noen er jula fin, for andre er den tung. Du er ikke alene om det. Mental Helse er på 116 123 hele døgnet, også julaften.`,
        `Hei!

Det er juletreff {{dato}} kl. {{klokka}}, {{sted}}. Det er gratis mat, spel og roleg stemning. Kom aleine eller ta med nokon, og sei frå om du vil at nokon møter deg ute.

Helsing {{avsender}}, {{lokallag}}

For nokon er jula fin, for andre er ho tung. Du er ikkje aleine om det. Mental Helse er på 116 123 heile døgnet, òg julaftan.`,
        `Hi!

The Christmas get-together is {{dato}} at {{klokka}}, {{sted}}. There is free food, games and a calm mood. Come alone or bring someone, and say so if you want someone to meet you outside.

Best, {{avsender}}, {{lokallag}}

For some Christmas is good, for others it is heavy. You are not alone in that. Mental Helse is there on 116 123, day and night, on Christmas Eve too.`,
      ),
      true,
    ),
  ],
  reportFields: [
    { key: "date", type: "DATE", label: t("Dato", "Dato", "Date"), required: true, source: "MEETING_DATE" },
    {
      key: "attendance",
      type: "NUMBER",
      label: t("Antall til stede", "Talet på frammøtte", "Number present"),
      required: true,
      min: 0,
      max: 500,
      counts: "PERSONS",
      source: "MEETING_ATTENDANCE",
    },
    {
      key: "first_time",
      type: "NUMBER",
      label: t("Antall for første gang", "Talet på nye, første gong", "Number there for the first time"),
      required: true,
      min: 0,
      max: 500,
      counts: "PERSONS",
    },
    {
      key: "cost",
      type: "NUMBER",
      label: t("Kostnad i kroner", "Kostnad i kroner", "Cost in kroner"),
      required: false,
      min: 0,
      max: 200_000,
      counts: "KRONER",
    },
    {
      ...text("description", t("Kort beskrivelse", "Kort omtale", "Short description"), 500),
      help: t(
        "Går inn i årsmeldingen og årsrapporten. Ikke skriv navn, og ikke noe om helsa til enkeltpersoner. Allergi avtales muntlig.",
        "Går inn i årsmeldinga og årsrapporten. Ikkje skriv namn, og ikkje noko om helsa til enkeltpersonar. Allergi blir avtalt munnleg.",
        "Goes into the annual report and the grant return. Do not write names, or anything about any one person's health. Allergies are agreed by word of mouth.",
      ),
    },
  ],
  targets: [
    {
      key: "two_events",
      kind: "COUNT",
      threshold: 2,
      period: "YEAR",
      text: t(
        "To arrangementer i året; sikt mot at 40 % av medlemmene er med på minst ett",
        "To arrangement i året; sikt mot at 40 % av medlemene er med på minst eitt",
        "Two events a year; aim for 40 % of the members at one or more",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};
