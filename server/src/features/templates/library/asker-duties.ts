import type { TemplateDefinition } from "@varde/domain";
import { step, t, text, yesNo } from "./build.js";

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
