import { randomBytes } from "node:crypto";
import { drawStratified } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import { chaptersOf } from "../templates/index.js";
import type { ChapterRow } from "../templates/index.js";
import { drawRules } from "./pilot.inputs.js";
import type { PilotPreviewInput } from "./pilot.inputs.js";
import { PILOT_TEXTS } from "./pilot.texts.js";

export type PilotChapters = {
  chapters: { id: string; shortName: string }[];
  /** how many there were to choose from */
  eligible: number;
  /** null when somebody chose */
  seed: string | null;
};

/** The chapters that may be drawn, each with its size class: what makes the strata is never how many members there are. */
async function strata(work: Work): Promise<Map<string, string>> {
  const rows = await work.query<{ chapter_id: string; size_class: string }>(`select * from authz.size_classes()`);
  return new Map(rows.map((row) => [row.chapter_id, row.size_class]));
}

const withBoard = (chapters: readonly ChapterRow[]): ChapterRow[] =>
  chapters.filter(({ directMembers }) => !directMembers);

/** Half of them, at least one. */
const half = (n: number): number => Math.max(1, Math.floor(n / 2));

/**
 * The chapters of a pilot: those named, or drawn by size class from a seed. The same seed, chapters and sizes give the same pilot.
 * Members without a chapter have no board to ask what it thinks, so theirs is never one. Throws NOT_FOUND for a chapter or a region
 * that is not there.
 */
export async function choosePilotChapters(
  work: Work,
  language: Language,
  input: PilotPreviewInput,
  definition: TemplateDefinition,
): Promise<PilotChapters> {
  const { random, chapterIds } = input;
  if (random && chapterIds) refuse("INVALID", say(language, PILOT_TEXTS.chooseOneWay), ["random"]);
  const scope = { effectiveFrom: input.startsOn };
  if (!random) {
    if (!chapterIds || chapterIds.length === 0)
      refuse("INVALID", say(language, PILOT_TEXTS.chooseChapters), ["chapterIds"]);
    const all = withBoard(await chaptersOf(work, scope, definition));
    const chapters = await chaptersOf(work, { ...scope, chapterIds }, definition);
    if (withBoard(chapters).length < chapters.length)
      refuse("INVALID", say(language, PILOT_TEXTS.noBoard), ["chapterIds"]);
    if (chapters.length === 0) refuse("INVALID", say(language, PILOT_TEXTS.chooseChapters), ["chapterIds"]);
    return { chapters, eligible: Math.max(all.length, chapters.length), seed: null };
  }
  const rules = checkInput(drawRules, { take: random.take, seed: random.seed }, language);
  const sizes = random.sizeClasses ?? [];
  const regionIds = random.regionIds ?? [];
  const inRegions = withBoard(
    await chaptersOf(work, regionIds.length > 0 ? { ...scope, regionIds } : scope, definition),
  );
  const classOf = await strata(work);
  const stratumOf = (id: string): string => classOf.get(id) ?? "SMALL";
  const eligible = inRegions.filter(({ id }) => sizes.length === 0 || sizes.some((size) => size === stratumOf(id)));
  if (eligible.length === 0) refuse("INVALID", say(language, PILOT_TEXTS.chooseChapters), ["random"]);
  const take = rules.take ?? half(eligible.length);
  if (take > eligible.length) refuse("INVALID", say(language, PILOT_TEXTS.tooManyDrawn), ["random", "take"]);
  const seed = rules.seed ?? randomBytes(8).toString("hex");
  const drawn = new Set(
    drawStratified(
      eligible.map(({ id }) => ({ id, stratum: stratumOf(id) })),
      take,
      seed,
    ),
  );
  return { chapters: eligible.filter(({ id }) => drawn.has(id)), eligible: eligible.length, seed };
}
