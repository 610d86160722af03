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
import { closeRules, createRegionRules, updateRegionRules } from "./organization.inputs.js";
import type { CloseRegionInput, CreateRegionInput, UpdateRegionInput } from "./organization.inputs.js";
import { sayLevel } from "./level.js";
import { regionHasChapters, UNIT_TEXTS } from "./organization.texts.js";

type Held = { opened_on: string; closed_on: string | null; rev: number };

/** The region, locked, on the `rev` the change is based on. Throws NOT_FOUND; refuses when it is stale or closed. */
async function hold(work: Work, { id, rev }: { id: string; rev: number }, language: Language): Promise<Held> {
  if (!isUuid(id)) throw new AppError("NOT_FOUND");
  const [held] = await work.query<Held>(
    `select opened_on, closed_on, rev from app.region where organization_id = $1 and id = $2 for update`,
    [seated(work).organizationId, id],
  );
  if (!held) throw new AppError("NOT_FOUND");
  if (held.closed_on) refuse("LOCKED", say(language, UNIT_TEXTS.closed), [], id);
  if (held.rev !== rev) refuse("CONFLICT", say(language, COMMON.conflict), [], id);
  return held;
}

async function refuseTakenName(work: Work, name: string, id: string, language: Language): Promise<void> {
  const taken = await work.query(
    `select 1 from app.region where organization_id = $1 and lower(name) = lower($2) and closed_on is null and id <> $3`,
    [seated(work).organizationId, name, id],
  );
  if (taken.length > 0) refuse("INVALID", say(language, COMMON.taken), ["name"]);
}

export async function createRegion(work: Work, input: CreateRegionInput, language: Language): Promise<Done> {
  const facts = checkInput(createRegionRules(language, work.today), { ...input }, language);
  await refuseTakenName(work, facts.name, facts.id, language);
  const made = await work.query(
    `insert into app.region (organization_id, id, name, opened_on) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
    [seated(work).organizationId, facts.id, facts.name, facts.openedOn],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, COMMON.conflict), [], facts.id);
  await audit(work, {
    action: "REGION_CREATED",
    subjectType: "Region",
    subjectId: facts.id,
    detail: { openedOn: facts.openedOn },
  });
  return { id: facts.id, rev: 1 };
}

export async function updateRegion(work: Work, input: UpdateRegionInput, language: Language): Promise<Done> {
  await hold(work, input, language);
  const { name } = checkInput(updateRegionRules(language), { ...input }, language);
  await refuseTakenName(work, name, input.id, language);
  return change(work, input.id, "REGION_RENAMED", {}, `name = $3`, [name]);
}

/** Closes a region no open chapter belongs to; the seats in it end. */
export async function closeRegion(work: Work, input: CloseRegionInput, language: Language): Promise<Done> {
  const { organizationId } = seated(work);
  const region = await hold(work, input, language);
  const { closedOn } = checkInput(closeRules(language, work.today), { ...input }, language);
  if (closedOn < region.opened_on) refuse("INVALID", say(language, UNIT_TEXTS.beforeOpened), ["closedOn"]);
  const inside = await work.query<{ name: string }>(
    `select distinct c.name from app.chapter_region m join app.chapter c on c.organization_id = m.organization_id and c.id = m.chapter_id
      where m.organization_id = $1 and m.region_id = $2 and (m.valid_to is null or m.valid_to > $3)
        and (c.closed_on is null or c.closed_on > $3) order by 1`,
    [organizationId, input.id, closedOn],
  );
  if (inside.length > 0)
    refuse("INVALID", await sayLevel(work, language, regionHasChapters(inside.map(({ name }) => name))), [], input.id);
  await endSeats(work, "region_id", input.id);
  return change(work, input.id, "REGION_CLOSED", { closedOn }, `closed_on = $3`, [closedOn]);
}

/** Ends every seat of a unit that is closed, and takes back what it was invited to. */
export async function endSeats(work: Work, unit: "region_id" | "chapter_id", id: string): Promise<void> {
  const { organizationId } = seated(work);
  await work.query(
    `update app.invitation i set revoked_at = now() from app.seat s
      where i.organization_id = $1 and s.organization_id = $1 and s.id = i.seat_id and s.${unit} = $2 and i.accepted_at is null and i.revoked_at is null`,
    [organizationId, id],
  );
  await work.query(
    `update app.seat set valid_to = greatest(valid_from, authz.today()), rev = rev + 1
      where organization_id = $1 and ${unit} = $2 and (valid_to is null or valid_to > greatest(valid_from, authz.today()))`,
    [organizationId, id],
  );
}

async function change(
  work: Work,
  id: string,
  action: string,
  detail: Record<string, string>,
  set: string,
  values: readonly unknown[],
): Promise<Done> {
  const [changed] = await work.query<{ rev: number }>(
    `update app.region set ${set}, rev = rev + 1 where organization_id = $1 and id = $2 returning rev`,
    [seated(work).organizationId, id, ...values],
  );
  await audit(work, { action, subjectType: "Region", subjectId: id, detail });
  return { id, rev: changed!.rev };
}
