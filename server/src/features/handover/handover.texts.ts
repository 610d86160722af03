import type { Sentence } from "../../kernel/errors/say.js";

export const HANDOVER_TEXTS = {
  held: {
    nb: "Velg dagen for årsmøtet: fra 90 dager siden til et år fram.",
    nn: "Vel dagen for årsmøtet: frå 90 dagar sidan til eit år fram.",
    en: "Choose the day of the annual meeting: from 90 days ago to a year ahead.",
  },
  tooEarly: {
    nb: "Overleveringen kan gjøres tidligst på dagen for årsmøtet. Kladden er lagret.",
    nn: "Overleveringa kan gjerast tidlegast på dagen for årsmøtet. Kladden er lagra.",
    en: "The handover can be carried out on the day of the annual meeting at the earliest. The draft is saved.",
  },
  lastDay: {
    nb: "Siste dag må være i dag eller senere, tidligst dagen for årsmøtet, og innen et halvt år.",
    nn: "Siste dag må vere i dag eller seinare, tidlegast dagen for årsmøtet, og innan eit halvt år.",
    en: "The last day must be today or later, not before the annual meeting, and within half a year.",
  },
  notOnBoard: {
    nb: "En av dem som går av, er ikke lenger i styret. Se over hvem som går av.",
    nn: "Ein av dei som går av, er ikkje lenger i styret. Sjå over kven som går av.",
    en: "One of those who leave is no longer on the board. Look over who leaves.",
  },
  lines: {
    nb: "Rett linjene som er merket. Ingen er invitert ennå.",
    nn: "Rett linjene som er merkte. Ingen er inviterte enno.",
    en: "Mend the marked lines. Nobody has been invited yet.",
  },
  nothing: {
    nb: "Ingen kommer, og ingen går av. Da er det ingenting å overlevere.",
    nn: "Ingen kjem, og ingen går av. Då er det ingenting å overlevere.",
    en: "Nobody comes and nobody leaves, so there is nothing to hand over.",
  },
  noLeader: {
    nb: "Laget må ha en leder. Ta med den nye lederen i lista, eller la den som er leder, bli.",
    nn: "Laget må ha ein leiar. Ta med den nye leiaren i lista, eller la den som er leiar, bli.",
    en: "The chapter must have a leader. Put the new leader on the list, or let the present one stay.",
  },
  tasks: {
    nb: "Gi hver ny høyst tre oppgaver, og hver oppgave til én.",
    nn: "Gi kvar ny høgst tre oppgåver, og kvar oppgåve til éin.",
    en: "Give each new member three tasks at most, and each task to one.",
  },
  done: {
    nb: "Overleveringen er allerede gjort.",
    nn: "Overleveringa er alt gjord.",
    en: "The handover has already been carried out.",
  },
  undoLate: {
    nb: "Den kan ikke angres lenger. Det går i 14 dager, og bare én gang.",
    nn: "Ho kan ikkje angrast lenger. Det går i 14 dagar, og berre éin gong.",
    en: "It can no longer be taken back. That holds for 14 days, and once.",
  },
  undoNoLeader: {
    nb: "Da ville laget stått uten leder. Inviter en leder som var med før, først.",
    nn: "Då ville laget stått utan leiar. Inviter ein leiar som var med før, først.",
    en: "The chapter would be left without a leader. Invite a leader from before first.",
  },
  self: {
    nb: "Du kan ikke gi deg selv et nytt verv. Det du har, varer som før; be det nasjonale kontoret om et nytt.",
    nn: "Du kan ikkje gi deg sjølv eit nytt verv. Det du har, varer som før; be det nasjonale kontoret om eit nytt.",
    en: "You cannot give yourself a new seat. The one you have lasts as before; ask the national office for a new one.",
  },
  stays: {
    nb: "Gjenvalgt: du fortsetter i vervet når en annen i styret, eller nasjonalt, har bekreftet det.",
    nn: "Attvald: du held fram i vervet når ein annan i styret, eller nasjonalt, har stadfesta det.",
    en: "Re-elected: you go on in your seat once another on the board, or national, has confirmed it.",
  },
  again: {
    nb: "Gjenvalgt: får en ny lenke, fordi vervet fra i fjor går ut av seg selv.",
    nn: "Attvald: får ei ny lenkje, fordi vervet frå i fjor går ut av seg sjølv.",
    en: "Re-elected: gets a new link, since last year's seat runs out by itself.",
  },
} satisfies Record<string, Sentence>;
