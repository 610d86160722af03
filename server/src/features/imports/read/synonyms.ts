import type { Field } from "./field.js";

/** The names of a list that is written with bars between. */
const names = (list: string): string[] => list.split("|").map((name) => name.trim());

/**
 * What headers are called, in bokmål, nynorsk and English, as exports of member systems have them; the better name first, since of two
 * columns for one field the earlier wins. Spelling, case, spaces and punctuation are of no account (`headerKey`).
 */
export const SYNONYMS: Record<Field, readonly string[]> = {
  MEMBER_NO: names(
    "Medlemsnummer | Medlemsnr | Medlemnr | Medl.nr | Medlems-ID | Member number | Member no | Member ID | ID",
  ),
  FIRST_NAME: names("Fornavn | Førenamn | Fornamn | Fornavn og mellomnavn | First name | Given name | Firstname"),
  LAST_NAME: names("Etternavn | Etternamn | Slektsnavn | Slektsnamn | Last name | Surname | Family name"),
  FULL_NAME: names("Navn | Namn | Fullt navn | Fullt namn | Medlem | Medlemsnavn | Medlemsnamn | Name | Full name"),
  BIRTH_DATE: names(`
    Fødselsdato | Fødselsdag | Fødd | Født | Født dato | F.dato | Birthdate | Birth date | Date of birth |
    Birthday | DOB
  `),
  BIRTH_YEAR: names("Fødselsår | Fødselsår(4) | Fødeår | Årgang | Year of birth | Birth year"),
  EMAIL: names("E-post | E-postadresse | Epostadr | E-mail | Email address | Mail | Mailadresse"),
  MOBILE: names(`
    Mobil | Mobilnr | Mobilnummer | Mobiltelefon | Mobile | Mobile phone | Cell phone | Telefon mobil | Telefon |
    Telefonnummer | Telefonnr | Tlf | Tlfnr | Tlf.nummer | Phone | Phone number
  `),
  POSTCODE: names("Postnr | Postnummer | Post nr | Postkode | Postcode | Postal code | Zip | Zip code"),
  JOINED_ON: names(`
    Innmeldt | Innmeldt dato | Innmeldingsdato | Innmelding | Innmeld | Innmeldt den | Startdato | Medlem siden |
    Medlem sidan | Medlem fra | Medlem frå | Joined | Joined on | Join date | Member since | Start date
  `),
  LEFT_ON: names(`
    Utmeldt | Utmeldt dato | Utmeldingsdato | Utmelding | Utmeld | Utmeldt den | Avslutningsdato | Avsluttet |
    Sluttdato | Medlem til | Left | Left on | End date
  `),
  FEE_PAID: names(`
    Betalt | Kontingent betalt | Betalt kontingent | Har betalt | Betalingsstatus | Kontingentstatus |
    Betalt i år | Paid | Fee paid | Payment status
  `),
  FEE_PAID_ON: names(`
    Betalt dato | Betalingsdato | Kontingent betalt dato | Dato betalt | Innbetalt dato | Betalt den |
    Kontingentdato | Paid on | Paid date | Payment date | Fee paid on
  `),
  FEE_AMOUNT: names(`
    Beløp | Betalt beløp | Innbetalt beløp | Innbetalt | Kontingentbeløp | Kontingent beløp | Kontingent | Amount |
    Amount paid | Fee
  `),
  FEE_PAYER: names("Betalt av | Innbetalt av | Betaler | Betalar | Hvem betalte | Kven betalte | Paid by | Payer"),
  TYPE: names(`
    Medlemstype | Medlemskapstype | Medlemskategori | Kontingenttype | Type medlemskap | Type medlem |
    Membership type | Type of membership | Member type
  `),
  CHAPTER: names(`
    Lokallag | Lokallagsnavn | Lokallagsnamn | Lag | Avdeling | Organisasjon | Organisasjonsledd | Chapter |
    Local chapter | Local branch
  `),
  MUNICIPALITY: names(
    "Kommune | Kommunenavn | Kommunenamn | Kommunenr | Kommunenummer | Bostedskommune | Municipality",
  ),
  COUNTY: names("Fylke | Fylkesnavn | Fylkesnamn | Fylkesnr | Fylkesnummer | County"),
  GUARDIAN_NAME: names(`
    Foresatt | Føresett | Foresatt navn | Føresett namn | Foresattes navn | Navn foresatt | Foresatt 1 |
    Foresatt 1 navn | Guardian | Guardian name | Parent | Parent name
  `),
  GUARDIAN_EMAIL: names(`
    Foresatt e-post | Foresattes e-post | Føresett e-post | E-post foresatt | E-post føresett |
    Foresatt 1 e-post | Foresatt e-postadresse | Guardian e-mail | Parent e-mail
  `),
  GUARDIAN_MOBILE: names(`
    Foresatt mobil | Foresattes mobil | Føresett mobil | Mobil foresatt | Mobil føresett | Foresatt telefon |
    Foresatt tlf | Foresatt 1 mobil | Telefon foresatt | Guardian mobile | Guardian phone | Parent mobile |
    Parent phone
  `),
  IGNORE: names(`
    Adresse | Adresse 2 | Adresse_2 | Gateadresse | Postadresse | Gate | C/o | Address | Street | Poststed |
    Poststad | By | City | Town | Land | Country | Kjønn | Gender | Sex | Alder | Age | Medlemskap |
    Kategori | Type | Sum | Saldo | KID | Faktura | Fakturanummer | Status |
    Status aktiv | Status blokkert | Medlemsstatus | Fylkeslag | Region | Regionråd | Mellomledd | Krets | Rolle |
    Verv | Role | Kommentar | Merknad | Merknader | Notat | Notes | Comment | Kallesignal | Brukernavn |
    Username | Sist innlogget | Sist endret | Sist oppdatert | Opprettet | Nyhetsbrev | Samtykke | Tellende |
    Støtteberettiget | Nr | # | Nasjonalitet
  `),
};
