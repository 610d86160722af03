import type { Sentence } from "../../../kernel/errors/say.js";

/** Names of what is counted, as the page's table has them. */
export const COLUMN_TEXTS = {
  chapter: { nb: "Lag", nn: "Lag", en: "Chapter" },
  region: { nb: "<Region>", nn: "<Region>", en: "<Region>" },
  outcome: { nb: "Utfall", nn: "Utfall", en: "Outcome" },
  onTime: { nb: "I tide", nn: "I tide", en: "On time" },
  late: { nb: "Forsinket", nn: "Forseinka", en: "Late" },
  missed: { nb: "Gikk ut", nn: "Gjekk ut", en: "Missed" },
  lateOrMissed: { nb: "Forsinket eller gikk ut", nn: "Forseinka eller gjekk ut", en: "Late or missed" },
  closed: { nb: "Avgjort (n)", nn: "Avgjort (n)", en: "Judged (n)" },
  percent: { nb: "I tide, prosent", nn: "I tide, prosent", en: "On time, per cent" },
  waived: { nb: "Ikke aktuelt", nn: "Ikkje aktuelt", en: "Not relevant" },
  takenOver: { nb: "Overtatt", nn: "Teke over", en: "Taken over" },
  open: { nb: "Åpne", nn: "Opne", en: "Open" },
  overdue: { nb: "Over fristen", nn: "Over fristen", en: "Overdue" },
  all: { nb: "Alle", nn: "Alle", en: "All" },
} satisfies Record<string, Sentence>;

/** What the numbers mean, a line a column; written for somebody who has the file and nothing else. */
export const MEANINGS = {
  onTime: {
    nb: "Gjort senest den dagen fristen var.",
    nn: "Gjort seinast den dagen fristen var.",
    en: "Done by the day it was due.",
  },
  late: { nb: "Gjort etter fristen.", nn: "Gjort etter fristen.", en: "Done after it was due." },
  missed: {
    nb: "Ikke gjort før det var for sent.",
    nn: "Ikkje gjort før det var for seint.",
    en: "Not done before it was too late.",
  },
  lateOrMissed: {
    nb: "De to foran lagt sammen. Vises også der de ikke kan vises hver for seg.",
    nn: "Dei to føre lagde saman. Blir vist òg der dei ikkje kan visast kvar for seg.",
    en: "The two before, added up. Shown also where they cannot be told apart.",
  },
  closed: {
    nb: "Gjort i tide, gjort etter fristen og gikk ut. Dette er nevneren.",
    nn: "Gjort i tide, gjort etter fristen og gjekk ut. Dette er nemnaren.",
    en: "Done on time, done late and missed. This is the denominator.",
  },
  percent: {
    nb: "I tide av avgjort. Tom når færre enn ti er avgjort: da sier antallene mer. Små lag svinger mer av ren tilfeldighet.",
    nn: "I tide av avgjort. Tom når færre enn ti er avgjort: då seier tala meir. Små lag svingar meir av rein tilfeldigheit.",
    en: "On time of judged. Empty when fewer than ten are judged: then the counts say more. Small chapters vary more by mere chance.",
  },
  waived: {
    nb: "Laget spurte, og den som følger det opp, sa ja. Ikke med i nevneren.",
    nn: "Laget spurde, og den som følgjer det opp, sa ja. Ikkje med i nemnaren.",
    en: "The chapter asked, and whoever follows it up agreed. Not in the denominator.",
  },
  takenOver: {
    nb: "Gjort av nasjonalt på vegne av et lag der ingen var i gang. Telles for seg: verken i telleren eller i nevneren.",
    nn: "Gjort av nasjonalt på vegner av eit lag der ingen var i gang. Blir talt for seg: verken i teljaren eller i nemnaren.",
    en: "Done by national on behalf of a chapter where nobody was at it. Counted apart: neither in the numerator nor in the denominator.",
  },
  open: {
    nb: "Ikke gjort, fristen har ikke vært. Ikke dømt ennå, ikke med i nevneren.",
    nn: "Ikkje gjort, fristen har ikkje vore. Ikkje dømt enno, ikkje med i nemnaren.",
    en: "Not done, not yet due. Not judged yet, not in the denominator.",
  },
  overdue: {
    nb: "Ikke gjort, fristen har vært, kan fortsatt gjøres. Ikke med i nevneren.",
    nn: "Ikkje gjort, fristen har vore, kan framleis gjerast. Ikkje med i nemnaren.",
    en: "Not done, past its due day, can still be done. Not in the denominator.",
  },
  all: {
    nb: "Summen av lagenes tellere og nevnere, også av det som er skjult.",
    nn: "Summen av teljarane og nemnarane til laga, òg av det som er skjult.",
    en: "The sum of the chapters' numerators and denominators, also of what is hidden.",
  },
} satisfies Record<string, Sentence>;

