import type { TemplateDefinition } from "@varde/domain";

const text = (nb: string) => ({ nb, nn: nb, en: nb });
export const STEPS = ["Finn en dato", "Inviter", "Møt de nye i døra"].map((step, i) => ({
  key: `s${i}`,
  text: text(step),
}));

/** The duty that is listed, reported and compared. */
export const DUTY: TemplateDefinition = {
  name: text("Sommertreff"),
  purpose: text("Å møtes."),
  stage: "TAKE_PART",
  trigger: { kind: "MANUAL" },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 14, lateAllowed: true },
  minutes: 20,
  steps: STEPS,
  messages: [],
  reportFields: [
    { key: "cost", type: "NUMBER", label: text("Hva kostet det?"), required: false, counts: "KRONER" },
    { key: "food", type: "YES_NO", label: text("Var det mat?"), required: true },
  ],
  targets: [],
  locks: [],
};
/** The other half of a board's list: about one member each. */
export const ABOUT_MEMBER: TemplateDefinition = {
  ...DUTY,
  name: text("Velkomstsamtale"),
  trigger: { kind: "MEMBER_JOINED", offsets: [0] },
  reportFields: [{ key: "next", type: "YES_NO", label: text("Avtalte dere et neste steg?"), required: true }],
};

/** What national asks of every chapter: three duties, and two tasks about a member. */
export const CORE: readonly TemplateDefinition[] = [
  DUTY,
  { ...DUTY, name: text("Medlemsmøte"), trigger: { kind: "PERIOD", period: "QUARTER" } },
  { ...DUTY, name: text("Styremøte"), trigger: { kind: "PERIOD", period: "MONTH" } },
  ABOUT_MEMBER,
  { ...ABOUT_MEMBER, name: text("Ringerunde") },
];
