import { carriedOver, emptyFeelings, MOST_MAP_CARDS, moveMapCard, putMapCard } from "@varde/domain";
import type { Language, MapCard, MapFeeling } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { mapRules } from "./journey-map.inputs.js";
import type {
  DeleteCardInput,
  KeepJourneyMapInput,
  MoveCardInput,
  SaveCardInput,
  SetFeelingInput,
  ShareJourneyMapInput,
  StartJourneyMapInput,
} from "./journey-map.inputs.js";
import { MAP_TEXTS } from "./journey-map.texts.js";
import type { MapStart } from "./journey-map.type.js";
import { mapBefore, mapById, mapTemplates } from "./read-journey-map.js";
import type { MapRow } from "./read-journey-map.js";

type Content = { cards: MapCard[]; feelings: MapFeeling[] };

async function contentOf(work: Work, language: Language, year: number, from: MapStart): Promise<Content> {
  if (from === "EMPTY") return { cards: [], feelings: emptyFeelings() };
  if (from === "LAST") {
    const last = await mapBefore(work, year);
    if (!last) return refuse("INVALID", say(language, MAP_TEXTS.nothingBefore), ["from"]);
    return {
      cards: carriedOver(last.cards, uuidv7),
      feelings: last.feelings.map((feeling) => ({ ...feeling, rev: 1 })),
    };
  }
  const cards = (await mapTemplates(work)).slice(0, MOST_MAP_CARDS).map(({ id, stage }): MapCard => ({
    id: uuidv7(),
    stage,
    kind: "TOUCHPOINT",
    title: "",
    text: "",
    owner: "",
    templateId: id,
    evidence: [],
    origin: null,
    rev: 1,
  }));
  return { cards, feelings: emptyFeelings() };
}

/** Begins the map of this year or the next. Two who begin at once: the second is told that it is there. */
export async function startJourneyMap(work: Work, language: Language, input: StartJourneyMapInput): Promise<Done> {
  const { organizationId, seatId } = seated(work);
  const thisYear = Number(work.today.slice(0, 4));
  if (!isUuid(input.id)) throw new AppError("BAD_REQUEST");
  if (input.year !== thisYear && input.year !== thisYear + 1)
    refuse("INVALID", say(language, MAP_TEXTS.year), ["year"]);
  const { cards, feelings } = await contentOf(work, language, input.year, input.from);
  const made = await work.query(
    `insert into app.journey_map (organization_id, id, year, cards, feelings, started_by) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning 1`,
    [organizationId, input.id, input.year, JSON.stringify(cards), JSON.stringify(feelings), seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, MAP_TEXTS.exists), ["year"]);
  await audit(work, {
    action: "JOURNEY_MAP_STARTED",
    subjectType: "JourneyMap",
    subjectId: input.id,
    detail: { year: input.year, from: input.from, cards: cards.length },
  });
  return { id: input.id, rev: 1 };
}

/** The draft, locked: whoever else changes it waits. Throws NOT_FOUND, and refuses what is kept. */
async function draft(work: Work, language: Language, id: string): Promise<MapRow> {
  const row = await mapById(work, id, true);
  if (!row) throw new AppError("NOT_FOUND");
  if (row.state === "KEPT") refuse("LOCKED", say(language, MAP_TEXTS.kept), [], id);
  return row;
}

async function write(work: Work, row: MapRow, change: Partial<Content>): Promise<Done> {
  await work.query(
    `update app.journey_map set cards = $3, feelings = $4, rev = rev + 1 where organization_id = $1 and id = $2`,
    [
      seated(work).organizationId,
      row.id,
      JSON.stringify(change.cards ?? row.cards),
      JSON.stringify(change.feelings ?? row.feelings),
    ],
  );
  return { id: row.id, rev: row.rev + 1 };
}

const conflict = (language: Language, row: MapRow): never =>
  refuse("CONFLICT", say(language, COMMON.conflict), [], row.id);

/** What a card points at has to be there: a template that chapters have seen. */
async function requireTemplates(work: Work, card: Pick<MapCard, "templateId" | "evidence">): Promise<void> {
  const named = [card.templateId, ...card.evidence.map((one) => (one.kind === "NUMBER" ? one.templateId : null))];
  const wanted = [...new Set(named.filter((id) => id !== null))];
  if (wanted.length === 0) return;
  const known = new Set((await mapTemplates(work)).map(({ id }) => id));
  if (!wanted.every((id) => known.has(id))) throw new AppError("NOT_FOUND");
}

