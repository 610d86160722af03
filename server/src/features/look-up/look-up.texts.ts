import type { Sentence } from "../../kernel/errors/say.js";

/** Sentences about a look-up that cannot be made. */
export const LOOK_UP_TEXTS = {
  whole: {
    nb: "Skriv hele e-postadressen, mobilnummeret eller medlemsnummeret. Navn kan du ikke søke på.",
    nn: "Skriv heile e-postadressa, mobilnummeret eller medlemsnummeret. Namn kan du ikkje søkje på.",
    en: "Write the whole e-mail address, mobile number or member number. Names cannot be searched for.",
  },
  why: {
    nb: "Skriv kort hvorfor. Lederen i laget leser det, og medlemmet kan be om det.",
    nn: "Skriv kort kvifor. Leiaren i laget les det, og medlemmen kan be om det.",
    en: "Write briefly why. The chapter's leader reads it, and the member may ask for it.",
  },
  tooLong: { nb: "Skriv høyst 200 tegn.", nn: "Skriv høgst 200 teikn.", en: "Write at most 200 characters." },
  nationalId: {
    nb: "Dette ligner et fødselsnummer. Det skal ikke stå her.",
    nn: "Dette liknar eit fødselsnummer. Det skal ikkje stå her.",
    en: "This looks like a national identity number. It does not belong here.",
  },
} satisfies Record<string, Sentence>;
