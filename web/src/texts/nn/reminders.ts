import type { reminders as source } from "../nb/reminders";

export const reminders: typeof source = {
  title: "Påminningar",
  lead: "Éin e-post om dagen, berre når det er noko nytt. Du bestemmer når.",
  form: {
    enabled: "Send meg påminningar på e-post",
    enabledHelp: "Høgst éin om dagen om oppgåvene, og eit varsel når ein rapport kjem tilbake.",
    weekdays: "Kva dagar?",
    at: "Når på dagen?",
    quiet: (from, to) => `Ingen får e-post mellom ${from} og ${to}.`,
    quietDays: (days) => `Det blir ikkje sendt noko på ${days}.`,
    save: "Lagre",
    saved: "Lagra.",
  },
  days: { 1: "måndag", 2: "tysdag", 3: "onsdag", 4: "torsdag", 5: "fredag", 6: "laurdag", 7: "søndag" },
  shortDays: { 1: "mån", 2: "tys", 3: "ons", 4: "tor", 5: "fre", 6: "lau", 7: "søn" },
  preview: {
    title: "Den neste, slik ho ville vore no",
    subject: (text) => `Emne: ${text}`,
    nothing: "Det er ikkje noko nytt sidan sist, så det blir ingen e-post.",
  },
  log: {
    title: "Det du har fått",
    lead: "Dei siste 60 dagane. Ingen andre ser denne lista.",
    empty: "Ingenting enno. Når det er noko å seie, står det her.",
    rules: {
      DIGEST: "Nytt om oppgåvene",
      RETURNED: "Ein rapport kom tilbake",
      ANSWERED: "Svar på noko de spurde om",
      ESCALATION: "Lag som kan trenge ei hand",
    },
    outcomes: { WAITING: "ventar på tur", SENT: "send", SKIPPED: "ikkje send", FAILED: "kom kanskje ikkje fram" },
    reasons: {
      OPTED_OUT: "du har slått dei av",
      NOT_THEIR_DAY: "ikkje ein av dagane dine",
      QUIET_HOURS: "det var stille",
      ALREADY_TODAY: "du hadde alt fått ein den dagen",
      NOTHING_LEFT: "det var gjort før han skulle gå",
      STOPPED: "vervet var slutt",
      NO_ADDRESS: "adressa di kunne ikkje lesast",
      TOO_LATE: "han kom ikkje av garde i tide",
      MAIL_SERVER: "e-posttenaren tok ikkje imot",
      INTERRUPTED: "sendinga vart broten",
    },
  },
};
