import type { TemplateDefinition } from "@varde/domain";
import { email, sms, step, t, text } from "./build.js";

/** IP-05 Medlemsmøte vår og høst: the members meet twice a year and decide together. */
export const IP_05: TemplateDefinition = {
  name: t("Medlemsmøte vår og høst", "Medlemsmøte vår og haust", "Members' meeting in spring and autumn"),
  purpose: t(
    "Styrke kontakten med medlemmene, og la dem bestemme hva laget skal gjøre.",
    "Styrkje kontakten med medlemene, og la dei bestemme kva laget skal gjere.",
    "Strengthen the contact with the members, and let them decide what the chapter shall do.",
  ),
  stage: "TAKE_PART",
  trigger: {
    kind: "CALENDAR",
    dates: [
      { key: "spring", name: t("Vår", "Vår", "Spring"), opens: "03-15", due: "05-31" },
      { key: "autumn", name: t("Høst", "Haust", "Autumn"), opens: "09-15", due: "11-30" },
    ],
  },
  schedule: { opensAfterDays: 0, dueAfterDays: 77, missAfterDays: 30, lateAllowed: true },
  responsible: t("Leder", "Leiar", "The chair"),
  minutes: 240,
  steps: [
    step("date", "Sett dato i styret", "Set dato i styret", "Set a date in the board"),
    step(
      "room",
      "Bestill lokale uten rus, med trinnfri inngang",
      "Bestill lokale utan rus, med trinnfri inngang",
      "Book a room without alcohol and with a step-free entrance",
    ),
    step("invite", "Inviter alle 3 uker før", "Inviter alle 3 veker før", "Invite everyone 3 weeks ahead"),
    step("remind", "Påminn 2 dager før", "Minn på 2 dagar før", "Remind them 2 days ahead"),
    step("hosts", "Ha to verter", "Ha to vertar", "Have two hosts"),
    step(
      "social",
      "Bruk halve tiden på noe sosialt",
      "Bruk halve tida på noko sosialt",
      "Spend half the time on something social",
    ),
    step(
      "ask",
      "Spør: hva skal vi gjøre mer av, mindre av, starte med?",
      "Spør: kva skal vi gjere meir av, mindre av, starte med?",
      "Ask: what shall we do more of, less of, begin with?",
    ),
    step(
      "summary",
      "Skriv tre linjer og send til alle",
      "Skriv tre linjer og send til alle",
      "Write three lines and send them to everyone",
    ),
  ],
  messages: [
    sms(
      "invite_sms",
      t("Invitasjon på SMS", "Invitasjon på SMS", "Invitation by SMS"),
      t(
        "Hei, det er {{avsender}}. Medlemsmøte i {{kortnavn}} {{dato}} kl. {{klokka}}, {{sted}}. Mat, noe gøy, og du får være med og bestemme hva vi skal finne på. Gi beskjed her: {{lenke}}. Ta gjerne med en venn.",
        "Hei, det er {{avsender}}. Medlemsmøte i {{kortnavn}} {{dato}} kl. {{klokka}}, {{sted}}. Mat, noko gøy, og du får vere med og bestemme kva vi skal finne på. Gi beskjed her: {{lenke}}. Ta gjerne med ein ven.",
        "Hi, {{avsender}} here. Members' meeting in {{kortnavn}} on {{dato}} at {{klokka}}, {{sted}}. Food, some fun, and a say in what we do next. Let us know here: {{lenke}}. Feel free to bring a friend.",
      ),
    ),
    email(
      "invite_email",
      t("Invitasjon på e-post", "Invitasjon på e-post", "Invitation by e-mail"),
      t("Hva skal vi finne på sammen?", "Kva skal vi finne på saman?", "What shall we do together?"),
      t(
        `Hei!

To ganger i året møtes alle medlemmene i laget. Vi spiser, gjør noe gøy og bruker en time på å bestemme veien videre. Du trenger ikke ha vært med før. Noen møter deg i døra.

{{dato}} kl. {{klokka}}, {{sted}}. Svar her: {{lenke}}. Kan du ikke komme, men har en idé? Svar på denne e-posten, så tar vi den med.

Hilsen {{avsender}}, {{lokallag}}`,
        `Hei!

To gonger i året møtest alle medlemene i laget. Vi et, gjer noko gøy og bruker ein time på å bestemme vegen vidare. Du treng ikkje ha vore med før. Nokon møter deg i døra.

{{dato}} kl. {{klokka}}, {{sted}}. Svar her: {{lenke}}. Kan du ikkje kome, men har ein idé? Svar på denne e-posten, så tek vi han med.

Helsing {{avsender}}, {{lokallag}}`,
        `Hi!

Twice a year all the members of the chapter meet. We eat, do something fun and spend an hour deciding the way forward. You need not have been with us before. Someone will meet you at the door.

{{dato}} at {{klokka}}, {{sted}}. Answer here: {{lenke}}. Cannot come, but have an idea? Reply to this e-mail and we will bring it along.

Best, {{avsender}}, {{lokallag}}`,
      ),
    ),
  ],
  reportFields: [
    { key: "date", type: "DATE", label: t("Dato", "Dato", "Date"), required: true, source: "MEETING_DATE" },
    {
      key: "invited",
      type: "AUTO",
      label: t("Antall inviterte", "Talet på inviterte", "Number invited"),
      required: false,
      counts: "PERSONS",
      source: "INVITED_MEMBERS",
    },
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
      ...text("decided", t("Hva ble bestemt?", "Kva vart bestemt?", "What was decided?"), 500),
      help: t(
        "Går rett inn i årsmeldingen. Ikke skriv navn, og ikke noe om helsa til enkeltpersoner.",
        "Går rett inn i årsmeldinga. Ikkje skriv namn, og ikkje noko om helsa til enkeltpersonar.",
        "Goes straight into the annual report. Do not write names, or anything about any one person's health.",
      ),
    },
  ],
  targets: [
    {
      key: "two_meetings",
      kind: "COUNT",
      threshold: 2,
      period: "YEAR",
      text: t("To møter i året", "To møte i året", "Two meetings a year"),
    },
    {
      key: "attendance",
      kind: "FIELD_MEAN",
      fieldKey: "attendance",
      threshold: 10,
      period: "YEAR",
      text: t(
        "I snitt minst 10 til stede; sikt mot at 25 % av medlemmene møter på minst ett",
        "I snitt minst 10 til stades; sikt mot at 25 % av medlemene møter på minst eitt",
        "At least 10 present on average; aim for 25 % of the members at one meeting or more",
      ),
    },
  ],
  locks: ["STEPS", "SCHEDULE"],
};
