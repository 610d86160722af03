import type { Viewer } from "../../app/viewer";
import type { AllTexts } from "../../texts";
import { Buildings3Icon, CalendarIcon, type IconType, PersonGroupIcon } from "../../ui/icons";

/** A way from the year to one of its parts. `word` is its title and line in the texts `year.cards`. */
export type YearCard = {
  word: keyof AllTexts["year"]["cards"];
  icon: IconType;
  /** where it leads, in the year that is shown */
  to: (year: number) => string;
  shown: (viewer: Viewer) => boolean;
};

const ofBoard = ({ seat }: Viewer): boolean => seat.unitKind === "CHAPTER" && seat.role !== "MENTOR";

/** The parts of a year, in the order a year has them. */
export const YEAR_CARDS: readonly YearCard[] = [
  { word: "meetings", icon: CalendarIcon, to: () => "/treff", shown: ofBoard },
  {
    word: "handover",
    icon: PersonGroupIcon,
    to: () => "/styret/overlevering",
    shown: (viewer) => ofBoard(viewer) && viewer.capabilities.includes("SEAT_GRANT_BOARD"),
  },
  { word: "chapters", icon: Buildings3Icon, to: () => "/lag", shown: (viewer) => !ofBoard(viewer) },
];
