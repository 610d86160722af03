import type { TemplateDefinition } from "@varde/domain";
import { option, step, t, text, yesNo } from "./build.js";

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
