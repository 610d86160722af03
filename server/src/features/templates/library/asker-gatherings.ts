import type { ReportField, TemplateDefinition } from "@varde/domain";
import { step, t, text } from "./build.js";

const persons = (key: string, label: ReportField["label"]): ReportField => ({
  key,
  type: "NUMBER",
  label,
  required: true,
  min: 0,
  max: 500,
  counts: "PERSONS",
  source: "MEETING_ATTENDANCE",
});
const held = t("Dato", "Dato", "Date");
const heldOn: ReportField = { key: "date", type: "DATE", label: held, required: true, source: "MEETING_DATE" };
const attendance = persons("attendance", t("Antall til stede", "Talet på frammøtte", "Number present"));
const seeMembers = t(
  "«Se» medlemmer, spre glede, gi et positivt innslag og hyggelig avbrekk i hverdagen",
  "«Sjå» medlemer, spreie glede, gi eit positivt innslag og hyggeleg avbrekk i kvardagen",
  "“See” members, spread joy, give something positive and a pleasant break from everyday life",
);
const wellBeing = t("Trivselstiltak for medlemmer.", "Trivselstiltak for medlemer.", "Well-being for the members.");

const event = (
  name: TemplateDefinition["name"],
  date: { key: string; opens: string; due: string },
  steps: TemplateDefinition["steps"],
): TemplateDefinition => ({
  name,
  purpose: wellBeing,
  stage: "TAKE_PART",
  trigger: { kind: "CALENDAR", dates: [{ ...date, name }] },
  schedule: { opensAfterDays: 0, dueAfterDays: 60, missAfterDays: 21, lateAllowed: true },
  responsible: t("Styret", "Styret", "The board"),
  minutes: 300,
  steps,
  messages: [],
  reportFields: [
    heldOn,
    attendance,
    {
      key: "cost",
      type: "NUMBER",
      label: t("Kostnad i kroner", "Kostnad i kroner", "Cost in kroner"),
      required: false,
      min: 0,
      max: 200_000,
      counts: "KRONER",
    },
    text("description", t("Kort beskrivelse", "Kort omtale", "Short description"), 500),
  ],
  targets: [{ key: "held", kind: "COMPLETION", threshold: 1, period: "YEAR", text: seeMembers }],
  locks: ["SCHEDULE"],
});

/** Activity 4: a summer party. */
export const SUMMER = event(
  t("Sommerarrangement", "Sommararrangement", "Summer event"),
  { key: "summer", opens: "04-15", due: "06-30" },
  [
    step(
      "party",
      "Arranger sommerfest med underholdning og servering for medlemmer",
      "Arranger sommarfest med underhaldning og servering for medlemer",
      "Hold a summer party with entertainment and food for the members",
    ),
  ],
);

/** Activity 5: a Christmas dinner. */
export const CHRISTMAS = event(
  t("Julearrangement", "Julearrangement", "Christmas event"),
  { key: "christmas", opens: "10-15", due: "12-20" },
  [
    step(
      "dinner",
      "Arranger julebord for medlemmer",
      "Arranger julebord for medlemer",
      "Hold a Christmas dinner for the members",
    ),
  ],
);

/** Activity 6: two members' meetings, spring and autumn. */
export const MEMBER_MEETINGS: TemplateDefinition = {
  name: t("Medlemsmøter", "Medlemsmøte", "Members' meetings"),
  purpose: t(
    "Styrke kontakten med medlemmene. Dele informasjon om hva som skjer i fylkes- og lokallaget.",
    "Styrkje kontakten med medlemene. Dele informasjon om kva som skjer i fylkes- og lokallaget.",
    "Strengthen the contact with the members. Share what happens in the county branch and the chapter.",
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
    step("two", "2 møter. Vår og høst", "2 møte. Vår og haust", "2 meetings. Spring and autumn"),
    step(
      "share",
      "Del hva som skjer i fylkes- og lokallaget",
      "Del kva som skjer i fylkes- og lokallaget",
      "Share what happens in the county branch and the chapter",
    ),
  ],
  messages: [],
  reportFields: [
    heldOn,
    attendance,
    text("decided", t("Hva ble bestemt?", "Kva vart bestemt?", "What was decided?"), 500),
  ],
  targets: [
    {
      key: "two_meetings",
      kind: "COUNT",
      threshold: 2,
      period: "YEAR",
      text: t(
        "Ivareta og øke medlemmers motivasjon for medlemskap i lokallaget",
        "Ta vare på og auke motivasjonen til medlemer for medlemskap i lokallaget",
        "Keep and increase members' motivation for being in the chapter",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};
