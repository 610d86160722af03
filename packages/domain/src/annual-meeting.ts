import { addDays, daysBetween } from "./calendar.js";
import type { LocalDate } from "./calendar.js";
import type { Language } from "./definition.js";

/** What an organization's statutes say of annual meetings. A setting of the organization; `ANNUAL_RULE` holds until it says otherwise. */
export type AnnualRule = {
  /** 1-12 and 1-31: the last day it may be held; a day the month has not is the month's last */
  lastMonth: number;
  lastDay: number;
  /** so many days before it the notice is sent, and the papers */
  noticeDays: number;
  papersDays: number;
  /** years on the day of the meeting; 0 for no limit */
  votingAge: number;
};

/** By the end of February, with the notice four weeks before and the papers two; votes from 15 (LNU's guidelines, 2024). To be checked. */
export const ANNUAL_RULE: AnnualRule = { lastMonth: 2, lastDay: 31, noticeDays: 28, papersDays: 14, votingAge: 15 };

/** The last day of a year's annual meeting. */
export function lastAnnualDay({ lastMonth, lastDay }: AnnualRule, year: number): LocalDate {
  const last = new Date(Date.UTC(year, lastMonth, 0)).getUTCDate();
  const pad = (n: number): string => String(n).padStart(2, "0");
  return `${year}-${pad(lastMonth)}-${pad(Math.min(lastDay, last))}`;
}

/** The last days of the notice and of the papers of a meeting on a day. */
export const annualDays = (
  { noticeDays, papersDays }: AnnualRule,
  heldOn: LocalDate,
): { noticeOn: LocalDate; papersOn: LocalDate } => ({
  noticeOn: addDays(heldOn, -noticeDays),
  papersOn: addDays(heldOn, -papersDays),
});

/** `TOO_LATE`: there are fewer days left than the notice needs; `AFTER_LAST`: after the last day it may be held. */
export type AnnualWarning = "TOO_LATE" | "AFTER_LAST";

/** What is to be said of a day for a year's annual meeting. A day that has been is said nothing of. */
export function annualWarnings(rule: AnnualRule, heldOn: LocalDate, today: LocalDate): AnnualWarning[] {
  if (heldOn < today) return [];
  const warnings: AnnualWarning[] = [];
  if (daysBetween(today, heldOn) < rule.noticeDays) warnings.push("TOO_LATE");
  if (heldOn > lastAnnualDay(rule, Number(heldOn.slice(0, 4)))) warnings.push("AFTER_LAST");
  return warnings;
}

/** The papers of an annual meeting, in the order they are taken. */
export const ANNUAL_PAPERS = ["REPORT", "ACCOUNTS", "PLAN", "BUDGET", "NOMINATIONS", "MOTIONS"] as const;
export type AnnualPaper = (typeof ANNUAL_PAPERS)[number];

/** One case of an agenda; `text` may be empty. */
export type AgendaItem = { title: string; text: string };

/** What an annual meeting usually takes up, until the organization writes its own. */
export const STANDARD_AGENDA: Readonly<Record<Language, readonly string[]>> = {
  nb: [
    "Åpning og navneopprop",
    "Godkjenning av innkalling og saksliste",
    "Valg av møteleder, referent og to til å signere protokollen",
    "Årsmelding",
    "Regnskap med revisors beretning",
    "Handlingsplan",
    "Budsjett",
    "Innkomne saker",
    "Valg av styre, revisor og valgkomité",
    "Avslutning",
  ],
  nn: [
    "Opning og namneopprop",
    "Godkjenning av innkalling og sakliste",
    "Val av møteleiar, referent og to til å signere protokollen",
    "Årsmelding",
    "Rekneskap med melding frå revisor",
    "Handlingsplan",
    "Budsjett",
    "Innkomne saker",
    "Val av styre, revisor og valkomité",
    "Avslutning",
  ],
  en: [
    "Opening and roll call",
    "Approval of the notice and the agenda",
    "Election of a chair, a secretary and two to sign the minutes",
    "Annual report",
    "Accounts with the auditor's statement",
    "Action plan",
    "Budget",
    "Motions received",
    "Election of the board, the auditor and the nomination committee",
    "Closing",
  ],
};
