import type { Language } from "@varde/domain";
import type { z } from "zod";
import type { Sentence } from "../../../kernel/errors/say.js";

const WHOLE = {
  tooLarge: {
    nb: "Fila er for stor. En mal er høyst 256 kB.",
    nn: "Fila er for stor. Ein mal er høgst 256 kB.",
    en: "The file is too large. A template is at most 256 kB.",
  },
  definitionTooLarge: {
    nb: "Innholdet i malen er for stort. Kort ned meldingene.",
    nn: "Innhaldet i malen er for stort. Kort ned meldingane.",
    en: "The content of the template is too large. Shorten the messages.",
  },
  notTemplate: {
    nb: "Dette er ikke en mal som er lastet ned fra Varde.",
    nn: "Dette er ikkje ein mal som er lasta ned frå Varde.",
    en: "This is not a template downloaded from Varde.",
  },
  newer: {
    nb: "Fila er laget av en nyere Varde. Ingenting er lest inn.",
    nn: "Fila er laga av ein nyare Varde. Ingenting er lese inn.",
    en: "The file was made by a newer Varde. Nothing was read in.",
  },
  unknownVersion: {
    nb: "Filas format har en versjon som ikke finnes.",
    nn: "Formatet til fila har ein versjon som ikkje finst.",
    en: "The file's format has a version that does not exist.",
  },
  otherOrganization: {
    nb: "Malen hører til en annen organisasjon og kan ikke leses inn her.",
    nn: "Malen høyrer til ein annan organisasjon og kan ikkje lesast inn her.",
    en: "The template belongs to another organisation and cannot be read in here.",
  },
  NOT_JSON: {
    nb: "Her slutter fila å være gyldig JSON.",
    nn: "Her sluttar fila å vere gyldig JSON.",
    en: "Here the file stops being valid JSON.",
  },
  TOO_DEEP: {
    nb: "Fila er nøstet for dypt. En mal er aldri så dyp.",
    nn: "Fila er nøsta for djupt. Ein mal er aldri så djup.",
    en: "The file is nested too deeply. A template never is.",
  },
  TWICE: {
    nb: "Dette navnet står to ganger i samme del.",
    nn: "Dette namnet står to gonger i same del.",
    en: "This name stands twice in the same part.",
  },
  RESERVED: {
    nb: "Dette navnet er reservert og kan ikke brukes.",
    nn: "Dette namnet er reservert og kan ikkje brukast.",
    en: "This name is reserved and cannot be used.",
  },
  NO_TEXT: {
    nb: "Teksten har et tegn som ikke kan lagres.",
    nn: "Teksten har eit teikn som ikkje kan lagrast.",
    en: "The text holds a character that cannot be stored.",
  },
} satisfies Record<string, Sentence>;

/** A reason by its name. */
export type FileText = keyof typeof WHOLE;

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Sentences about a file. */
export const FILE_TEXTS = {
  ...WHOLE,
  place: (line: number, column: number): Sentence => ({
    nb: `Linje ${line}, tegn ${column}`,
    nn: `Linje ${line}, teikn ${column}`,
    en: `Line ${line}, character ${column}`,
  }),
  unknownName: (name: string): Sentence => ({
    nb: `«${short(name)}» finnes ikke i en mal.`,
    nn: `«${short(name)}» finst ikkje i ein mal.`,
    en: `“${short(name)}” is not part of a template.`,
  }),
};

const KINDS: Record<string, Sentence> = {
  string: { nb: "en tekst", nn: "ein tekst", en: "a text" },
  number: { nb: "et tall", nn: "eit tal", en: "a number" },
  int: { nb: "et helt tall", nn: "eit heilt tal", en: "a whole number" },
  boolean: { nb: "true eller false", nn: "true eller false", en: "true or false" },
  array: { nb: "en liste", nn: "ei liste", en: "a list" },
  object: { nb: "et objekt", nn: "eit objekt", en: "an object" },
};

/** A part that breaks the rules of shape, in words. */
export function sayIssue(language: Language, issue: z.core.$ZodIssue, missing: boolean): string {
  const last = short(String(issue.path.at(-1) ?? ""));
  const say = (nb: string, nn: string, en: string): string => ({ nb, nn, en })[language];
  if (missing) return say(`«${last}» mangler.`, `«${last}» manglar.`, `“${last}” is missing.`);
  if (issue.code === "invalid_type") {
    const kind = KINDS[issue.expected]?.[language] ?? issue.expected;
    return say(`«${last}» skal være ${kind}.`, `«${last}» skal vere ${kind}.`, `“${last}” should be ${kind}.`);
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String).join(", ");
    return say(
      `«${last}» kan bare være en av: ${values}.`,
      `«${last}» kan berre vere ein av: ${values}.`,
      `“${last}” can only be one of: ${values}.`,
    );
  }
  if (issue.code === "too_big") {
    const most = String(issue.maximum);
    return say(
      `«${last}» er for stort. Det meste er ${most}.`,
      `«${last}» er for stort. Det meste er ${most}.`,
      `“${last}” is too large. The most is ${most}.`,
    );
  }
  if (issue.code === "too_small") {
    const least = String(issue.minimum);
    return say(
      `«${last}» er for lite. Det minste er ${least}.`,
      `«${last}» er for lite. Det minste er ${least}.`,
      `“${last}” is too small. The least is ${least}.`,
    );
  }
  return say(
    `«${last}» er ikke skrevet slik det skal.`,
    `«${last}» er ikkje skrive slik det skal.`,
    `“${last}” is not written as it should be.`,
  );
}
