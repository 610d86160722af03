import { STAGES } from "./definition.js";
import type { Language, LocalizedText, Stage } from "./definition.js";
import { cardsIn } from "./journey-map.js";
import { mapFlow } from "./journey-map-flow.js";
import type { ToldJourney } from "./journey-map-flow.js";
import type { MapCardKind, MapMeasure } from "./journey-map.js";
import type { MapPictureContent } from "./journey-map-picture.js";
import { JOURNEY_MAP_WORDS } from "./journey-map-words.js";

/** A map as it is shown to somebody: names looked up, numbers beside. */
export type ShownMapEvidence = {
  kind: "QUOTE" | "NUMBER" | "SURVEY";
  text?: string | null;
  source?: string | null;
  measure?: MapMeasure | null;
  templateId?: string | null;
  surveyId?: string | null;
  question?: string | null;
};
export type ShownMapCard = {
  id: string;
  stage: Stage;
  kind: MapCardKind;
  title: string;
  text: string;
  owner: string;
  templateId?: string | null;
  templateName?: LooseText | null;
  evidence: readonly ShownMapEvidence[];
};
type LooseText = { nb: string; nn?: string | null; en?: string | null };
export type ShownMap = {
  year: number;
  state: "DRAFT" | "KEPT";
  cards: readonly ShownMapCard[];
  feelings: readonly { stage: Stage; mark?: number | null; words: string }[];
  /** `answered`: how many in the whole organization did, where it is published */
  questions: readonly {
    surveyId: string;
    question: string;
    title: LooseText;
    surveyTitle: LooseText;
    answered?: number | null;
  }[];
};
/** As the reader may see them; null is hidden. */
export type ShownMapNumbers = {
  outcomes: readonly { templateId: string; counts: { onTime?: number | null; closed?: number | null } }[];
  published: readonly { measure: MapMeasure; part?: number | null; whole?: number | null }[];
};

export const inLanguage = (text: LooseText, language: Language): string => text[language] || (text as LocalizedText).nb;

export const mapCardTitle = (card: Pick<ShownMapCard, "title" | "templateName">, language: Language): string =>
  card.title || (card.templateName ? inLanguage(card.templateName, language) : "");

/** «9 av 12 i tide»; null without numbers. What is hidden is said to be, and by no other sign than elsewhere. */
export function mapOutcomeWords(
  templateId: string | null | undefined,
  numbers: ShownMapNumbers | null,
  language: Language,
): string | null {
  const words = JOURNEY_MAP_WORDS[language];
  const outcome = numbers?.outcomes.find((one) => one.templateId === templateId);
  if (!outcome) return null;
  const { onTime = null, closed = null } = outcome.counts;
  if (closed === 0) return null;
  return onTime === null || closed === null ? words.hidden : words.onTime(String(onTime), String(closed));
}

/** What a piece of evidence says, for this reader. */
export function mapEvidenceWords(
  one: ShownMapEvidence,
  map: Pick<ShownMap, "questions">,
  numbers: ShownMapNumbers | null,
  language: Language,
): string {
  const words = JOURNEY_MAP_WORDS[language];
  if (one.kind === "QUOTE") return words.quote(one.text ?? "", one.source ?? "");
  if (one.kind === "SURVEY") {
    const asked = map.questions.find(
      ({ surveyId, question }) => surveyId === one.surveyId && question === one.question,
    );
    if (!asked) return words.nothing;
    const said = `${inLanguage(asked.surveyTitle, language)}: ${inLanguage(asked.title, language)}`;
    return asked.answered ? `${said} (${words.answered(String(asked.answered))})` : said;
  }
  if (one.measure === "DONE") return mapOutcomeWords(one.templateId, numbers, language) ?? words.nothing;
  const number = numbers?.published.find(({ measure }) => measure === one.measure);
  if (!number) return words.nothing;
  const { part = null, whole = null } = number;
  if (one.measure === "MEMBERS") return part === null ? words.hidden : words.members(String(part));
  return part === null || whole === null ? words.hidden : words.came(String(part), String(whole));
}

export type MapReader = {
  language: Language;
  /** what it is called at the top, beside the year */
  whose: string;
  /** the day, as it is written */
  day: string;
  /** how many are in each stage, where that is told */
  members?: Partial<Record<Stage, number>>;
  /** how those who joined went on; null where there is nothing to tell from */
  journey?: ToldJourney | null;
};

/** What the picture of a map says, for this reader. */
export function mapPictureContent(
  map: ShownMap,
  numbers: ShownMapNumbers | null,
  reader: MapReader,
): MapPictureContent {
  const { language, whose, day, members = {}, journey = null } = reader;
  const words = JOURNEY_MAP_WORDS[language];
  return {
    title: words.title(map.year),
    lead: `${whose} · ${map.state === "KEPT" ? words.kept : words.draft}`,
    feelingTitle: words.feelingTitle,
    stages: STAGES.map((stage) => {
      const feeling = map.feelings.find((one) => one.stage === stage);
      const mark = feeling?.mark ?? null;
      return {
        name: words.stages[stage],
        days: words.days[stage],
        members: members[stage] === undefined ? null : words.inStage(String(members[stage])),
        mark,
        markWord: mark === null ? words.noMark : words.marks[String(mark)]!,
        feeling: feeling?.words ?? "",
        cards: cardsIn(map.cards, stage).map((card) => {
          const outcome = mapOutcomeWords(card.templateId, numbers, language);
          return {
            kind: card.kind,
            kindWord: words.kinds[card.kind],
            title: mapCardTitle(card, language),
            owner: card.owner && words.owner(card.owner),
            lines: [
              ...(outcome === null ? [] : [outcome]),
              ...(card.text ? [card.text] : []),
              ...card.evidence.map((one) => mapEvidenceWords(one, map, numbers, language)),
            ],
          };
        }),
      };
    }),
    flow: journey && mapFlow(journey, language),
    notes: [words.legend, words.asOf(day), ...(Object.keys(members).length > 0 ? [words.own] : [])],
    more: words.more,
  };
}
