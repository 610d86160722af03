import type { Language } from "@varde/domain";
import { say, type Sentence } from "../../../kernel/errors/say.js";
import type { Note, NoteCode, Reason, ReasonCode } from "./imported-member.js";

/** Why a row is not taken in and what to do in the file. */
const REASON_TEXTS: Record<ReasonCode, Sentence> = {
  ROW_TOO_LONG: {
    nb: "Raden har flere celler enn det er overskrifter. Se om et skilletegn står inne i en celle.",
    nn: "Rada har fleire celler enn det er overskrifter. Sjå om eit skiljeteikn står inne i ei celle.",
    en: "The row has more cells than there are headers. See whether a separator stands inside a cell.",
  },
  NAME_MISSING: {
    nb: "Fornavnet mangler. Skriv det inn.",
    nn: "Førenamnet manglar. Skriv det inn.",
    en: "The first name is missing. Fill it in.",
  },
  NAME_FORMULA: {
    nb: "Navnet begynner som en formel (=, +, - eller @). Skriv navnet som tekst.",
    nn: "Namnet byrjar som ein formel (=, +, - eller @). Skriv namnet som tekst.",
    en: "The name begins like a formula (=, +, - or @). Write the name as text.",
  },
  NAME_BROKEN_LETTERS: {
    nb: "Bokstaver i navnet er ødelagt. Eksporter lista på nytt som .xlsx eller UTF-8, eller rett navnet.",
    nn: "Bokstavar i namnet er øydelagde. Eksporter lista på nytt som .xlsx eller UTF-8, eller rett namnet.",
    en: "Letters in the name are broken. Export the list again as .xlsx or UTF-8, or correct the name.",
  },
  NAME_CHARACTERS: {
    nb: "Navnet har emoji eller tegn som ikke er bokstaver. Skriv bare navnet.",
    nn: "Namnet har emoji eller teikn som ikkje er bokstavar. Skriv berre namnet.",
    en: "The name holds an emoji or signs that are not letters. Write the name only.",
  },
  NAME_TOO_LONG: {
    nb: "Navnet er lengre enn 80 tegn. Kort det ned, og se om to celler er limt sammen.",
    nn: "Namnet er lengre enn 80 teikn. Kort det ned, og sjå om to celler er limte saman.",
    en: "The name is longer than 80 characters. Shorten it, and see whether two cells have been joined.",
  },
  DATE_UNREADABLE: {
    nb: "Datoen kan ikke leses. Skriv den som dag.måned.år, for eksempel 29.02.2008.",
    nn: "Datoen kan ikkje lesast. Skriv han som dag.månad.år, til dømes 29.02.2008.",
    en: "The date cannot be read. Write it as day.month.year, for example 29.02.2008.",
  },
  DATE_MONTH_FIRST: {
    nb: "Datoen har måneden først. Skriv alle datoene i kolonnen som dag.måned.år; andre kan være snudd uten at det syns.",
    nn: "Datoen har månaden først. Skriv alle datoane i kolonnen som dag.månad.år; andre kan vere snudde utan at det syner.",
    en: "The date has the month first. Write all dates of the column as day.month.year; others may be turned round without showing.",
  },
  DATE_NO_SUCH_DAY: {
    nb: "Datoen finnes ikke. Se på dag, måned og skuddår, og rett den.",
    nn: "Datoen finst ikkje. Sjå på dag, månad og skotår, og rett han.",
    en: "There is no such date. Look at the day, the month and leap years, and correct it.",
  },
  DATE_TOO_EARLY: {
    nb: "Datoen er for langt tilbake. Se på året og rett det.",
    nn: "Datoen er for langt tilbake. Sjå på året og rett det.",
    en: "The date is too far back. Look at the year and correct it.",
  },
  DATE_IN_FUTURE: {
    nb: "Datoen er for langt fram i tid. Se på året og rett det.",
    nn: "Datoen er for langt fram i tid. Sjå på året og rett det.",
    en: "The date is too far ahead. Look at the year and correct it.",
  },
  JOINED_BEFORE_BIRTH: {
    nb: "Innmeldingen er før fødselen. Rett en av datoene.",
    nn: "Innmeldinga er før fødselen. Rett ein av datoane.",
    en: "The membership begins before the birth. Correct one of the dates.",
  },
  LEFT_BEFORE_JOINED: {
    nb: "Utmeldingen er før innmeldingen. Rett en av datoene.",
    nn: "Utmeldinga er før innmeldinga. Rett ein av datoane.",
    en: "The membership ends before it begins. Correct one of the dates.",
  },
};

