import { ofBoard } from "../../app/navigation";
import type { Viewer } from "../../app/viewer";
import type { AllTexts } from "../../texts";
import {
  Buildings3Icon,
  CalendarIcon,
  FileCheckmarkIcon,
  FilesIcon,
  type IconType,
  LayersIcon,
  PersonGroupIcon,
  TasklistIcon,
} from "../../ui/icons";

/** A way from the year to one of its parts. `word` is its title and line in the texts `year.cards`. */
export type YearCard = {
  word: keyof AllTexts["year"]["cards"];
  icon: IconType;
  /** where it leads, in the year that is shown */
  to: (year: number) => string;
  shown: (viewer: Viewer) => boolean;
};

/** The parts of a year, in the order a year has them. */
export const YEAR_CARDS: readonly YearCard[] = [
  {
    word: "plan",
    icon: TasklistIcon,
    to: (year) => `/handlingsplan/${year}`,
    shown: ({ seat, capabilities }) => seat.unitKind === "CHAPTER" && capabilities.includes("PLAN_READ"),
  },
  {
    word: "plans",
    icon: TasklistIcon,
    to: (year) => `/handlingsplaner?aar=${year}`,
    shown: ({ seat, capabilities }) => seat.unitKind !== "CHAPTER" && capabilities.includes("PLAN_READ"),
  },
  {
    word: "strategy",
    icon: LayersIcon,
    to: (year) => `/strategi?aar=${year}`,
    shown: ({ seat, capabilities }) => seat.unitKind !== "CHAPTER" && capabilities.includes("PLAN_READ"),
  },
  { word: "meetings", icon: CalendarIcon, to: () => "/treff", shown: ofBoard },
  {
    word: "handover",
    icon: PersonGroupIcon,
    to: () => "/styret/overlevering",
    shown: (viewer) => ofBoard(viewer) && viewer.capabilities.includes("SEAT_GRANT_BOARD"),
  },
  {
    word: "grantReturn",
    icon: FileCheckmarkIcon,
    // in a year the one before is reported
    to: (year) => `/arsrapport/${year - 1}`,
    shown: ({ capabilities }) => capabilities.includes("GRANT_WRITE"),
  },
  {
    word: "grantReturns",
    icon: FileCheckmarkIcon,
    to: (year) => `/arsrapporter?aar=${year - 1}`,
    shown: ({ capabilities }) => capabilities.includes("PLAN_READ") && !capabilities.includes("GRANT_WRITE"),
  },
  { word: "annualReport", icon: FilesIcon, to: (year) => `/arsmelding/${year}`, shown: ofBoard },
  { word: "annualReports", icon: FilesIcon, to: () => "/arsmelding", shown: (viewer) => !ofBoard(viewer) },
  { word: "chapters", icon: Buildings3Icon, to: () => "/lag", shown: (viewer) => !ofBoard(viewer) },
];
