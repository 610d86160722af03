import type { TemplateDefinition } from "@varde/domain";
import { ANSWER, ASK, TELL, guide, section, sms, step, t, text, yesNo } from "./build.js";

/** IP-06 Spør om en liten oppgave: one person, one small task, and no is a good answer. Started by the board. */
export const IP_06: TemplateDefinition = {
  name: t("Spør om en liten oppgave", "Spør om ei lita oppgåve", "Ask for a small task"),
  purpose: t(
    "Flere skal få oppleve mestring ved å bidra, uten press.",
    "Fleire skal få oppleve meistring ved å bidra, utan press.",
    "More members shall feel the joy of contributing, without pressure.",
  ),
  stage: "CONTRIBUTE",
  trigger: { kind: "MANUAL", aboutMember: true },
  schedule: { opensAfterDays: 0, dueAfterDays: 30, missAfterDays: 30, lateAllowed: true },
  responsible: t("Styremedlem", "Styremedlem", "A board member"),
  minutes: 10,
  steps: [
    step(
      "list",
      "Lag en liste med oppgaver på under én time",
      "Lag ei liste med oppgåver på under éin time",
      "Make a list of tasks that take less than an hour",
    ),
    step(
      "ask_one",
      "Spør én person om én oppgave, med tydelig start og slutt",
      "Spør éin person om éi oppgåve, med tydeleg start og slutt",
      "Ask one person for one task with a clear start and end",
    ),
    step("together", "Gjør det sammen første gang", "Gjer det saman første gong", "Do it together the first time"),
    step(
      "no_is_fine",
      "Si at nei er et helt greit svar",
      "Sei at nei er eit heilt greitt svar",
      "Say that no is a perfectly good answer",
    ),
    step("thank", "Takk etterpå", "Takk etterpå", "Say thank you afterwards"),
  ],
  messages: [
    sms(
      "ask_sms",
      t("Spør på SMS", "Spør på SMS", "Ask by SMS"),
      t(
        "Hei {{fornavn}}! Vi trenger en som kan velge film til {{dato}}. Det tar 20 minutter, og jeg blir gjerne med. Har du lyst? Nei er et like godt svar. Hilsen {{avsender}}",
        "Hei {{fornavn}}! Vi treng ein som kan velje film til {{dato}}. Det tek 20 minutt, og eg blir gjerne med. Har du lyst? Nei er eit like godt svar. Helsing {{avsender}}",
        "Hi {{fornavn}}! We need someone to choose the film for {{dato}}. It takes 20 minutes, and I am happy to join you. Would you like to? No is just as good an answer. Best, {{avsender}}",
      ),
    ),
    guide("ask_guide", t("Samtaleguide", "Samtaleguide", "Conversation guide"), [
      section(
        ASK,
        "«Jeg tenkte på deg fordi … Det er dette: … Det tar … Jeg er med.» Vent på svar.",
        "«Eg tenkte på deg fordi … Det er dette: … Det tek … Eg er med.» Vent på svar.",
        "“I thought of you because … This is it: … It takes … I will join you.” Wait for the answer.",
      ),
      section(
        ANSWER,
        "Ved nei: «Helt greit, takk for at du sa det.» Spør ikke igjen om det samme.",
        "Ved nei: «Heilt greitt, takk for at du sa det.» Spør ikkje igjen om det same.",
        "If no: “That is fine, thanks for telling me.” Do not ask for the same thing again.",
      ),
      section(
        TELL,
        "Gode små oppgaver: møte nye i døra, handle mat, velge spill, lage plakat, ta bilder av ting (ikke av folk uten lov), rydde sammen, lese opp en sak på styremøtet.",
        "Gode små oppgåver: møte nye i døra, handle mat, velje spel, lage plakat, ta bilete av ting (ikkje av folk utan lov), rydde saman, lese opp ei sak på styremøtet.",
        "Good small tasks: greet new people at the door, buy the food, choose a game, make a poster, take pictures of things (not of people without permission), tidy up together, present one item at the board meeting.",
      ),
    ]),
  ],
  reportFields: [
    yesNo("said_yes", t("Sa medlemmet ja?", "Sa medlemen ja?", "Did the member say yes?")),
    yesNo("done", t("Ble oppgaven gjort?", "Vart oppgåva gjord?", "Was the task done?"), false),
  ],
  periodReport: {
    period: "QUARTER",
    field: text(
      "popular",
      t("Hvilke oppgaver var populære?", "Kva oppgåver var populære?", "Which tasks were popular?"),
      300,
    ),
    dueAfterDays: 14,
    missAfterDays: 14,
  },
  targets: [
    {
      key: "done",
      kind: "FIELD_SHARE",
      fieldKey: "done",
      value: "true",
      threshold: 0.3,
      period: "YEAR",
      text: t(
        "30 % av dem som har møtt tre ganger, har gjort minst én oppgave",
        "30 % av dei som har møtt tre gonger, har gjort minst éi oppgåve",
        "30 % of those who have come three times have done at least one task",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};