/** Writes a card, or a new one at the end of its stage. */
export async function saveCard(work: Work, language: Language, input: SaveCardInput): Promise<Done> {
  const card = checkInput(mapRules(language).card, { ...input }, language);
  const row = await draft(work, language, input.mapId);
  await requireTemplates(work, card);
  const there = row.cards.find(({ id }) => id === card.id);
  if (input.rev !== (there?.rev ?? 0)) conflict(language, row);
  if (!there && row.cards.length >= MOST_MAP_CARDS) refuse("INVALID", say(language, MAP_TEXTS.full), [], row.id);
  const saved: MapCard = { ...card, origin: there ? there.origin : card.origin, rev: input.rev + 1 };
  return write(work, row, { cards: putMapCard(row.cards, saved) });
}

/** Moves a card. It has no `rev`: two who move different cards at once both get what they meant, and of two who move one the last. */
export async function moveCard(work: Work, language: Language, input: MoveCardInput): Promise<Done> {
  const row = await draft(work, language, input.mapId);
  if (!row.cards.some(({ id }) => id === input.id)) throw new AppError("NOT_FOUND");
  return write(work, row, { cards: moveMapCard(row.cards, input.id, input.stage, input.beforeId ?? null) });
}

export async function deleteCard(work: Work, language: Language, input: DeleteCardInput): Promise<Done> {
  const row = await draft(work, language, input.mapId);
  const there = row.cards.find(({ id }) => id === input.id);
  if (!there) throw new AppError("NOT_FOUND");
  if (there.rev !== input.rev) conflict(language, row);
  await audit(work, {
    action: "JOURNEY_CARD_DELETED",
    subjectType: "JourneyMap",
    subjectId: row.id,
    detail: { year: row.year, stage: there.stage, kind: there.kind },
  });
  return write(work, row, { cards: row.cards.filter(({ id }) => id !== input.id) });
}

export async function setFeeling(work: Work, language: Language, input: SetFeelingInput): Promise<Done> {
  const { mark, words } = checkInput(mapRules(language).feeling, { mark: input.mark, words: input.words }, language);
  const row = await draft(work, language, input.mapId);
  const there = row.feelings.find(({ stage }) => stage === input.stage);
  if (input.rev !== (there?.rev ?? 0)) conflict(language, row);
  const set: MapFeeling = { stage: input.stage, mark, words, rev: input.rev + 1 };
  const others = row.feelings.filter(({ stage }) => stage !== input.stage);
  return write(work, row, { feelings: [...others, set] });
}

/** Lets all of the organization read a draft, or no longer. */
export async function shareJourneyMap(work: Work, language: Language, input: ShareJourneyMapInput): Promise<Done> {
  const row = await draft(work, language, input.id);
  if (row.shared === input.shared) return { id: row.id, rev: row.rev };
  if (row.rev !== input.rev) conflict(language, row);
  await work.query(`update app.journey_map set shared = $3, rev = rev + 1 where organization_id = $1 and id = $2`, [
    seated(work).organizationId,
    row.id,
    input.shared,
  ]);
  await audit(work, {
    action: input.shared ? "JOURNEY_MAP_SHARED" : "JOURNEY_MAP_UNSHARED",
    subjectType: "JourneyMap",
    subjectId: row.id,
    detail: { year: row.year },
  });
  return { id: row.id, rev: row.rev + 1 };
}

/** Ends the draft: this is the map of that year, for everybody and for good. */
export async function keepJourneyMap(work: Work, language: Language, input: KeepJourneyMapInput): Promise<Done> {
  const row = await draft(work, language, input.id);
  if (row.rev !== input.rev) conflict(language, row);
  if (row.cards.length === 0) refuse("INVALID", say(language, MAP_TEXTS.empty), [], row.id);
  await work.query(
    `update app.journey_map set state = 'KEPT', shared = true, kept_by = $3, kept_at = now(), rev = rev + 1 where organization_id = $1 and id = $2`,
    [seated(work).organizationId, row.id, seated(work).seatId],
  );
  await audit(work, {
    action: "JOURNEY_MAP_KEPT",
    subjectType: "JourneyMap",
    subjectId: row.id,
    detail: { year: row.year, cards: row.cards.length },
  });
  return { id: row.id, rev: row.rev + 1 };
}