/** What was left out or guessed, and what to look at. */
const NOTE_TEXTS: Record<NoteCode, Sentence> = {
  NATIONAL_ID_DROPPED: {
    nb: "Et fødselsnummer er ikke lest inn. Varde trenger det aldri; ta kolonnen bort fra fila.",
    nn: "Eit fødselsnummer er ikkje lese inn. Varde treng det aldri; ta kolonnen bort frå fila.",
    en: "A national identity number was not read in. Varde never needs it; remove the column from the file.",
  },
  NAME_SPLIT: {
    nb: "Navnet er delt i fornavn og etternavn. Se om delingen er riktig.",
    nn: "Namnet er delt i førenamn og etternamn. Sjå om delinga er rett.",
    en: "The name was split into first and last name. See whether it is right.",
  },
  TWO_DIGIT_YEAR: {
    nb: "Året har to siffer, så hundreåret er gjettet. Se om det er riktig.",
    nn: "Året har to siffer, så hundreåret er gjetta. Sjå om det er rett.",
    en: "The year has two digits, so the century was guessed. See whether it is right.",
  },
  YEAR_ONLY: {
    nb: "Her står bare et år. Fyll inn hele datoen om dere har den.",
    nn: "Her står berre eit år. Fyll inn heile datoen om de har han.",
    en: "Here is only a year. Fill in the whole date if you have it.",
  },
  YEAR_DIFFERS: {
    nb: "Fødselsåret er et annet enn i fødselsdatoen. Datoen er brukt; se hva som er riktig.",
    nn: "Fødselsåret er eit anna enn i fødselsdatoen. Datoen er brukt; sjå kva som er rett.",
    en: "The year of birth is another than in the birth date. The date was used; see which is right.",
  },
  EMAIL_UNREADABLE: {
    nb: "E-postadressen er ikke gyldig og er utelatt. Rett den i fila eller i registeret.",
    nn: "E-postadressa er ikkje gyldig og er utelaten. Rett henne i fila eller i registeret.",
    en: "The e-mail address is not valid and was left out. Correct it in the file or in the register.",
  },
  PHONE_UNREADABLE: {
    nb: "Telefonnummeret kan ikke leses og er utelatt. Skriv ett nummer, åtte siffer eller med landkode.",
    nn: "Telefonnummeret kan ikkje lesast og er utelate. Skriv eitt nummer, åtte siffer eller med landkode.",
    en: "The phone number cannot be read and was left out. Write one number, eight digits or with a country code.",
  },
  NOT_A_MOBILE: {
    nb: "Nummeret er ikke et mobilnummer, så SMS når ikke fram. Spør etter mobilnummeret ved neste samtale.",
    nn: "Nummeret er ikkje eit mobilnummer, så SMS når ikkje fram. Spør etter mobilnummeret ved neste samtale.",
    en: "The number is not a mobile, so text messages do not arrive. Ask for the mobile number at the next talk.",
  },
  POSTCODE_UNREADABLE: {
    nb: "Postnummeret er ikke norsk og er utelatt. Skriv fire siffer, eller la det stå tomt.",
    nn: "Postnummeret er ikkje norsk og er utelate. Skriv fire siffer, eller lat det stå tomt.",
    en: "The postcode is not Norwegian and was left out. Write four digits, or leave it empty.",
  },
  FEE_UNREADABLE: {
    nb: "Vi forstår ikke om kontingenten er betalt. Skriv ja, nei eller datoen den ble betalt.",
    nn: "Vi forstår ikkje om kontingenten er betalt. Skriv ja, nei eller datoen han vart betalt.",
    en: "We cannot tell whether the fee is paid. Write yes, no or the date it was paid.",
  },
  FEE_OTHER_YEAR: {
    nb: "Betalingen gjelder et annet år og er ikke regnet med. Se om du har valgt riktig år.",
    nn: "Betalinga gjeld eit anna år og er ikkje rekna med. Sjå om du har valt rett år.",
    en: "The payment is for another year and was not counted. See whether you have chosen the right year.",
  },
  AMOUNT_UNREADABLE: {
    nb: "Vi forstod ikke beløpet, og lot det stå tomt.",
    nn: "Vi forstod ikkje beløpet, og lét det stå tomt.",
    en: "We did not understand the amount, and left it empty.",
  },
  PAYER_UNREADABLE: {
    nb: "Vi forstod ikke hvem som betalte. Skriv «selv» eller «andre».",
    nn: "Vi forstod ikkje kven som betalte. Skriv «sjølv» eller «andre».",
    en: "We did not understand who paid. Write “self” or “other”.",
  },
  TYPE_UNKNOWN: {
    nb: "Medlemstypen finnes ikke i organisasjonens liste, og ble ikke tatt med.",
    nn: "Medlemstypen finst ikkje i lista til organisasjonen, og blei ikkje teken med.",
    en: "The type of membership is not in the organization's list, and was left out.",
  },
  TEXT_DROPPED: {
    nb: "Teksten er for lang eller har tegn vi ikke kan lagre, og er utelatt. Rett den i fila.",
    nn: "Teksten er for lang eller har teikn vi ikkje kan lagre, og er utelaten. Rett han i fila.",
    en: "The text is too long or holds signs we cannot keep, and was left out. Correct it in the file.",
  },
};

const WHERE: Record<Language, string> = { nb: "Linje", nn: "Linje", en: "Line" };

const told = (language: Language, line: number, column: string | null, sentence: Sentence): string =>
  `${WHERE[language]} ${line}${column === null ? "" : `, «${column}»`}: ${say(language, sentence)}`;

/** Where and why a row is rejected, in the asker's language. */
export const sayReason = (language: Language, { code, line, column }: Reason): string =>
  told(language, line, column, REASON_TEXTS[code]);

/** Where and what to look at, in the asker's language. */
export const sayNote = (language: Language, { code, line, column }: Note): string =>
  told(language, line, column, NOTE_TEXTS[code]);
