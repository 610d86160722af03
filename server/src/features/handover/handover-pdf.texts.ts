import type { Language } from "@varde/domain";
import { ROLE_NAMES } from "../organization/index.js";

const nb = {
  file: "overlevering",
  title: (chapter: string) => `Overlevering i ${chapter}`,
  held: (day: string) => `Årsmøtet var ${day}.`,
  leaving: "Går av",
  coming: "Nye i styret",
  staying: "Gjenvalgt",
  stays: (name: string, role: string, day: string | null, waits: boolean) =>
    waits
      ? `${name}, ${role}: venter på at en annen bekrefter det`
      : `${name}, ${role}${day ? `: til og med ${day}` : ""}`,
  waiting: "Det som venter",
  nobody: "Ingen.",
  roles: ROLE_NAMES.nb,
  leaves: (name: string, role: string, day: string | null) => `${name}, ${role}${day ? `: siste dag ${day}` : ""}`,
  waits: (name: string, role: string) => `${name}, ${role}: til den nye lederen er på plass`,
  comes: (name: string, role: string, day: string | null) => `${name}, ${role}${day ? `: til og med ${day}` : ""}`,
  duties: (n: number, overdue: number) =>
    `${n === 1 ? "1 oppgave er åpen" : `${n} oppgaver er åpne`}${overdue > 0 ? `, ${overdue} av dem over fristen` : ""}.`,
  aboutMembers: (n: number) =>
    `Av dem som gjelder enkelte medlemmer, er ${n} åpne. Hvem de gjelder, står bare i Varde.`,
  undo: (days: number) => `Overleveringen kan angres i ${days} dager fra den ble gjort.`,
  undone: "Overleveringen ble angret.",
  made: (day: string) => `Laget av Varde ${day}.`,
};
type Words = typeof nb;

const nn: Words = {
  ...nb,
  title: (chapter) => `Overlevering i ${chapter}`,
  coming: "Nye i styret",
  staying: "Attvald",
  stays: (name, role, day, waits) =>
    waits
      ? `${name}, ${role}: ventar på at ein annan stadfestar det`
      : `${name}, ${role}${day ? `: til og med ${day}` : ""}`,
  waiting: "Det som ventar",
  roles: ROLE_NAMES.nn,
  leaves: (name, role, day) => `${name}, ${role}${day ? `: siste dag ${day}` : ""}`,
  waits: (name, role) => `${name}, ${role}: til den nye leiaren er på plass`,
  duties: (n, overdue) =>
    `${n === 1 ? "1 oppgåve er open" : `${n} oppgåver er opne`}${overdue > 0 ? `, ${overdue} av dei over fristen` : ""}.`,
  aboutMembers: (n) => `Av dei som gjeld enkelte medlemmar, er ${n} opne. Kven dei gjeld, står berre i Varde.`,
  undo: (days) => `Overleveringa kan angrast i ${days} dagar frå ho vart gjord.`,
  undone: "Overleveringa vart angra.",
  made: (day) => `Laga av Varde ${day}.`,
};

const en: Words = {
  file: "handover",
  title: (chapter) => `Handover in ${chapter}`,
  held: (day) => `The annual meeting was on ${day}.`,
  leaving: "Leaving",
  coming: "New on the board",
  staying: "Re-elected",
  stays: (name, role, day, waits) =>
    waits ? `${name}, ${role}: waits for another to confirm it` : `${name}, ${role}${day ? `: until ${day}` : ""}`,
  waiting: "What waits",
  nobody: "Nobody.",
  roles: ROLE_NAMES.en,
  leaves: (name, role, day) => `${name}, ${role}${day ? `: last day ${day}` : ""}`,
  waits: (name, role) => `${name}, ${role}: until the new leader is in place`,
  comes: (name, role, day) => `${name}, ${role}${day ? `: until ${day}` : ""}`,
  duties: (n, overdue) =>
    `${n === 1 ? "1 task is open" : `${n} tasks are open`}${overdue > 0 ? `, ${overdue} of them overdue` : ""}.`,
  aboutMembers: (n) => `Of those about single members, ${n} are open. Whom they are about stands in Varde only.`,
  undo: (days) => `The handover can be taken back for ${days} days.`,
  undone: "The handover was taken back.",
  made: (day) => `Made by Varde on ${day}.`,
};

/** The words of the page for the folder. */
export const HANDOVER_PDF: Record<Language, Words> = { nb, nn, en };
