import { addMonths, emptyFeelings } from "@varde/domain";
import type { MapCard, MapEvidence, MapFeeling, Stage } from "@varde/domain";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { demoId } from "./random.js";
import type { DemoRows } from "./rows.js";

type Told = Partial<Pick<MapCard, "title" | "text" | "owner" | "evidence">> & { template?: string; origin?: string };
type Line = [key: string, stage: Stage, kind: MapCard["kind"], told: Told];

const quote = (text: string, source: string): MapEvidence => ({ key: "sitat", kind: "QUOTE", text, source });
const number = (measure: "CAME" | "MEMBERS"): MapEvidence => ({
  key: "tall",
  kind: "NUMBER",
  measure,
  templateId: null,
});

const LAST_YEAR: Line[] = [
  ["melding", "WELCOME", "TOUCHPOINT", { template: "ip-01", owner: "Styret" }],
  [
    "stille",
    "WELCOME",
    "PAIN",
    {
      title: "Det er stille etter innmelding",
      evidence: [quote("Jeg visste ikke om noen hadde sett at jeg meldte meg inn.", "Samtale med nye, i fjor vår")],
    },
  ],
  ["treff", "FIRST_MEETING", "TOUCHPOINT", { template: "ip-03", owner: "Verten på treffet" }],
  ["moete", "TAKE_PART", "TOUCHPOINT", { template: "ip-05", owner: "Styret" }],
  ["buss", "TAKE_PART", "IDEA", { title: "Dele skyss til treff" }],
  ["verv", "CONTRIBUTE", "TOUCHPOINT", { template: "ip-10", owner: "Valgkomiteen" }],
  ["fornyelse", "FIRST_MEETING", "TOUCHPOINT", { template: "ip-09", owner: "Styret" }],
  ["takk", "FAREWELL", "TOUCHPOINT", { template: "ip-12", owner: "Styret" }],
];
const THIS_YEAR: Line[] = [
  ["melding-2", "WELCOME", "TOUCHPOINT", { template: "ip-01", owner: "Styret", origin: "melding" }],
  [
    "samtale",
    "WELCOME",
    "TOUCHPOINT",
    { template: "ip-02", owner: "Fadder i styret", text: "En prat på ti minutter, når det passer medlemmet." },
  ],
  [
    "stille-2",
    "WELCOME",
    "PAIN",
    {
      title: "Det er stille etter innmelding",
      origin: "stille",
      evidence: [quote("Jeg visste ikke om noen hadde sett at jeg meldte meg inn.", "Samtale med nye, i fjor vår")],
    },
  ],
  [
    "treff-2",
    "FIRST_MEETING",
    "TOUCHPOINT",
    { template: "ip-03", owner: "Verten på treffet", origin: "treff", evidence: [number("CAME")] },
  ],
  [
    "doera",
    "FIRST_MEETING",
    "PAIN",
    {
      title: "Å komme alene inn i et fullt rom",
      evidence: [quote("Jeg snudde på trappa to ganger.", "Treffet for nye i vår")],
    },
  ],
  [
    "foelge",
    "FIRST_MEETING",
    "IDEA",
    { title: "Noen møter deg ute", text: "Verten står ved døra det første kvarteret.", owner: "Verten på treffet" },
  ],
  ["moete-2", "TAKE_PART", "TOUCHPOINT", { template: "ip-05", owner: "Styret", origin: "moete" }],
  ["sommer", "TAKE_PART", "TOUCHPOINT", { template: "ip-11", owner: "Styret" }],
  ["oppgave", "CONTRIBUTE", "TOUCHPOINT", { template: "ip-06", owner: "Styret" }],
  ["verv-2", "CONTRIBUTE", "TOUCHPOINT", { template: "ip-10", owner: "Valgkomiteen", origin: "verv" }],
  [
    "fornyelse-2",
    "RENEW",
    "TOUCHPOINT",
    { template: "ip-09", owner: "Styret", origin: "fornyelse", evidence: [number("MEMBERS")] },
  ],
  ["vet-ikke", "RENEW", "PAIN", { title: "Mange vet ikke hva kontingenten går til" }],
  ["takk-2", "FAREWELL", "TOUCHPOINT", { template: "ip-12", owner: "Styret", origin: "takk" }],
];
type Felt = Partial<Record<Stage, [mark: number, words: string]>>;
const FELT_LAST_YEAR: Felt = {
  WELCOME: [0, "Vennlig, men stille"],
  FIRST_MEETING: [-2, "Mange tør ikke komme"],
  TAKE_PART: [1, "Trygt når man er inne"],
  CONTRIBUTE: [1, ""],
  RENEW: [-1, "Kommer som en regning"],
};
const FELT_THIS_YEAR: Felt = {
  ...FELT_LAST_YEAR,
  WELCOME: [1, "Noen ringer"],
  FIRST_MEETING: [-1, "Bedre når noen møter en"],
  CONTRIBUTE: [2, "Det er fint å bli spurt"],
};

/** The journey maps of the year before, kept, and of this year, a draft that all may read. */
export function addJourneyMaps(rows: DemoRows, frame: Frame, organization: string, by: string): void {
  const cardId = (key: string): string => demoId("journey-card", organization, key);
  const cards = (lines: readonly Line[]): MapCard[] =>
    lines.map(([key, stage, kind, { template, origin, ...told }]) => ({
      id: cardId(key),
      stage,
      kind,
      title: "",
      text: "",
      owner: "",
      evidence: [],
      rev: 1,
      ...told,
      templateId: template === undefined ? null : demoId("template", organization, template),
      origin: origin === undefined ? null : cardId(origin),
    }));
  const feelings = (felt: Felt): MapFeeling[] =>
    emptyFeelings().map((none) => {
      const [mark, words] = felt[none.stage] ?? [null, ""];
      return mark === null ? none : { ...none, mark, words, rev: 1 };
    });
  const year = Number(frame.today.slice(0, 4));
  const common = { organization_id: organization, shared: true, started_by: by, rev: 12 };
  rows.journey_map.push(
    {
      ...common,
      id: demoId("journey-map", organization, "last"),
      year: year - 1,
      state: "KEPT",
      cards: cards(LAST_YEAR),
      feelings: feelings(FELT_LAST_YEAR),
      started_at: at(addMonths(frame.today, -12), 9),
      kept_by: by,
      kept_at: at(addMonths(frame.today, -11), 9),
    },
    {
      ...common,
      id: demoId("journey-map", organization, "this"),
      year,
      state: "DRAFT",
      cards: cards(THIS_YEAR),
      feelings: feelings(FELT_THIS_YEAR),
      started_at: at(addMonths(frame.today, -1), 9),
      kept_by: null,
      kept_at: null,
    },
  );
}
