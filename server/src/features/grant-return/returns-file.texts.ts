import type { Sentence } from "../../kernel/errors/say.js";

export const FILE_TEXTS = {
  needed: { nb: "Trengs", nn: "Trengst", en: "Needed" },
  counts: { nb: "Laget teller", nn: "Laget tel", en: "The chapter counts" },
  state: { nb: "Status", nn: "Status", en: "State" },
  delivered: { nb: "Levert", nn: "Levert", en: "Delivered" },
  signedBy: { nb: "Signert av", nn: "Signert av", en: "Signed by" },
  yes: { nb: "Ja", nn: "Ja", en: "Yes" },
  no: { nb: "Nei", nn: "Nei", en: "No" },
  DRAFT: { nb: "Utkast", nn: "Utkast", en: "Draft" },
  DELIVERED: { nb: "Levert", nn: "Levert", en: "Delivered" },
  RETURNED: { nb: "Sendt tilbake", nn: "Sendt tilbake", en: "Sent back" },
  APPROVED: { nb: "Godkjent", nn: "Godkjend", en: "Approved" },
} satisfies Record<string, Sentence>;
