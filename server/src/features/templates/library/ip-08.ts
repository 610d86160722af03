import type { TemplateDefinition } from "@varde/domain";
import { ANSWER, OPEN, guide, section, sms, step, t, yesNo } from "./build.js";

/** IP-08 Vi vil gjerne se deg igjen: one message, never more, and no bad conscience. */
export const IP_08: TemplateDefinition = {
  name: t("Vi vil gjerne se deg igjen", "Vi vil gjerne sjå deg igjen", "We would like to see you again"),
  purpose: t(
    "Vise at døra er åpen, uten å gi dårlig samvittighet.",
    "Vise at døra er open, utan å gi dårleg samvit.",
    "Show that the door is open, without giving anyone a bad conscience.",
  ),
  stage: "TAKE_PART",
  trigger: { kind: "MEMBER_INACTIVE", days: 120, offsets: [0] },
  schedule: { opensAfterDays: 0, dueAfterDays: 21, missAfterDays: 30, lateAllowed: true },
  responsible: t("En som kjenner medlemmet", "Ein som kjenner medlemen", "Someone who knows the member"),
  minutes: 10,
  steps: [
    step(
      "one_message",
      "Send én melding, aldri flere",
      "Send éi melding, aldri fleire",
      "Send one message, never more",
    ),
    step(
      "concrete",
      "Foreslå noe konkret og lite",
      "Foreslå noko konkret og lite",
      "Suggest something small and concrete",
    ),
    step("reply", "Svar på alt som kommer", "Svar på alt som kjem", "Reply to everything that comes"),
    step(
      "register",
      "Registrer bare: svarte, svarte ikke eller vil ikke kontaktes",
      "Registrer berre: svarte, svarte ikkje eller vil ikkje bli kontakta",
      "Record only: replied, did not reply or does not want to be contacted",
    ),
  ],
  messages: [
    sms(
      "again_sms",
      t("Døra er åpen", "Døra er open", "The door is open"),
      t(
        "Hei {{fornavn}}! Det er en stund siden sist, og det er helt greit. Vi ville bare si at du er velkommen. {{dato}} lager vi pizza på {{sted}}. Vil du at jeg møter deg ute, er det bare å svare. Hilsen {{avsender}}",
        "Hei {{fornavn}}! Det er ei stund sidan sist, og det er heilt greitt. Vi ville berre seie at du er velkomen. {{dato}} lagar vi pizza på {{sted}}. Vil du at eg møter deg ute, er det berre å svare. Helsing {{avsender}}",
        "Hi {{fornavn}}! It has been a while, and that is perfectly fine. We just wanted to say you are welcome. On {{dato}} we make pizza at {{sted}}. If you want me to meet you outside, just reply. Best, {{avsender}}",
      ),
    ),
    guide(
      "again_guide",
      t("Samtaleguide", "Samtaleguide", "Conversation guide"),
      [
        section(
          OPEN,
          "«Så fint å høre fra deg. Du er velkommen når det passer deg.»",
          "«Så fint å høyre frå deg. Du er velkomen når det passar deg.»",
          "“How nice to hear from you. You are welcome whenever it suits you.”",
        ),
        section(
          ANSWER,
          "Svarer medlemmet ja: avtal hvor dere møtes ute. Svarer medlemmet nei: «Helt greit. Døra er åpen.»",
          "Svarar medlemen ja: avtal kvar de møtest ute. Svarar medlemen nei: «Heilt greitt. Døra er open.»",
          "If yes: agree where to meet outside. If no: “That is fine. The door is open.”",
        ),
      ],
      {
        doNotAsk: t(
          "Hvorfor de har vært borte, og aldri om diagnose, behandling eller medisin.",
          "Kvifor dei har vore borte, og aldri om diagnose, behandling eller medisin.",
          "Why they have been away, and never about diagnosis, treatment or medicine.",
        ),
        whenHeavy: t(
          "Forteller noen at det er tungt nå: lytt, si at det var fint at de sa det, og vis til trygg ramme. Spør: «Er det noen rundt deg som vet hvordan du har det?» Er du urolig for liv og helse, ring 113 eller 116 117 med en gang.",
          "Fortel nokon at det er tungt no: lytt, sei at det var fint at dei sa det, og vis til trygg ramme. Spør: «Er det nokon rundt deg som veit korleis du har det?» Er du uroleg for liv og helse, ring 113 eller 116 117 med ein gong.",
          "If someone says things are heavy now: listen, say it was good that they told you, and point to the safe frame. Ask: “Is there someone around you who knows how you are?” If you fear for life or health, call 113 or 116 117 at once.",
        ),
      },
    ),
  ],
  reportFields: [
    yesNo("replied", t("Svarte medlemmet?", "Svarte medlemen?", "Did the member reply?")),
    yesNo(
      "came_back",
      t("Kom på treff innen 60 dager?", "Kom på treff innan 60 dagar?", "Came to a meeting within 60 days?"),
      false,
    ),
  ],
  targets: [
    {
      key: "came_back",
      kind: "FIELD_SHARE",
      fieldKey: "came_back",
      value: "true",
      threshold: 0.2,
      period: "YEAR",
      text: t(
        "20 % kommer tilbake innen 60 dager",
        "20 % kjem tilbake innan 60 dagar",
        "20 % come back within 60 days",
      ),
    },
  ],
  locks: ["SCHEDULE"],
};
