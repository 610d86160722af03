import type { TemplateDefinition } from "@varde/domain";
import { AGREE, ASK, CLOSE, OPEN, TELL, guide, section, sms, step, t, text, yesNo } from "./build.js";

/** IP-02 Velkomstsamtale: a short talk that ends in one agreed next step. */
export const IP_02: TemplateDefinition = {
  name: t("Velkomstsamtale", "Velkomstsamtale", "Welcome conversation"),
  purpose: t(
    "Finne ut hva den nye har lyst på, og avtale ett konkret neste steg.",
    "Finne ut kva den nye har lyst på, og avtale eitt konkret neste steg.",
    "Find out what the new member would like, and agree one concrete next step.",
  ),
  stage: "WELCOME",
  trigger: { kind: "MEMBER_JOINED", offsets: [5] },
  schedule: { opensAfterDays: 0, dueAfterDays: 9, missAfterDays: 16, lateAllowed: true },
  responsible: t(
    "Styremedlem som har lest samtaleguiden",
    "Styremedlem som har lese samtaleguiden",
    "A board member who has read the conversation guide",
  ),
  minutes: 15,
  steps: [
    step("read", "Les guiden og trygg ramme", "Les guiden og trygg ramme", "Read the guide and the safe frame"),
    step(
      "ask_when",
      "Spør på melding når det passer",
      "Spør på melding når det passar",
      "Ask by message when it suits",
    ),
    step(
      "talk",
      "Ta praten (10–15 min, telefon, video eller over en kaffe)",
      "Ta praten (10–15 min, telefon, video eller over ein kaffi)",
      "Have the talk (10–15 min, phone, video or over a coffee)",
    ),
    step("next_step", "Avtal ett neste steg", "Avtal eitt neste steg", "Agree one next step"),
    step(
      "register",
      "Registrer bare: tatt, ikke nådd eller ønsker ikke, og eventuelt når du skal ta kontakt igjen",
      "Registrer berre: teken, ikkje nådd eller ønskjer ikkje, og eventuelt når du skal ta kontakt igjen",
      "Record only: done, not reached or does not want it, and if needed when to get in touch again",
    ),
  ],
  messages: [
    sms(
      "ask_sms",
      t("Spør om en prat", "Spør om ein prat", "Ask for a talk"),
      t(
        "Hei {{fornavn}}! {{avsender}} fra {{kortnavn}} her. Har du lyst på en kort prat, 10 minutter, så jeg kan fortelle hva vi gjør og høre hva du har lyst på? Foreslå gjerne en tid. Vil du heller skrive, går det like fint.",
        "Hei {{fornavn}}! {{avsender}} frå {{kortnavn}} her. Har du lyst på ein kort prat, 10 minutt, så eg kan fortelje kva vi gjer og høyre kva du har lyst på? Foreslå gjerne ei tid. Vil du heller skrive, går det like fint.",
        "Hi {{fornavn}}! {{avsender}} from {{kortnavn}} here. Would you like a short chat, 10 minutes, so I can tell you what we do and hear what you would like? Do suggest a time. If you would rather write, that is just as good.",
      ),
    ),
    guide("talk_guide", t("Samtaleguide", "Samtaleguide", "Conversation guide"), [
      section(
        OPEN,
        "«Hei, det er {{avsender}} fra laget. Passer det nå? Dette er bare en hyggelig prat, og du bestemmer hva du vil dele.»",
        "«Hei, det er {{avsender}} frå laget. Passar det no? Dette er berre ein hyggeleg prat, og du bestemmer kva du vil dele.»",
        "“Hi, this is {{avsender}} from the chapter. Is now a good time? This is just a friendly chat, and you decide what you want to share.”",
      ),
      section(
        ASK,
        "«Hva fikk deg til å bli med?»\n«Hva liker du å gjøre?»\n«Er det noe som gjør det lettere for deg å komme på et treff?» (tidspunkt, noen å gå med, rolig sted, vei inn)\n«Hvordan vil du helst at vi tar kontakt?»",
        "«Kva fekk deg til å bli med?»\n«Kva likar du å gjere?»\n«Er det noko som gjer det lettare for deg å kome på eit treff?» (tidspunkt, nokon å gå med, roleg stad, veg inn)\n«Korleis vil du helst at vi tek kontakt?»",
        "“What made you join?”\n“What do you like doing?”\n“Is there anything that would make it easier for you to come to a meeting?” (time, someone to go with, a quiet place, the way in)\n“How would you rather we got in touch?”",
      ),
      section(
        TELL,
        "Når og hvor vi møtes, hvor mange vi pleier å være, og at alle kan gå når de vil.",
        "Når og kvar vi møtest, kor mange vi pleier å vere, og at alle kan gå når dei vil.",
        "When and where we meet, how many we usually are, and that anyone can leave when they like.",
      ),
      section(
        AGREE,
        "Et treff, en å møte ute, gruppechatten – eller «jeg hører fra deg om en måned».",
        "Eit treff, ein å møte ute, gruppechatten – eller «eg høyrer frå deg om ein månad».",
        "A meeting, someone to meet outside, the group chat – or “I will hear from you in a month”.",
      ),
      section(
        CLOSE,
        "«Takk for praten. Da sees vi {{dato}}.»",
        "«Takk for praten. Då sest vi {{dato}}.»",
        "“Thanks for the chat. See you on {{dato}}.”",
      ),
    ]),
  ],
  reportFields: [
    yesNo("next_step", t("Avtalte dere et neste steg?", "Avtalte de eit neste steg?", "Did you agree a next step?")),
  ],
  periodReport: {
    period: "QUARTER",
    field: text(
      "wishes",
      t("Hva ønsker nye medlemmer seg mest?", "Kva ønskjer nye medlemer seg mest?", "What do new members want most?"),
      300,
    ),
    dueAfterDays: 14,
    missAfterDays: 14,
  },
  targets: [
    {
      key: "timely",
      kind: "TIMELINESS",
      threshold: 0.7,
      period: "QUARTER",
      text: t("Samtale med 70 % innen 14 dager", "Samtale med 70 % innan 14 dagar", "A talk with 70 % within 14 days"),
    },
    {
      key: "next_step",
      kind: "FIELD_SHARE",
      fieldKey: "next_step",
      value: "true",
      threshold: 0.6,
      period: "QUARTER",
      text: t(
        "60 % av dem får et avtalt neste steg",
        "60 % av dei får eit avtalt neste steg",
        "60 % of them have an agreed next step",
      ),
    },
  ],
  locks: ["STEPS", "SCHEDULE"],
};
