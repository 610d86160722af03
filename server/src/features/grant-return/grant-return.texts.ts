import type { Sentence } from "../../kernel/errors/say.js";

export const GRANT_TEXTS = {
  tooEarly: {
    nb: "Årsrapporten forteller hvordan laget var 31. desember, så den kan tidligst signeres 1. januar.",
    nn: "Årsrapporten fortel korleis laget var 31. desember, så han kan tidlegast signerast 1. januar.",
    en: "The return tells how the chapter was on 31 December, so it can be signed from 1 January at the earliest.",
  },
  missing: {
    nb: "Noe mangler ennå. Fyll inn det som er merket, og signer etterpå.",
    nn: "Noko manglar enno. Fyll inn det som er merkt, og signer etterpå.",
    en: "Something is still missing. Fill in what is marked, and sign afterwards.",
  },
  changed: {
    nb: "Noe er endret siden du leste. Les gjennom på nytt, og signer det som står nå.",
    nn: "Noko er endra sidan du las. Les gjennom på nytt, og signer det som står no.",
    en: "Something has changed since you read it. Read it again, and sign what it says now.",
  },
  delivered: {
    nb: "Årsrapporten er levert, og det som er levert, endres ikke. Den kan åpnes igjen ved at den sendes tilbake.",
    nn: "Årsrapporten er levert, og det som er levert, blir ikkje endra. Han kan opnast igjen ved at han blir send tilbake.",
    en: "The return is delivered, and what is delivered does not change. It can be opened again by being sent back.",
  },
  noFactor: {
    nb: "For å signere trenger du innlogging med to faktorer. Legg til en passnøkkel eller kodeapp under Min konto først.",
    nn: "For å signere treng du innlogging med to faktorar. Legg til ein passnøkkel eller kodeapp under Min konto først.",
    en: "To sign you need to sign in with two factors. Add a passkey or a code app under My account first.",
  },
  samePerson: {
    nb: "Navnet ditt står der allerede. To signaturer må være fra to forskjellige personer.",
    nn: "Namnet ditt står der allereie. To signaturar må vere frå to forskjellige personar.",
    en: "Your name is there already. Two signatures must be from two different people.",
  },
  day: {
    nb: "Skriv en dag som har vært.",
    nn: "Skriv ein dag som har vore.",
    en: "Write a day that has been.",
  },
  reason: {
    nb: "Skriv kort hvorfor det er annerledes enn i registeret.",
    nn: "Skriv kort kvifor det er annleis enn i registeret.",
    en: "Say in short why it differs from the register.",
  },
  nationalId: {
    nb: "Det ser ut som et fødselsnummer. Det skal ikke stå her.",
    nn: "Det ser ut som eit fødselsnummer. Det skal ikkje stå her.",
    en: "That looks like a national identity number. It must not be here.",
  },
  comment: {
    nb: "Skriv hva laget må rette.",
    nn: "Skriv kva laget må rette.",
    en: "Say what the chapter has to mend.",
  },
  decided: {
    nb: "Årsrapporten er behandlet allerede. Se hva som står nå.",
    nn: "Årsrapporten er behandla allereie. Sjå kva som står no.",
    en: "The return has been dealt with already. See what it says now.",
  },
  days: {
    nb: "Velg mellom 7 og 180 dager, eller ingen.",
    nn: "Vel mellom 7 og 180 dagar, eller ingen.",
    en: "Choose between 7 and 180 days, or none.",
  },
  nobodyToRemind: {
    nb: "Ingen av lagene som vises, mangler årsrapport.",
    nn: "Ingen av laga som er viste, manglar årsrapport.",
    en: "None of the chapters that are shown lacks a return.",
  },
  nothingDelivered: {
    nb: "Ingen har levert årsrapport for dette året ennå.",
    nn: "Ingen har levert årsrapport for dette året enno.",
    en: "Nobody has delivered a return for this year yet.",
  },
  enough: {
    nb: "Tre uttrekk lages alt for deg. Vent til ett av dem er ferdig.",
    nn: "Tre uttrekk blir alt laga for deg. Vent til eitt av dei er ferdig.",
    en: "Three files are being made for you already. Wait until one of them is ready.",
  },
  year: {
    nb: "Velg et år fra de siste fem.",
    nn: "Vel eit år frå dei siste fem.",
    en: "Choose one of the last five years.",
  },
} satisfies Record<string, Sentence>;
