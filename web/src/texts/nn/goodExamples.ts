import type { goodExamples as source } from "../nb/goodExamples";

export const goodExamples: typeof source = {
  title: "Spurde fordi dei skil seg ut",
  lead: "Eit lag som ligg klart over det tilfelle gir, får eitt spørsmål: Kva gjer de? Svaret kjem her som eit framlegg. Berre laget og nasjonalt veit kven som er spurde.",
  off: "Ingen lag blir spurde no.",
  none: "Ingen er spurde enno. Det trengst minst ti avgjorde oppgåver, og tal som ligg utanfor 99,8 prosent av det tilfelle gir.",
  asked: (template, chapter) => `${template} · ${chapter}`,
  when: (asked, until) => `Spurt ${asked}, ut frå tal til og med ${until}`,
  states: {
    OPEN: "Ventar på laget",
    ANSWERED: "Har svara",
    DECLINED: "Sa «ikkje no»",
    LAPSED: "Ikkje svara på",
  },
  stop: "Slutt å spørje",
  start: "Spør lag som skil seg ut",
  stopTitle: "Slutte å spørje lag?",
  stopBody: "Spørsmål som ventar, forsvinn frå laga. Det som alt er skrive, blir ståande.",
  startTitle: "Spørje lag som skil seg ut?",
  startBody:
    "Måndag morgon får lag som ligg klart over det tilfelle gir, eitt spørsmål om kva dei gjer. Eit lag blir spurt høgst éin gong i månaden.",
};
