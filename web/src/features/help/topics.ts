import type { Topic } from "../../texts/help";

/** Which help a page has, by the beginning of its address; the longest that fits wins. `:` stands for an id. */
const BY_PATH: Record<string, Topic> = {
  "/oppgaver": "tasks",
  "/oppgaver/:": "task",
  "/oppgaver/:/rapport": "report",
  "/oppgaver/tilpass": "adapt",
  "/medlemmer": "members",
  "/medlemmer/:": "member",
  "/medlemmer/importer": "import",
  "/medlemmer/reisen": "journey",
  "/medlemsreisen": "journey",
  "/treff": "meetings",
  "/styret": "board",
  "/laget": "own",
  "/beskjeder": "messages",
  "/konto": "account",
  "/ko": "queue",
  "/onsker": "wishes",
  "/sammenlign": "compare",
  "/svar": "answers",
  "/lag": "chapters",
  "/punkter": "templates",
  "/punkter/:/utkast": "editor",
  "/punkter/:/utrulling": "rollout",
  "/innstillinger": "settings",
  "/endringer": "audit",
  "/mer/logg": "audit",
  "/ovelse": "practice",
  "/aret": "year",
  "/handlingsplan": "plan",
  "/handlingsplaner": "plans",
  "/strategi": "plans",
  "/arsmote": "annualMeeting",
  "/arsmelding": "annualReport",
  "/arsrapport": "grantReturn",
  "/medlemmer/telling": "grantReturn",
  "/arsrapporter": "grantReturns",
  "/innstillinger/tilskudd": "grantReturns",
  "/medlemsreisen/undersokelser": "surveys",
  "/medlemsreisen/kart": "journeyMap",
  "/punkter/kjernepakke/velg": "coreChoice",
  "/punkter/:/gjennom-arene": "throughYears",
};

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** Who reads: a board does the work, a mentor follows one chapter, those above many. */
export type Reader = "board" | "mentor" | "above";

export function readerOf(capabilities: readonly string[]): Reader {
  if (capabilities.includes("TOUCHPOINT_WRITE")) return "board";
  return capabilities.includes("WAIVER_DECIDE") ? "above" : "mentor";
}

const FRONT: Record<Reader, Topic> = { board: "today", mentor: "mentor", above: "overview" };

/** The topic of an address for who reads it, or null where there is nothing to explain. */
export function topicOf(pathname: string, reader: Reader): Topic | null {
  const parts = pathname
    .split("/")
    .filter((part) => part !== "")
    .map((part) => (ID.test(part) ? ":" : part));
  if (parts.length === 0) return FRONT[reader];
  if (parts[0] === "oppgaver" && reader !== "board") return "follow";
  for (let length = parts.length; length > 0; length -= 1) {
    const found = BY_PATH[`/${parts.slice(0, length).join("/")}`];
    if (found) return found;
  }
  return null;
}

const FOR_ALL: readonly Topic[] = ["messages", "account"];
const FOR_BOARD: readonly Topic[] = [
  "today",
  "tasks",
  "task",
  "report",
  "members",
  "member",
  "import",
  "journey",
  "year",
  "meetings",
  "plan",
  "annualMeeting",
  "annualReport",
  "grantReturn",
  "surveys",
  "board",
  "own",
  "adapt",
  "queue",
  ...FOR_ALL,
];
const ABOVE: readonly Topic[] = [
  "overview",
  "compare",
  "follow",
  "answers",
  "chapters",
  "wishes",
  "journey",
  "year",
  "plans",
];
const MENTOR: readonly Topic[] = ["mentor", "follow", "chapters", "account"];
const NATIONAL: readonly Topic[] = [
  "templates",
  "editor",
  "rollout",
  "journeyMap",
  "surveys",
  "coreChoice",
  "throughYears",
  "grantReturns",
  "settings",
  "audit",
];

/** What the help page has for a seat, in the order one meets it. */
export function topicsFor(capabilities: readonly string[]): readonly Topic[] {
  const reader = readerOf(capabilities);
  if (reader === "board") return FOR_BOARD;
  if (reader === "mentor") return MENTOR;
  return [...ABOVE, ...(capabilities.includes("TEMPLATE_WRITE") ? NATIONAL : []), "account"];
}
