export const kept = {
  notRenewed: "Nye tall kom ikke fram. Her står de som kom sist.",
  regions: {
    title: "<TheRegions>",
    asIs: (date: string) =>
      `Lag har byttet <region> siden ${date}. Her er tallene etter <which> <region> hvert lag hører til nå.`,
    asWas: (date: string) => `<TheRegions> er slik de var ${date}.`,
    snapshot: (date: string) =>
      `<TheRegions> er slik de var ${date}, da øyeblikksbildet ble laget. Siden har lag byttet <region>.`,
    seeWas: (date: string) => `Se <theRegions> slik de var ${date}`,
    seeIs: "Se <theRegions> slik de er nå",
    elsewhere: (names: string, one: boolean) =>
      one
        ? `${names} hørte til her da, og er flyttet siden. Tallene derfra er ikke med.`
        : `Disse lagene hørte til her da, og er flyttet siden: ${names}. Tallene derfra er ikke med.`,
    closed: (name: string) => `${name} (nedlagt)`,
  },
  check: {
    never: "Tallene blir etterregnet hver natt. Det er ikke gjort ennå.",
    same: (day: string) => `Tallene ble etterregnet ${day}: ingen forskjell.`,
    late: (day: string) => `Tallene ble sist etterregnet ${day}.`,
    lateBody: "Det skal skje hver natt. Be den som drifter Varde se etter om nattjobbene går.",
    differs: (day: string, n: string, one: boolean) =>
      one
        ? `Tallene ble etterregnet ${day}: ett av dem stemmer ikke.`
        : `Tallene ble etterregnet ${day}: ${n} av dem stemmer ikke.`,
    some: "Det gjelder blant annet:",
    cell: (chapter: string, name: string, month: string, of: string) => `${chapter}, ${name}, ${month}: ${of}`,
    of: { CLOSED: "det som er avgjort", UNCLOSED: "det som er åpent eller gikk ut", ANSWERS: "svarene" },
    members: "Det gjelder tall om medlemmer. Hvor de hører til, vises ikke her.",
    rebuild: "Ingenting er mistet: tallene kan lages på nytt av oppgavene. Den som drifter Varde gjør det med",
  },
};
