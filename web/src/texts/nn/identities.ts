import type { identities as source } from "../nb/identities";

export const identities: typeof source = {
  enter: (provider: string) => `Logg inn med ${provider}`,
  or: "eller",
  title: "Andre innloggingar",
  none: (provider: string) => `Kople til ${provider}, så kan du logge inn med det i staden for lenkja på e-post.`,
  link: (provider: string) => `Kople til ${provider}`,
  linked: (date: string) => `Kopla til ${date}`,
  used: (when: string) => `Sist brukt ${when}`,
  unused: "Ikkje brukt enno",
  remove: (provider: string) => `Fjern ${provider}`,
  removeTitle: (provider: string) => `Fjerne ${provider}?`,
  removeBody: "Då kjem du inn med lenkja på e-post, og du blir logga ut på andre einingar.",
  keep: "Behald",
  back: {
    title: "Ein augneblink",
    lead: "Vi ser på svaret vi fekk.",
    deadTitle: "Vi kom ikkje heilt i mål",
    toSignIn: "Gå til innlogginga",
    toAccount: "Til «Sikker innlogging»",
  },
};
