import type { TemplateDefinition } from "@varde/domain";
import { sms, step, t, text, yesNo } from "./build.js";

/** IP-03 Første treff med følge: nobody walks through the door alone the first time. */
export const IP_03: TemplateDefinition = {
  name: t("Første treff med følge", "Første treff med følgje", "First meeting with company"),
  purpose: t(
    "Ingen skal gå alene inn døra første gang.",
    "Ingen skal gå aleine inn døra første gong.",
    "Nobody shall walk through the door alone the first time.",
  ),
  stage: "FIRST_MEETING",
  trigger: { kind: "MEMBER_JOINED", offsets: [30] },
  schedule: { opensAfterDays: 0, dueAfterDays: 30, missAfterDays: 30, lateAllowed: true },
  responsible: t("Vert for treffet", "Vert for treffet", "The host of the meeting"),
  minutes: 30,
  steps: [
    step(
      "host",
      "Velg en vert som er nær medlemmet i alder",
      "Vel ein vert som er nær medlemen i alder",
      "Choose a host close to the member in age",
    ),
    step(
      "meet_outside",
      "Avtal møtested ute 10 min før",
      "Avtal møtestad ute 10 min før",
      "Agree where to meet outside, 10 min before",
    ),
    step(
      "show_around",
      "Vis rundt: dør, do, rolig sted, hvor man kan gå ut",
      "Vis rundt: dør, do, roleg stad, kvar ein kan gå ut",
      "Show the place: door, toilet, quiet corner, where to step out",
    ),
    step("introduce", "Presenter for to andre", "Presenter for to andre", "Introduce them to two others"),
    step(
      "small_task",
      "Tilby en liten og frivillig oppgave",
      "Tilby ei lita og frivillig oppgåve",
      "Offer a small task, no pressure",
    ),
    step(
      "goodbye",
      "Si hade og fortell når neste treff er",
      "Sei ha det og fortel når neste treff er",
      "Say goodbye and tell them when the next meeting is",
    ),
    step("day_after", "Send en melding dagen etter", "Send ei melding dagen etter", "Send a message the day after"),
  ],
  messages: [
    sms(
      "before_sms",
      t("Før treffet", "Før treffet", "Before the meeting"),
      t(
        "Hei {{fornavn}}! Jeg er {{avsender}} og er vert på treffet {{dato}}. Skal vi møtes utenfor {{sted}} kl. {{klokka}} og gå inn sammen? Du kan gå når du vil, og du trenger ikke si noe om deg selv.",
        "Hei {{fornavn}}! Eg er {{avsender}} og er vert på treffet {{dato}}. Skal vi møtast utanfor {{sted}} kl. {{klokka}} og gå inn saman? Du kan gå når du vil, og du treng ikkje seie noko om deg sjølv.",
        "Hi {{fornavn}}! I am {{avsender}}, your host on {{dato}}. Shall we meet outside {{sted}} at {{klokka}} and walk in together? You can leave when you like, and you need not say anything about yourself.",
      ),
    ),
    sms(
      "after_sms",
      t("Dagen etter", "Dagen etter", "The day after"),
      t(
        "Takk for at du kom, {{fornavn}}! Det var fint å ha deg med. Neste gang er {{dato}}. Var det noe vi kunne gjort annerledes, vil jeg gjerne høre det. Hilsen {{avsender}}",
        "Takk for at du kom, {{fornavn}}! Det var fint å ha deg med. Neste gong er {{dato}}. Var det noko vi kunne gjort annleis, vil eg gjerne høyre det. Helsing {{avsender}}",
        "Thanks for coming, {{fornavn}}! It was good to have you with us. Next time is {{dato}}. If there was anything we could have done differently, I would like to hear it. Best, {{avsender}}",
      ),
    ),
  ],
  reportFields: [
    yesNo("came", t("Kom medlemmet på et treff?", "Kom medlemen på eit treff?", "Did the member come to a meeting?")),
    yesNo("met_by_host", t("Ble møtt av en vert?", "Vart møtt av ein vert?", "Met by a host?"), false),
    yesNo(
      "followed_up",
      t("Fikk melding dagen etter?", "Fekk melding dagen etter?", "Got a message the day after?"),
      false,
    ),
  ],
  periodReport: {
    period: "QUARTER",
    field: text("learned", t("Hva lærte vi?", "Kva lærte vi?", "What did we learn?"), 300),
    dueAfterDays: 14,
    missAfterDays: 14,
  },
  targets: [
    {
      key: "came",
      kind: "FIELD_SHARE",
      fieldKey: "came",
      value: "true",
      threshold: 0.5,
      period: "HALF_YEAR",
      text: t(
        "50 % av nye møter på minst ett treff innen 60 dager",
        "50 % av dei nye møter på minst eitt treff innan 60 dagar",
        "50 % of new members come to at least one meeting within 60 days",
      ),
    },
    {
      key: "met_by_host",
      kind: "FIELD_SHARE",
      fieldKey: "met_by_host",
      value: "true",
      threshold: 1,
      period: "HALF_YEAR",
      text: t("Alle nye blir møtt av en vert", "Alle nye blir møtte av ein vert", "Every new member is met by a host"),
    },
  ],
  locks: ["STEPS", "SCHEDULE"],
};
