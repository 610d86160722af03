import type { TemplateDefinition } from "@varde/domain";
import { REASONS, email, option, sms, step, t } from "./build.js";

/**
 * IP-09 Fornyelse med personlig hilsen. Fees are asked for on 1 January: the first greeting opens 21 days after,
 * the second so that it is due by 1 November.
 */
export const IP_09: TemplateDefinition = {
  name: t("Fornyelse med personlig hilsen", "Fornying med personleg helsing", "Renewal with a personal greeting"),
  purpose: t(
    "Flere fornyer fordi de vet hva de er en del av, ikke fordi de ble purret.",
    "Fleire fornyar fordi dei veit kva dei er ein del av, ikkje fordi dei vart purra.",
    "More members renew because they know what they are part of, not because they were chased.",
  ),
  stage: "RENEW",
  trigger: { kind: "FEE_UNPAID", offsets: [21, 290] },
  schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 30, lateAllowed: true },
  responsible: t("Kasserer sammen med leder", "Kasserar saman med leiar", "The treasurer together with the chair"),
  minutes: 5,
  steps: [
    step(
      "list",
      "Hent listen over ubetalte fra registeret",
      "Hent lista over ubetalte frå registeret",
      "Fetch the list of unpaid from the register",
    ),
    step(
      "respect",
      "Fjern dem som har sagt nei takk",
      "Fjern dei som har sagt nei takk",
      "Take out those who have said no thank you",
    ),
    step(
      "greet",
      "Send personlig hilsen med to ting laget har gjort",
      "Send personleg helsing med to ting laget har gjort",
      "Send a personal greeting with two things the chapter has done",
    ),
    step("meeting", "Ha et treff uka etter", "Ha eit treff veka etter", "Have a meeting the week after"),
    step(
      "money",
      "Si fra til administrasjonen hvis noen ikke har råd",
      "Sei frå til administrasjonen om nokon ikkje har råd",
      "Tell the national office if someone cannot afford it",
    ),
  ],
  messages: [
    sms(
      "renew_sms",
      t("Hilsen på SMS", "Helsing på SMS", "Greeting by SMS"),
      t(
        "Hei {{fornavn}}, det er {{avsender}} fra {{kortnavn}}. Medlemskapet ditt for i år er ikke betalt ennå. I år har vi hatt {{antall}} treff, og neste er {{dato}}. Vil du være med videre, bruker du fakturaen du har fått. Er pengene knappe, si fra til meg, så finner vi ut av det.",
        "Hei {{fornavn}}, det er {{avsender}} frå {{kortnavn}}. Medlemskapen din for i år er ikkje betalt enno. I år har vi hatt {{antall}} treff, og neste er {{dato}}. Vil du vere med vidare, bruker du fakturaen du har fått. Er pengane knappe, sei frå til meg, så finn vi ut av det.",
        "Hi {{fornavn}}, {{avsender}} from {{kortnavn}} here. Your membership for this year is not paid yet. We have met {{antall}} times this year, next on {{dato}}. To stay with us, use the invoice you have received. If money is tight, tell me and we will sort it out.",
      ),
    ),
    email(
      "renew_email",
      t("Hilsen på e-post", "Helsing på e-post", "Greeting by e-mail"),
      t("Er du med videre?", "Er du med vidare?", "Are you staying with us?"),
      t(
        `Hei {{fornavn}}!

Kontingenten bidrar til at laget får støtte til mat, lokaler og turer. Det siste halve året har vi møttes til treff og medlemsmøte, og neste gang er {{dato}}.

Bruk fakturaen du har fått. Du må ha betalt for å stemme på årsmøtet.

Vil du ikke være med lenger, er det helt greit. Svar «nei takk», så melder vi deg ut. Kontaktopplysningene slettes innen 30 dager. Det vi må beholde for regnskap og tilskudd, låses i inntil fem år etter betalingsåret.

Hilsen {{avsender}}, {{lokallag}}`,
        `Hei {{fornavn}}!

Kontingenten bidreg til at laget får støtte til mat, lokale og turar. Det siste halve året har vi møttest til treff og medlemsmøte, og neste gong er {{dato}}.

Bruk fakturaen du har fått. Du må ha betalt for å røyste på årsmøtet.

Vil du ikkje vere med lenger, er det heilt greitt. Svar «nei takk», så melder vi deg ut. Kontaktopplysningane blir sletta innan 30 dagar. Det vi må ta vare på for rekneskap og tilskot, blir låst i inntil fem år etter betalingsåret.

Helsing {{avsender}}, {{lokallag}}`,
        `Hi {{fornavn}}!

The membership fee helps the chapter get support for food, rooms and trips. Over the last half year we have met often, for fun and for a members' meeting, and next time is {{dato}}.

Use the invoice you have received. You must have paid to vote at the annual meeting.

If you do not want to be a member any longer, that is perfectly fine. Reply “no thanks” and we will sign you out. Your contact details are deleted within 30 days. What we must keep for accounts and grants is locked for up to five years after the year of payment.

Best, {{avsender}}, {{lokallag}}`,
      ),
    ),
  ],
  reportFields: [
    {
      key: "answer",
      type: "CHOICE",
      label: t("Hva svarte medlemmet?", "Kva svarte medlemen?", "What did the member say?"),
      required: true,
      options: [
        option("renews", "Blir med videre", "Blir med vidare", "Stays"),
        option("leaves", "Melder seg ut", "Melder seg ut", "Leaves"),
        option("undecided", "Ikke bestemt ennå", "Ikkje bestemt enno", "Not decided yet"),
      ],
    },
  ],
  periodReport: {
    period: "HALF_YEAR",
    field: {
      key: "reason",
      type: "CHOICE",
      label: t(
        "Vanligste grunn til ikke å fornye",
        "Vanlegaste grunn til ikkje å fornye",
        "Most common reason for not renewing",
      ),
      required: false,
      options: REASONS,
    },
    dueAfterDays: 14,
    missAfterDays: 14,
  },
  targets: [
    {
      key: "renews",
      kind: "FIELD_SHARE",
      fieldKey: "answer",
      value: "renews",
      threshold: 0.75,
      period: "YEAR",
      text: t(
        "75 % fornyer; minst 5 betalende under 26 år i laget per 31. desember",
        "75 % fornyar; minst 5 betalande under 26 år i laget per 31. desember",
        "75 % renew; at least 5 paying members under 26 in the chapter on 31 December",
      ),
    },
  ],
  locks: ["STEPS", "SCHEDULE"],
};
