import type { TemplateDefinition } from "@varde/domain";
import { option, step, t, text, yesNo } from "./build.js";

/** Activity 1: contact with the members, every quarter. */
export const CONTACT: TemplateDefinition = {
  name: t("Medlemskontakt og engasjement", "Medlemskontakt og engasjement", "Contact and engagement"),
  purpose: t(
    "Styrke kontakten med medlemmene. Øke medlemstallet.",
    "Styrkje kontakten med medlemene. Auke medlemstalet.",
    "Strengthen the contact with the members. Increase the number of members.",
  ),
  stage: "TAKE_PART",
  trigger: { kind: "PERIOD", period: "QUARTER" },
  schedule: { opensAfterDays: 0, dueAfterDays: 7, missAfterDays: 21, lateAllowed: true },
  responsible: t("Styret", "Styret", "The board"),
  minutes: 120,
  steps: [
    step(
      "contact",
      "Jobb aktivt for å oppnå kontakt og utvikle engasjement blant medlemmene",
      "Jobb aktivt for å oppnå kontakt og utvikle engasjement blant medlemene",
      "Work actively to reach members and build their engagement",
    ),
    step("letter", "Send medlemsbrev", "Send medlemsbrev", "Send a letter to the members"),
    step(
      "offers",
      "Gi tilbud til medlemmene, som for eksempel medlemsmøter",
      "Gi tilbod til medlemene, som til dømes medlemsmøte",
      "Offer the members something, such as members' meetings",
    ),
  ],
  messages: [],
  reportFields: [
    yesNo("letter", t("Sendte dere medlemsbrev?", "Sende de medlemsbrev?", "Did you send a letter to the members?")),
    {
      key: "offers",
      type: "NUMBER",
      label: t("Antall tilbud til medlemmene", "Talet på tilbod til medlemene", "Number of offers to the members"),
      required: true,
      min: 0,
      max: 100,
      counts: "OTHER",
    },
    text("heard", t("Hva ønsker medlemmene?", "Kva ønskjer medlemene?", "What do the members want?"), 500),
  ],
  targets: [
    {
      key: "letter",
      kind: "FIELD_SHARE",
      fieldKey: "letter",
      value: "true",
      threshold: 1,
      period: "YEAR",
      text: t(
        "Sikre at medlemmers stemme blir hørt, og gi medlemmer et sted å møtes",
        "Sikre at røysta til medlemene blir høyrd, og gi medlemer ein stad å møtast",
        "Make sure that members' voices are heard, and give members a place to meet",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};

/** Activity 2: political work, every half-year. */
export const POLITICS: TemplateDefinition = {
  name: t("Politisk arbeid", "Politisk arbeid", "Political work"),
  purpose: t(
    "Ta kontakt med politiske partier i kommunestyret og utvalg og kommunens ansvarlige for barn, unge og eldre. Sak 1: Forebygging. Sak 2: Valgfrihet. Sak 3: Tilbud innen psykisk helse og rus til alle som trenger det.",
    "Ta kontakt med politiske parti i kommunestyret og utval og dei ansvarlege i kommunen for barn, unge og eldre. Sak 1: Førebygging. Sak 2: Valfridom. Sak 3: Tilbod innan psykisk helse og rus til alle som treng det.",
    "Contact the parties in the municipal council and its committees, and those in charge of children, young and old. 1: Prevention. 2: Freedom of choice. 3: Services in mental health and substance use for all who need them.",
  ),
  stage: "CONTRIBUTE",
  trigger: { kind: "PERIOD", period: "HALF_YEAR" },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 30, lateAllowed: true },
  responsible: t("Leder", "Leiar", "The chair"),
  minutes: 240,
  steps: [
    step(
      "contact",
      "Politisk kontakt og kontakt med strategiske instanser for alle samfunnsgrupper i kommunen",
      "Politisk kontakt og kontakt med strategiske instansar for alle samfunnsgrupper i kommunen",
      "Political contact, and contact with bodies that matter for all groups in the municipality",
    ),
    step("schools", "Prøv å få inn JAM i skolene", "Prøv å få inn JAM i skulane", "Try to bring JAM into the schools"),
    step(
      "priority",
      "Jobb for at kommunen prioriterer tilbud til personer som sliter psykisk",
      "Jobb for at kommunen prioriterer tilbod til personar som slit psykisk",
      "Work for the municipality to give priority to services for people who struggle with their mental health",
    ),
  ],
  messages: [],
  reportFields: [
    {
      key: "contacts",
      type: "NUMBER",
      label: t(
        "Antall møter eller henvendelser",
        "Talet på møte eller førespurnader",
        "Number of meetings or approaches",
      ),
      required: true,
      min: 0,
      max: 200,
      counts: "OTHER",
    },
    {
      key: "topics",
      type: "MULTI_CHOICE",
      label: t("Hvilke saker tok dere opp?", "Kva saker tok de opp?", "Which issues did you raise?"),
      required: false,
      options: [
        option("prevention", "Forebygging", "Førebygging", "Prevention"),
        option("choice", "Valgfrihet", "Valfridom", "Freedom of choice"),
        option("services", "Tilbud til alle som trenger det", "Tilbod til alle som treng det", "Services for all"),
        option("schools", "JAM i skolene", "JAM i skulane", "JAM in the schools"),
      ],
    },
    text("result", t("Hva kom ut av det?", "Kva kom ut av det?", "What came of it?"), 500),
  ],
  targets: [
    {
      key: "contacts",
      kind: "FIELD_SUM",
      fieldKey: "contacts",
      threshold: 4,
      period: "YEAR",
      text: t(
        "Gjøre de politiske målene kjent og påvirke til bedre og mer aktuelle tjenester for brukere",
        "Gjere dei politiske måla kjende og påverke til betre og meir aktuelle tenester for brukarar",
        "Make the political aims known and bring about better and more relevant services for users",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};

/** Activity 3: seats in councils and committees, every half-year. */
export const PARTICIPATION: TemplateDefinition = {
  name: t("Brukermedvirkning", "Brukarmedverknad", "User participation"),
  purpose: t(
    "Sikre at brukernes stemme blir synlig.",
    "Sikre at røysta til brukarane blir synleg.",
    "Make sure that the users' voice is seen.",
  ),
  stage: "CONTRIBUTE",
  trigger: { kind: "PERIOD", period: "HALF_YEAR" },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 30, lateAllowed: true },
  responsible: t("Styret", "Styret", "The board"),
  minutes: 180,
  steps: [
    step(
      "represent",
      "Arbeid for å oppnå representasjon i aktuelle råd og utvalg",
      "Arbeid for å oppnå representasjon i aktuelle råd og utval",
      "Work for representation in the councils and committees that matter",
    ),
  ],
  messages: [],
  reportFields: [
    {
      key: "councils",
      type: "NUMBER",
      label: t(
        "Antall råd og utvalg vi er med i",
        "Talet på råd og utval vi er med i",
        "Number of councils and committees we sit on",
      ),
      required: true,
      min: 0,
      max: 50,
      counts: "OTHER",
    },
    yesNo(
      "heard",
      t("Ble brukernes syn tatt med?", "Vart synet til brukarane teke med?", "Was the users' view taken in?"),
      false,
    ),
  ],
  targets: [
    {
      key: "heard",
      kind: "FIELD_SHARE",
      fieldKey: "heard",
      value: "true",
      threshold: 0.5,
      period: "YEAR",
      text: t(
        "Tilbudet står i samsvar med brukernes behov",
        "Tilbodet står i samsvar med behova til brukarane",
        "The services match the users' needs",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};

/** Activity 7: keeping the chapter running, every quarter. */
export const BOARD_WORK: TemplateDefinition = {
  name: t("Styrearbeid", "Styrearbeid", "Board work"),
  purpose: t("Opprettholde drift av lokallaget.", "Halde oppe drifta av lokallaget.", "Keep the chapter running."),
  stage: "CONTRIBUTE",
  trigger: { kind: "PERIOD", period: "QUARTER" },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 21, lateAllowed: true },
  responsible: t("Leder", "Leiar", "The chair"),
  minutes: 180,
  steps: [
    step("courses", "Delta på kurs og samlinger", "Delta på kurs og samlingar", "Take part in courses and gatherings"),
    step("meetings", "Ha jevnlig styremøter", "Ha jamleg styremøte", "Hold board meetings regularly"),
    step(
      "cooperate",
      "Samarbeid med andre lokallag",
      "Samarbeid med andre lokallag",
      "Work together with other chapters",
    ),
  ],
  messages: [],
  reportFields: [
    {
      key: "meetings",
      type: "NUMBER",
      label: t("Antall styremøter", "Talet på styremøte", "Number of board meetings"),
      required: true,
      min: 0,
      max: 50,
      counts: "OTHER",
    },
    yesNo(
      "course",
      t("Var noen på kurs eller samling?", "Var nokon på kurs eller samling?", "Did anyone go to a course?"),
      false,
    ),
    yesNo(
      "cooperation",
      t("Samarbeidet dere med et annet lag?", "Samarbeidde de med eit anna lag?", "Did you work with another chapter?"),
      false,
    ),
  ],
  targets: [
    {
      key: "meetings",
      kind: "FIELD_SUM",
      fieldKey: "meetings",
      threshold: 6,
      period: "YEAR",
      text: t("Sikre drift av lokallaget", "Sikre drift av lokallaget", "Keep the chapter running safely"),
    },
  ],
  locks: [],
};
