import { addDays, latestDate } from "@varde/domain";
import type { Language } from "@varde/domain";
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
import {
  createDraft,
  lockTemplate,
  newestPublished,
  promoteVersion,
  takeBack,
  versionRows,
} from "../templates/index.js";
import { decideRules } from "./pilot.inputs.js";
import type { ClosePilotInput, DecidePilotInput, ExtendPilotInput } from "./pilot.inputs.js";
import { PILOT_TEXTS } from "./pilot.texts.js";
import { MOST_DAYS } from "./start-pilot.service.js";

type Held = {
  template_id: string;
  version_id: string;
  number: string;
  rollout_id: string;
  starts_on: string;
  ends_on: string;
  decided: boolean;
  withdrawn: boolean;
  rev: number;
};

/** The pilot behind its template's lock, so that it and the template's versions change one act at a time. Refuses what is decided or stale. */
async function holdPilot(work: Work, language: Language, input: { id: string; rev: number }): Promise<Held> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const { organizationId } = seated(work);
  const [found] = await work.query<{ template_id: string }>(
    `select template_id from app.pilot where organization_id = $1 and id = $2`,
    [organizationId, input.id],
  );
  if (!found) throw new AppError("NOT_FOUND");
  await lockTemplate(work, found.template_id);
  const [row] = await work.query<Held>(
    `select p.template_id, p.version_id, v.major || '.' || v.minor as number, p.rollout_id, p.starts_on, p.ends_on, p.decision is not null as decided,
            r.withdrawn_at is not null as withdrawn, p.rev
       from app.pilot p join app.template_version v on v.organization_id = p.organization_id and v.id = p.version_id
       join app.rollout r on r.organization_id = p.organization_id and r.id = p.rollout_id
      where p.organization_id = $1 and p.id = $2`,
    [organizationId, input.id],
  );
  if (!row) throw new AppError("NOT_FOUND");
  if (row.decided) refuse("LOCKED", say(language, PILOT_TEXTS.decided), [], input.id);
  if (row.rev !== input.rev) refuse("CONFLICT", say(language, COMMON.conflict), [], input.id);
  return row;
}

async function moveEnd(
  work: Work,
  pilot: Held & { id: string },
  endsOn: string,
  action: "PILOT_EXTENDED" | "PILOT_CLOSED",
): Promise<Done> {
  await work.query(`update app.pilot set ends_on = $3, rev = rev + 1 where organization_id = $1 and id = $2`, [
    seated(work).organizationId,
    pilot.id,
    endsOn,
  ]);
  await audit(work, {
    action,
    subjectType: "TouchpointTemplate",
    subjectId: pilot.template_id,
    detail: { pilot: pilot.id, version: pilot.number, before: pilot.ends_on, to: endsOn },
  });
  return { id: pilot.id, rev: pilot.rev + 1 };
}

/** Lets a pilot last longer, also when it is over and nothing is decided. */
export async function extendPilot(work: Work, language: Language, input: ExtendPilotInput): Promise<Done> {
  const pilot = await holdPilot(work, language, input);
  const { endsOn } = input;
  const most = addDays(latestDate(pilot.starts_on, work.today), MOST_DAYS);
  if (endsOn <= pilot.ends_on || endsOn <= work.today || endsOn > most)
    refuse("INVALID", say(language, PILOT_TEXTS.extendLater), ["endsOn"], input.id);
  return moveEnd(work, { ...pilot, id: input.id }, endsOn, "PILOT_EXTENDED");
}

/** Ends a pilot today, so that its boards are asked. Its chapters go on with the version until something is decided. */
export async function closePilot(work: Work, language: Language, input: ClosePilotInput): Promise<Done> {
  const pilot = await holdPilot(work, language, input);
  if (pilot.starts_on > work.today) refuse("INVALID", say(language, PILOT_TEXTS.notBegun), [], input.id);
  if (pilot.ends_on <= work.today) refuse("INVALID", say(language, PILOT_TEXTS.alreadyOver), [], input.id);
  return moveEnd(work, { ...pilot, id: input.id }, work.today, "PILOT_CLOSED");
}

/** The version is the one in force. It stays in its chapters; the others get it by a roll-out. */
async function promote(work: Work, language: Language, pilot: Held & { id: string }): Promise<void> {
  const versions = await versionRows(work, pilot.template_id);
  const isTried = versions.some(({ id, state }) => id === pilot.version_id && state === "PILOT");
  if (!isTried || pilot.withdrawn) refuse("INVALID", say(language, PILOT_TEXTS.notInForce), ["decision"], pilot.id);
  const before = newestPublished(versions);
  await promoteVersion(work, pilot.template_id, pilot.version_id);
  await audit(work, {
    action: "TEMPLATE_PUBLISHED",
    subjectType: "TouchpointTemplate",
    subjectId: pilot.template_id,
    detail: { version: pilot.number, before: before && `${before.major}.${before.minor}` },
  });
}

/** A draft to go on with, made from what was tried; one that is there already is not touched. */
async function revise(work: Work, language: Language, pilot: Held, key: string): Promise<void> {
  const versions = await versionRows(work, pilot.template_id);
  if (versions.some(({ state }) => state === "DRAFT")) return;
  await createDraft(work, language, {
    key,
    templateId: pilot.template_id,
    versionId: uuidv7(),
    fromVersionId: pilot.version_id,
  });
}

/**
 * Decides what comes of a pilot, once, with the reason kept: its version comes in force, a new draft is made from it, or its chapters
 * return to the version before (what nobody has begun is cancelled where there was none).
 */
export async function decidePilot(work: Work, language: Language, input: DecidePilotInput): Promise<Done> {
  const { reason } = checkInput(decideRules(language), { reason: input.reason }, language);
  const pilot = { ...(await holdPilot(work, language, input)), id: input.id };
  if (input.decision === "PROMOTE") await promote(work, language, pilot);
  if (input.decision === "REVISE") await revise(work, language, pilot, input.key);
  if (input.decision === "DROP" && !pilot.withdrawn) {
    const rollout = { id: pilot.rollout_id, templateId: pilot.template_id, effectiveFrom: pilot.starts_on };
    await takeBack(work, language, rollout, [...reason].slice(0, 500).join(""));
  }
  await work.query(
    `update app.pilot set decision = $3, decided_at = now(), decided_by = $4, reason = $5, ends_on = greatest(starts_on, least(ends_on, $6::date)), rev = rev + 1
      where organization_id = $1 and id = $2`,
    [seated(work).organizationId, input.id, input.decision, seated(work).seatId, reason, work.today],
  );
  await audit(work, {
    action: "PILOT_DECIDED",
    subjectType: "TouchpointTemplate",
    subjectId: pilot.template_id,
    detail: { pilot: input.id, version: pilot.number, decision: input.decision },
  });
  return { id: input.id, rev: pilot.rev + 1 };
}
