import type { TemplateDefinition } from "@varde/domain";
import { ANSWER, ASK, guide, option, section, sms, step, t, text, yesNo } from "./build.js";

/** IP-04 Tre måneder: catch what does not work while it can still be put right. */
export const IP_04: TemplateDefinition = {
  name: t(
    "Tre måneder – hvordan har det vært?",
    "Tre månader – korleis har det vore?",
    "Three months – how has it been?",
  ),
  purpose: t(
    "Fange opp det som ikke fungerer, mens det ennå kan rettes.",
    "Fange opp det som ikkje fungerer, medan det enno kan rettast.",
    "Catch what does not work while it can still be put right.",
  ),
  stage: "TAKE_PART",
  trigger: { kind: "MEMBER_JOINED", offsets: [90] },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 30, lateAllowed: true },
  responsible: t(
    "Samme person som tok velkomstsamtalen",
    "Same person som tok velkomstsamtalen",
    "The person who had the welcome conversation",
  ),
  minutes: 10,
  steps: [
    step("ask", "Send tre korte spørsmål", "Send tre korte spørsmål", "Send three short questions"),
    step("reply", "Svar på alle svar", "Svar på alle svar", "Reply to every answer"),
    step(
      "suggest",
      "Ta med ett forslag til neste styremøte",
      "Ta med eitt forslag til neste styremøte",
      "Take one suggestion to the next board meeting",
    ),
    step(
      "tell",
      "Fortell medlemmet hva dere bestemte",
      "Fortel medlemen kva de bestemte",
      "Tell the member what you decided",
    ),
  ],
  messages: [
    sms(
      "three_months_sms",
      t("Tre spørsmål", "Tre spørsmål", "Three questions"),
      t(
        "Hei {{fornavn}}! Nå har du vært med i tre måneder. Hva er bra i {{kortnavn}}? Hva mangler? Hva hadde du hatt lyst til å være med på? Svar kort eller langt, alt er nyttig. Hilsen {{avsender}}",
        "Hei {{fornavn}}! No har du vore med i tre månader. Kva er bra i {{kortnavn}}? Kva manglar? Kva hadde du hatt lyst til å vere med på? Svar kort eller langt, alt er nyttig. Helsing {{avsender}}",
        "Hi {{fornavn}}! You have been with us for three months now. What is good in {{kortnavn}}? What is missing? What would you like to join in? Short or long, every answer helps. Best, {{avsender}}",
      ),
    ),
    guide("three_months_guide", t("Samtaleguide", "Samtaleguide", "Conversation guide"), [
      section(
        ASK,
        "«Hva har vært bra?»\n«Har noe gjort det vanskelig å komme?»\n«Hvis du bestemte, hva gjorde vi neste måned?»\n«Kjenner du noen i laget nå?»",
        "«Kva har vore bra?»\n«Har noko gjort det vanskeleg å kome?»\n«Om du bestemte, kva gjorde vi neste månad?»\n«Kjenner du nokon i laget no?»",
        "“What has been good?”\n“Has anything made it hard to come?”\n“If you decided, what would we do next month?”\n“Do you know anyone in the chapter now?”",
      ),
      section(
        ANSWER,
        "Kjenner medlemmet ingen ennå: avtal å møtes før neste treff.\nTakk alltid, og ikke forsvar laget.",
        "Kjenner medlemen ingen enno: avtal å møtast før neste treff.\nTakk alltid, og ikkje forsvar laget.",
        "If they know nobody yet: agree to meet before the next meeting.\nAlways say thank you, and do not defend the chapter.",
      ),
    ]),
  ],
  reportFields: [
    yesNo("replied", t("Svarte medlemmet?", "Svarte medlemen?", "Did the member reply?")),
    {
      key: "suggestion",
      type: "CHOICE",
      label: t("Kom det et forslag?", "Kom det eit forslag?", "Was there a suggestion?"),
      required: false,
      options: [
        option("none", "Nei", "Nei", "No"),
        option("board", "Ja, tatt opp i styret", "Ja, teke opp i styret", "Yes, taken to the board"),
        option("tried", "Ja, og vi prøvde det", "Ja, og vi prøvde det", "Yes, and we tried it"),
      ],
    },
  ],
  periodReport: {
    period: "QUARTER",
    field: text(
      "feedback",
      t("Viktigste tilbakemelding", "Viktigaste tilbakemelding", "The most important feedback"),
      300,
    ),
    dueAfterDays: 14,
    missAfterDays: 14,
  },
  targets: [
    {
      key: "replied",
      kind: "FIELD_SHARE",
      fieldKey: "replied",
      value: "true",
      threshold: 0.5,
      period: "HALF_YEAR",
      text: t("50 % svarer", "50 % svarar", "50 % reply"),
    },
    {
      key: "tried",
      kind: "COUNT",
      fieldKey: "suggestion",
      value: "tried",
      threshold: 1,
      period: "HALF_YEAR",
      text: t(
        "Minst ett medlemsforslag prøves i hver halvdel av året",
        "Minst eitt medlemsforslag blir prøvd i kvar halvdel av året",
        "At least one member's suggestion is tried in each half of the year",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};
