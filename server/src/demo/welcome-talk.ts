import type { TemplateDefinition } from "@varde/domain";

/** IP-02 with a clearer third step: the wording of version 1.1. */
export function clearerTalk(definition: TemplateDefinition): TemplateDefinition {
  const text = {
    nb: "Ta praten der medlemmet vil: telefon, video eller over en kaffe (10–15 min)",
    nn: "Ta praten der medlemmen vil: telefon, video eller over ein kaffi (10–15 min)",
    en: "Have the talk where the member likes: phone, video or over a coffee (10–15 min)",
  };
  return {
    ...definition,
    steps: definition.steps.map((step) => (step.key === "talk" ? { ...step, text } : step)),
  };
}

/** The next IP-02: the talk within ten days, and one more step. */
export function soonerTalk(definition: TemplateDefinition): TemplateDefinition {
  const text = {
    nb: "Inviter til neste treff med dato og sted",
    nn: "Inviter til neste treff med dato og stad",
    en: "Invite to the next meeting with date and place",
  };
  return {
    ...definition,
    schedule: { ...definition.schedule, dueAfterDays: 5 },
    steps: [...definition.steps, { key: "invite", text }],
  };
}
