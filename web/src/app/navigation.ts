import type { Catalogue } from "../texts";
import {
  BarChartIcon,
  Buildings3Icon,
  CalendarIcon,
  type IconType,
  LayersIcon,
  MenuElipsisHorizontalIcon,
  PersonGroupIcon,
  RectangleSectionsIcon,
  SunIcon,
  TableIcon,
  TasklistIcon,
} from "../ui/icons";
import type { Role, Viewer } from "./viewer";

export type NavEntry = {
  to: string;
  word: keyof Catalogue["app"]["nav"];
  /** Pages elsewhere that belong under it too. */
  also?: readonly string[];
  icon: IconType;
};

const MORE: NavEntry = { to: "/mer", word: "more", icon: MenuElipsisHorizontalIcon };

const CHAPTER: NavEntry[] = [
  { to: "/", word: "today", icon: SunIcon },
  { to: "/oppgaver", word: "tasks", icon: TasklistIcon },
  { to: "/medlemmer", word: "members", icon: PersonGroupIcon },
  {
    to: "/aret",
    also: ["/treff", "/handlingsplan", "/arsmote", "/arsmelding", "/arsrapport"],
    word: "year",
    icon: CalendarIcon,
  },
  MORE,
];

const REGION: NavEntry[] = [
  { to: "/", word: "overview", icon: RectangleSectionsIcon },
  { to: "/sammenlign", word: "compare", icon: BarChartIcon },
  { to: "/svar", word: "answers", icon: TableIcon },
  { to: "/lag", word: "chapters", icon: Buildings3Icon },
  MORE,
];

const NATIONAL: NavEntry[] = [
  { to: "/", word: "overview", icon: RectangleSectionsIcon },
  { to: "/punkter", word: "templates", icon: LayersIcon },
  { to: "/sammenlign", word: "compare", icon: BarChartIcon },
  { to: "/lag", word: "chapters", icon: Buildings3Icon },
  MORE,
];

const MENTOR: NavEntry[] = [
  { to: "/", word: "overview", icon: RectangleSectionsIcon },
  { to: "/lag", word: "chapters", icon: Buildings3Icon },
  MORE,
];

/** At most five entries a role, the first its front page. */
export const NAVIGATION: Record<Role, readonly NavEntry[]> = {
  CHAPTER_LEADER: CHAPTER,
  CHAPTER_BOARD: CHAPTER,
  REGION_COORDINATOR: REGION,
  NATIONAL_ADMIN: NATIONAL,
  NATIONAL_EDITOR: NATIONAL,
  MENTOR,
};

/** Whether the page at `pathname` belongs under this entry: the entry is lit then. */
export const standsUnder = ({ to, also = [] }: NavEntry, pathname: string): boolean =>
  [to, ...also].some((path) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`)));

export type MoreEntry = {
  to: string;
  word:
    | "meetings"
    | "imports"
    | "lookUp"
    | "journey"
    | "memberNumbers"
    | "help"
    | "year"
    | "chapter"
    | "board"
    | "messages"
    | "requests"
    | "settings"
    | "account"
    | "mailbox"
    | "audit"
    | "queue"
    | "privacy"
    | "signOut";
  shown: (viewer: Viewer) => boolean;
};

/** Somebody on a chapter's board. */
export const ofBoard = ({ seat }: Viewer): boolean => seat.unitKind === "CHAPTER" && seat.role !== "MENTOR";

/** What is seldom needed, on the page «Mer». */
export const MORE_ENTRIES: readonly MoreEntry[] = [
  { to: "/treff", word: "meetings", shown: ofBoard },
  // a board has it in its menu
  { to: "/aret", word: "year", shown: (viewer) => !ofBoard(viewer) && viewer.capabilities.includes("PLAN_READ") },
  {
    to: "/laget",
    word: "chapter",
    shown: ofBoard,
  },
  {
    to: "/styret",
    word: "board",
    shown: ofBoard,
  },
  {
    // a chapter's own way there is its list of members
    to: "/medlemmer/importer",
    word: "imports",
    shown: (viewer) => viewer.capabilities.includes("MEMBER_IMPORT") && !viewer.capabilities.includes("MEMBER_READ"),
  },
  {
    to: "/oppslag",
    word: "lookUp",
    shown: ({ capabilities }) => capabilities.includes("MEMBER_LOOKUP") || capabilities.includes("MEMBER_RIGHTS"),
  },
  {
    to: "/medlemsreisen",
    word: "journey",
    shown: (viewer) => viewer.seat.unitKind !== "CHAPTER" && viewer.capabilities.includes("STATISTICS_READ"),
  },
  {
    to: "/medlemstall",
    word: "memberNumbers",
    shown: (viewer) => viewer.seat.unitKind !== "CHAPTER" && viewer.capabilities.includes("STATISTICS_READ"),
  },
  { to: "/onsker", word: "requests", shown: (viewer) => viewer.capabilities.includes("WAIVER_DECIDE") },
  {
    to: "/beskjeder",
    word: "messages",
    shown: (viewer) => viewer.capabilities.includes("NEWS_READ") || viewer.capabilities.includes("BOARD_MESSAGE"),
  },
  { to: "/innstillinger", word: "settings", shown: (viewer) => viewer.capabilities.includes("SETTINGS_WRITE") },
  {
    to: "/ko",
    word: "queue",
    shown: (viewer) => viewer.seat.unitKind === "CHAPTER" && viewer.capabilities.includes("TOUCHPOINT_WRITE"),
  },
  { to: "/konto", word: "account", shown: () => true },
  { to: "/hjelp", word: "help", shown: () => true },
  { to: "/postkasse", word: "mailbox", shown: (viewer) => viewer.demo },
  { to: "/endringer", word: "audit", shown: (viewer) => viewer.capabilities.includes("AUDIT_READ") },
  { to: "/personvern", word: "privacy", shown: () => true },
  { to: "/logg-ut", word: "signOut", shown: () => true },
];

/** The seat's page: where one switches between the offices one holds. */
export const SEAT_PATH = "/rolle";
