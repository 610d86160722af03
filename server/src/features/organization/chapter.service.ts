import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { chapterRules, closeRules, createChapterRules } from "./organization.inputs.js";
import type { CloseChapterInput, CreateChapterInput, UpdateChapterInput } from "./organization.inputs.js";
import { sayLevel } from "./level.js";
import { UNIT_TEXTS } from "./organization.texts.js";
import { endSeats } from "./region.service.js";

type Held = { opened_on: string; closed_on: string | null; direct_members: boolean; rev: number };

/** The chapter, locked, on the `rev` the change is based on. Throws NOT_FOUND; refuses when it is stale or closed. */
export async function holdChapter(
  work: Work,
  { id, rev }: { id: string; rev: number },
  language: Language,
): Promise<Held> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [held] = await work.query<Held>(
    `select opened_on, closed_on, direct_members, rev from app.chapter where organization_id = $1 and id = $2 for update`,
    [seated(work).organizationId, id],
  );
  if (!held) throw new AppError("NOT_FOUND");
  if (held.closed_on) refuse("LOCKED", say(language, UNIT_TEXTS.closed), [], id);
  if (held.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  return held;
}

async function refuseTakenName(work: Work, name: string, id: string, language: Language): Promise<void> {
  const taken = await work.query(
    `select 1 from app.chapter where organization_id = $1 and lower(name) = lower($2) and id <> $3`,
    [seated(work).organizationId, name, id],
  );
  if (taken.length > 0) refuse("INVALID", say(language, COMMON.taken), ["name"]);
}

/** The region is there and open on the day. Throws NOT_FOUND; refuses a closed one. */
export async function demandOpenRegion(work: Work, id: string, day: string, language: Language): Promise<void> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  // held against being closed meanwhile
  const [region] = await work.query<{ open: boolean }>(
    `select opened_on <= $3 and (closed_on is null or closed_on > $3) as open from app.region where organization_id = $1 and id = $2 for update`,
    [seated(work).organizationId, id, day],
  );
  if (!region) throw new AppError("NOT_FOUND");
  if (!region.open) refuse("INVALID", await sayLevel(work, language, UNIT_TEXTS.regionClosed), ["regionId"]);
}

export async function createChapter(work: Work, input: CreateChapterInput, language: Language): Promise<Done> {
  const { organizationId } = seated(work);
  const facts = checkInput(createChapterRules(language, work.today), { ...input }, language);
  await refuseTakenName(work, facts.name, facts.id, language);
  if (facts.regionId) await demandOpenRegion(work, facts.regionId, facts.openedOn, language);
  const made = await work.query(
    `insert into app.chapter (organization_id, id, name, short_name, county, municipalities, opened_on)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    [organizationId, facts.id, facts.name, facts.shortName, facts.county, facts.municipalities, facts.openedOn],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], facts.id);
  if (facts.regionId) {
    await work.query(
      `insert into app.chapter_region (organization_id, chapter_id, region_id, valid_from) values ($1, $2, $3, $4)`,
      [organizationId, facts.id, facts.regionId, facts.openedOn],
    );
  }
  await audit(work, {
    action: "CHAPTER_CREATED",
    subjectType: "Chapter",
    subjectId: facts.id,
    chapterId: facts.id,
    detail: { openedOn: facts.openedOn, regionId: facts.regionId },
  });
  return { id: facts.id, rev: 1 };
}

export async function updateChapter(work: Work, input: UpdateChapterInput, language: Language): Promise<Done> {
  const held = await holdChapter(work, input, language);
  const facts = checkInput(chapterRules(language, held.direct_members), { ...input }, language);
  await refuseTakenName(work, facts.name, input.id, language);
  const [changed] = await work.query<{ rev: number }>(
    `update app.chapter set name = $3, short_name = $4, county = $5, municipalities = $6, rev = rev + 1
      where organization_id = $1 and id = $2 returning rev`,
    [seated(work).organizationId, input.id, facts.name, facts.shortName, facts.county, facts.municipalities],
  );
  await audit(work, {
    action: "CHAPTER_UPDATED",
    subjectType: "Chapter",
    subjectId: input.id,
    chapterId: input.id,
    detail: { rev: changed!.rev },
  });
  return { id: input.id, rev: changed!.rev };
}

/** Closes a chapter: what it had open is cancelled, its seats end now, its invitations are taken back. */
export async function closeChapter(work: Work, input: CloseChapterInput, language: Language): Promise<Done> {
  const held = await holdChapter(work, input, language);
  if (held.direct_members) refuse("LOCKED", say(language, UNIT_TEXTS.directMembers), [], input.id);
  const { closedOn } = checkInput(closeRules(language, work.today), { ...input }, language);
  if (closedOn < held.opened_on) refuse("INVALID", say(language, UNIT_TEXTS.beforeOpened), ["closedOn"]);
  const [changed] = await work.query<{ rev: number }>(
    `update app.chapter set closed_on = $3, rev = rev + 1 where organization_id = $1 and id = $2 returning rev`,
    [seated(work).organizationId, input.id, closedOn],
  );
  const [cancelled] = await work.query<{ n: number }>(`select authz.cancel_for_closed_chapter($1) as n`, [input.id]);
  await endSeats(work, "chapter_id", input.id);
  await audit(work, {
    action: "CHAPTER_CLOSED",
    subjectType: "Chapter",
    subjectId: input.id,
    chapterId: input.id,
    detail: { closedOn, cancelled: cancelled!.n },
  });
  return { id: input.id, rev: changed!.rev };
}
