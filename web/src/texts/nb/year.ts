export const year = {
  title: (year: number) => `Året ${year}`,
  lead: "Alt som hører året til, på ett sted.",
  year: "År",
  view: "Vis året som",
  views: { liste: "Liste", hjul: "Hjul" },
  leadAbove: "Frister, viktige dager og når lagene har årsmøte.",
  nothing: "Ingenting er lagt inn for dette året",
  nothingBody: "Treff, oppgaver og frister kommer hit når de får en dag.",
  kinds: {
    ANNUAL_MEETING: "Årsmøte",
    NOTICE: "Innkalling",
    PAPERS: "Papirer til årsmøtet",
    MEETING: "Treff eller møte",
    TASK: "Oppgave",
    PLAN: "Fra handlingsplanen",
    REPORT: "Rapport",
    GRANT: "Tilskudd",
    DAY: "Merkedag",
    HOLIDAY: "Skoleferie",
  },
  states: { COMING: "kommer", OPEN: "kan gjøres nå", DONE: "gjort", LATE: "over fristen", PAST: "har vært" },
  entry: {
    annualMeetings: (n: number) => `${n} årsmøter`,
    annualMeetingOf: (chapter: string) => `Årsmøte, ${chapter}`,
    lastAnnualDay: "Siste dag for årsmøte",
    notice: "Innkallingen til årsmøtet sendes",
    papers: "Papirene til årsmøtet sendes",
    window: (from: string, to: string) => `${from} til ${to}`,
    span: (from: string, to: string) => `${from} til ${to}`,
    source: (source: string) => `Kilde: ${source}.`,
    unchecked: "Ikke sjekket ennå.",
  },
  wheel: {
    label: (year: number) => `Året ${year} som et hjul med januar øverst`,
    hint: "Trykk på noe i hjulet, eller gå fra ting til ting med piltastene.",
    today: "I dag",
  },
  annual: {
    title: (year: number) => `Årsmøtet ${year}`,
    is: (day: string, notice: string, papers: string) =>
      `${day}. Innkallingen sendes senest ${notice}, papirene senest ${papers}.`,
    was: (day: string) => `Holdt ${day}.`,
    none: (last: string) => `Det står ikke noe årsmøte her. Siste dag var ${last}.`,
    unset: (last: string, notice: string) =>
      `Ikke satt. Siste dag er ${last}, og da må innkallingen være sendt senest ${notice}.`,
    set: "Sett dag for årsmøtet",
    setTitle: (year: number) => `Når er årsmøtet ${year}?`,
    rule: (last: string, days: number) => `Senest ${last}. Innkallingen sendes minst ${days} dager før.`,
    days: (notice: string, papers: string) => `Da sendes innkallingen senest ${notice} og papirene senest ${papers}.`,
    tooLate: (days: number) => `Det er mindre enn ${days} dager til. Da rekker dere ikke fristen for innkallingen.`,
    afterLast: (last: string) => `Det er etter siste dag for årsmøtet, ${last}. Spør nasjonalt først.`,
    save: "Lagre dagen",
    cancel: "Avbryt",
    open: "Til årsmøtet",
    next: (year: number) => `Planlegg årsmøtet ${year}`,
    without: (n: number) =>
      n === 0
        ? "Alle lagene har satt dag for årsmøtet."
        : n === 1
          ? "1 lag har ikke satt dag for årsmøtet."
          : `${n} lag har ikke satt dag for årsmøtet.`,
  },
  cards: {
    meetings: { title: "Treff og møter", line: "Det som er planlagt, og det som har vært" },
    handover: { title: "Overlevering", line: "Når årsmøtet har valgt nytt styre" },
    grantReturn: { title: "Årsrapport", line: "Det organisasjonen får tilskudd av" },
    grantReturns: { title: "Årsrapporter", line: "Hva lagene har levert" },
    chapters: { title: "Lagene", line: "Slå opp et lag" },
  },
};
