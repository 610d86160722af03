import { addDays, latestDate, nextVersionNumber } from "@varde/domain";
import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse, Refusal } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import {
  applyRollout,
  asRows,
  freezeDraft,
  lockTemplate,
  newestPublished,
  planOccurrences,
  requireIds,
  versionRows,
} from "../templates/index.js";
import { v5 as uuidv5 } from "uuid";
import { choosePilotChapters } from "./choose-chapters.js";
import { startRules } from "./pilot.inputs.js";
import type { PilotPreviewInput, StartPilotInput } from "./pilot.inputs.js";
import { PILOT_TEXTS } from "./pilot.texts.js";
import type { PilotPreview } from "./pilot.type.js";

/** A pilot lasts a year at most, and begins within one. */
export const MOST_DAYS = 366;

const isNear = (day: string, today: string): boolean =>
  day >= addDays(today, -MOST_DAYS) && day <= addDays(today, MOST_DAYS);

type Counts = { chapter_id: string; created: number; lifted: number; cancelled: number; left_alone: number };

/** What starting a pilot would do; writes nothing. Throws NOT_FOUND without the draft, BAD_REQUEST for what the form does not let one choose. */
export async function previewPilot(work: Work, language: Language, input: PilotPreviewInput): Promise<PilotPreview> {
  requireIds(input.templateId, input.versionId);
  if (!isNear(input.startsOn, work.today)) throw new AppError("BAD_REQUEST");
  const versions = await versionRows(work, input.templateId);
  const draft = versions.find(({ id, state }) => id === input.versionId && state === "DRAFT");
  if (!draft) throw new AppError("NOT_FOUND");
  const chosen = await choosePilotChapters(work, language, input, draft.definition).catch((error: unknown) => {
    throw error instanceof Refusal ? new AppError("BAD_REQUEST") : error;
  });
  const { occurrences, offered } = planOccurrences(draft.definition, input.startsOn, work.today, input.catchUp);
  const rows = await work.query<Counts & { already_there: number }>(
    `select * from authz.preview_rollout($1, $2::uuid[], $3, $4)`,
    [draft.id, chosen.chapters.map(({ id }) => id), input.startsOn, asRows(occurrences)],
  );
  const counts = new Map(rows.map((row) => [row.chapter_id, row]));
  const next = nextVersionNumber(
    versions.filter(({ state }) => state !== "DRAFT"),
    draft.definition,
  );
  return {
    versionNumber: `${next.major}.${next.minor}`,
    triggerKind: draft.definition.trigger.kind,
    seed: chosen.seed,
    eligible: chosen.eligible,
    chapters: chosen.chapters.map(({ id, shortName }) => {
      const row = counts.get(id);
      return {
        chapterId: id,
        chapterName: shortName,
        created: row?.created ?? 0,
        lifted: row?.lifted ?? 0,
        cancelled: row?.cancelled ?? 0,
        leftAlone: row?.left_alone ?? 0,
        alreadyThere: row?.already_there ?? 0,
      };
    }),
    occurrences: occurrences.filter(({ make }) => make),
    askedAbout: offered.length,
  };
}

function checkDays(work: Work, language: Language, input: StartPilotInput): void {
  if (!isNear(input.startsOn, work.today)) refuse("INVALID", say(language, PILOT_TEXTS.startsTooFar), ["startsOn"]);
  const from = latestDate(input.startsOn, work.today);
  const early = input.endsOn < input.startsOn || input.endsOn <= work.today;
  if (early || input.endsOn > addDays(from, MOST_DAYS))
    refuse("INVALID", say(language, PILOT_TEXTS.endsTooSoon), ["endsOn"]);
}

/**
 * Makes a draft a version that never changes again and gives it to some chapters from a day on, chosen or drawn. One pilot of a
 * template at a time; it is measured against what was newest in force when it began.
 */
export async function startPilot(work: Work, language: Language, input: StartPilotInput): Promise<Done> {
  requireIds(input.templateId, input.versionId);
  checkInput(startRules, { id: input.id }, language);
  checkDays(work, language, input);
  const { organizationId, seatId } = seated(work);
  await lockTemplate(work, input.templateId);
  const versions = await versionRows(work, input.templateId);
  const known = versions.find(({ id }) => id === input.versionId);
  if (!known) throw new AppError("NOT_FOUND");
  const [there] = await work.query<{ id: string; running: boolean }>(
    `select id, decision is null as running from app.pilot where organization_id = $1 and (id = $3 or (template_id = $2 and decision is null))
      order by id = $3 desc limit 1`,
    [organizationId, input.templateId, input.id],
  );
  if (there?.id === input.id) refuse("CONFLICT", say(language, COMMON.taken), ["id"]);
  if (there) refuse("CONFLICT", say(language, PILOT_TEXTS.alreadyRunning), [], there.id);
  const chosen = await choosePilotChapters(work, language, input, known.definition);
  const before = newestPublished(versions);
  const frozen = await freezeDraft(work, language, { ...input, asMajor: false }, "PILOT");
  // the roll-out's own id: the same when the pilot is started again
  const rolloutId = uuidv5("rollout", input.id);
  const counts = await applyRollout(work, {
    id: rolloutId,
    templateId: input.templateId,
    version: frozen,
    ring: "PILOT",
    allChapters: false,
    chapterIds: chosen.chapters.map(({ id }) => id),
    effectiveFrom: input.startsOn,
    catchUp: input.catchUp,
  });
  if (!counts) refuse("CONFLICT", say(language, COMMON.taken), ["id"]);
  await work.query(
    `insert into app.pilot (organization_id, id, template_id, version_id, rollout_id, compared_version_id, chosen, seed, eligible, starts_on, ends_on, first_ends_on, started_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)`,
    [
      organizationId,
      input.id,
      input.templateId,
      frozen.id,
      rolloutId,
      before?.id ?? null,
      chosen.seed === null ? "CHOSEN" : "RANDOM",
      chosen.seed,
      chosen.eligible,
      input.startsOn,
      input.endsOn,
      seatId,
    ],
  );
  await audit(work, {
    action: "PILOT_STARTED",
    subjectType: "TouchpointTemplate",
    subjectId: input.templateId,
    detail: {
      pilot: input.id,
      version: frozen.number,
      chapters: chosen.chapters.length,
      drawn: chosen.seed !== null,
      from: input.startsOn,
      to: input.endsOn,
    },
  });
  return { id: input.id, rev: 1 };
}