export const FILE_TEXTS = {
  numbers: { nb: "Tall", nn: "Tal", en: "Figures" },
  definitions: { nb: "Definisjoner", nn: "Definisjonar", en: "Definitions" },
  file: { nb: "sammenligning", nn: "samanlikning", en: "comparison" },
  template: { nb: "Interaksjonspunkt", nn: "Interaksjonspunkt", en: "Interaction point" },
  coreSet: { nb: "Hele kjernepakken", nn: "Heile kjernepakken", en: "The whole core set" },
  scope: { nb: "Gjelder", nn: "Gjeld", en: "Covers" },
  period: { nb: "Periode", nn: "Periode", en: "Period" },
  days: { nb: "Dager", nn: "Dagar", en: "Days" },
  to: { nb: "til", nn: "til", en: "to" },
  referenceDate: { nb: "Tall per", nn: "Tal per", en: "Figures as of" },
  kind: { nb: "Slags tall", nn: "Slags tal", en: "Kind of figures" },
  live: { nb: "Som de står den dagen.", nn: "Slik dei står den dagen.", en: "As they stand on that day." },
  snapshot: {
    nb: "Øyeblikksbilde av kvartalet, laget én gang og aldri endret.",
    nn: "Augneblinksbilete av kvartalet, laga éin gong og aldri endra.",
    en: "A snapshot of the quarter, made once and never changed.",
  },
  broken: {
    nb: "Perioden har to hovedversjoner, så tallene er ikke helt sammenlignbare.",
    nn: "Perioden har to hovudversjonar, så tala kan ikkje heilt samanliknast.",
    en: "The period has two major versions, so the figures are not quite comparable.",
  },
  regions: { nb: "<Regions>", nn: "<Regions>", en: "<Regions>" },
  AS_IS: { nb: "slik de er", nn: "slik dei er", en: "as they are on" },
  AS_WAS: { nb: "slik de var", nn: "slik dei var", en: "as they were on" },
  note: { nb: "Merk", nn: "Merk", en: "Note" },
  size: { nb: "Lag av en størrelse", nn: "Lag av ein storleik", en: "Chapters of one size" },
  members: { nb: "medlemmer", nn: "medlemmar", en: "members" },
  orMore: { nb: "medlemmer eller flere", nn: "medlemmar eller fleire", en: "members or more" },
  link: { nb: "Se siden", nn: "Sjå sida", en: "See the page" },
  hidden: {
    nb: "Skjult: tallet gjelder færre enn fem personer, eller et slikt tall kunne regnes ut av det.",
    nn: "Skjult: talet gjeld færre enn fem personar, eller eit slikt tal kunne reknast ut av det.",
    en: "Hidden: it counts fewer than five persons, or such a count could be computed from it.",
  },
} satisfies Record<string, Sentence>;

/** The words of the printed report. */
export const REPORT_TEXTS = {
  title: { nb: "Rapport for", nn: "Rapport for", en: "Report for" },
  of: { nb: "av", nn: "av", en: "of" },
  doneOnTime: { nb: "ble gjort i tide.", nn: "vart gjort i tide.", en: "were done on time." },
  itIs: { nb: "Det er", nn: "Det er", en: "That is" },
  nothing: { nb: "Ingenting er avgjort ennå.", nn: "Ingenting er avgjort enno.", en: "Nothing is judged yet." },
  tooSmall: {
    nb: "Tallene er for små til å vises.",
    nn: "Tala er for små til å visast.",
    en: "The figures are too small to show.",
  },
  none: { nb: "ingen ennå", nn: "ingen enno", en: "none yet" },
  how: { nb: "Slik regner vi", nn: "Slik reknar vi", en: "How we count" },
  made: { nb: "Laget", nn: "Laga", en: "Made" },
  page: { nb: "Side", nn: "Side", en: "Page" },
  noCore: {
    nb: "Kjernepakken er ikke valgt ennå. Når organisasjonen har valgt sine viktigste punkter, står de her.",
    nn: "Kjernepakken er ikkje vald enno. Når organisasjonen har valt dei viktigaste punkta sine, står dei her.",
    en: "The core set is not chosen yet. When the organisation has chosen what matters most, it is here.",
  },
  noChapters: {
    nb: "Det er ingen lag med tall i denne perioden.",
    nn: "Det er ingen lag med tal i denne perioden.",
    en: "No chapter has figures in this period.",
  },
  rolling: { nb: "måneder til", nn: "månader til", en: "months to" },
  spring: { nb: "vår", nn: "vår", en: "spring" },
  autumn: { nb: "høst", nn: "haust", en: "autumn" },
  quarter: { nb: ". kvartal", nn: ". kvartal", en: ". quarter" },
} satisfies Record<string, Sentence>;
