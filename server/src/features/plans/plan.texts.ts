import type { Sentence } from "../../kernel/errors/say.js";

export const PLAN_TEXTS = {
  title: { nb: "Handlingsplan for <c> <y>", nn: "Handlingsplan for <c> <y>", en: "Action plan for <c> <y>" },
  year: {
    nb: "En plan skrives for i fjor, i år eller neste år.",
    nn: "Ein plan blir skriven for i fjor, i år eller neste år.",
    en: "A plan is written for last year, this year or next year.",
  },
  exists: {
    nb: "Det finnes alt en plan for dette året.",
    nn: "Det finst alt ein plan for dette året.",
    en: "There is already a plan for this year.",
  },
  nothingBefore: {
    nb: "Det finnes ingen plan fra året før å begynne med.",
    nn: "Det finst ingen plan frå året før å byrje med.",
    en: "There is no plan from the year before to begin with.",
  },
  noTemplate: {
    nb: "Det er ikke laget noen mal ennå.",
    nn: "Det er ikkje laga nokon mal enno.",
    en: "No template has been made yet.",
  },
  adopted: {
    nb: "Planen er vedtatt. Velg «Endre planen» for å skrive en ny versjon.",
    nn: "Planen er vedteken. Vel «Endre planen» for å skrive ein ny versjon.",
    en: "The plan is adopted. Choose «Change the plan» to write a new version.",
  },
  notAdopted: {
    nb: "Planen er ikke vedtatt ennå. Du kan endre den som den er.",
    nn: "Planen er ikkje vedteken enno. Du kan endre han som han er.",
    en: "The plan is not adopted yet. You can change it as it is.",
  },
  full: {
    nb: "Planen har så mange rader som det er plass til.",
    nn: "Planen har så mange rader som det er plass til.",
    en: "The plan has as many rows as there is room for.",
  },
  empty: {
    nb: "Planen har ingen rader med en aktivitet. Skriv minst én før den vedtas.",
    nn: "Planen har ingen rader med ein aktivitet. Skriv minst éi før han blir vedteken.",
    en: "The plan has no row with an activity. Write at least one before it is adopted.",
  },
  future: {
    nb: "Planen kan ikke være vedtatt på en dag som ikke har vært.",
    nn: "Planen kan ikkje vere vedteken på ein dag som ikkje har vore.",
    en: "The plan cannot have been adopted on a day that is still to come.",
  },
  otherYear: {
    nb: "En plan vedtas i året den gjelder, eller året før. Se om årstallet er riktig.",
    nn: "Ein plan blir vedteken i året han gjeld, eller året før. Sjå om årstalet er rett.",
    en: "A plan is adopted in its year or the year before. See whether the year is right.",
  },
  place: { nb: "Skriv hvor den ble vedtatt.", nn: "Skriv kvar han vart vedteken.", en: "Write where it was adopted." },
  reason: {
    nb: "Skriv med en setning hvorfor planen endres.",
    nn: "Skriv med ei setning kvifor planen blir endra.",
    en: "Write in a sentence why the plan is changed.",
  },
  nationalId: {
    nb: "Her ser det ut til å stå et fødselsnummer. Ta det bort.",
    nn: "Her ser det ut til å stå eit fødselsnummer. Ta det bort.",
    en: "There seems to be a national identity number here. Remove it.",
  },
  goal: { nb: "Skriv målet.", nn: "Skriv målet.", en: "Write the goal." },
  goals: {
    nb: "Det er plass til tjue mål i et år. Færre er lettere å stå bak.",
    nn: "Det er plass til tjue mål i eit år. Færre er lettare å stå bak.",
    en: "There is room for twenty goals in a year. Fewer are easier to stand behind.",
  },
} satisfies Record<string, Sentence>;
