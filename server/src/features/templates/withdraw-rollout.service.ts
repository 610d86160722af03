import { latestDate } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { applyRollout, lockTemplate, returnId, settleVersions } from "./apply-rollout.js";
import { withdrawRules } from "./template.inputs.js";
import type { WithdrawRolloutInput } from "./template.inputs.js";
import { TEXTS } from "./template.texts.js";

export type Withdrawn = { cancelled: number; lifted: number; leftAlone: number; chapters: number };

/** Chapters that still have the version by this roll-out, by the version they had before it; null for none. */
const HELD = `
select p.version_id, v.definition, array_agg(c.chapter_id) as chapters
  from app.rollout_chapter c
  left join lateral (select b.version_id from app.rollout_chapter b
      join app.template_version w on w.organization_id = b.organization_id and w.id = b.version_id and (w.published_at is not null or w.state = 'PILOT')
     where b.organization_id = c.organization_id and b.template_id = c.template_id and b.chapter_id = c.chapter_id and b.cut_by = c.rollout_id limit 1) p on true
  left join app.template_version v on v.organization_id = c.organization_id and v.id = p.version_id
 where c.organization_id = $1 and c.rollout_id = $2 and c.until_day is null
 group by p.version_id, v.definition`;
type Held = { version_id: string | null; definition: TemplateDefinition | null; chapters: string[] };

/**
 * Takes a roll-out back: its chapters return to the version they had, untouched touchpoints with them; where there was none,
 * what nobody has begun is cancelled. What is begun may be finished. The template is locked by the caller.
 */
export async function takeBack(
  work: Work,
  language: Language,
  rollout: { id: string; templateId: string; effectiveFrom: string },
  reason: string,
): Promise<Withdrawn> {
  const { organizationId, seatId } = seated(work);
  const done: Withdrawn = { cancelled: 0, lifted: 0, leftAlone: 0, chapters: 0 };
  for (const { version_id: before, definition, chapters } of await work.query<Held>(HELD, [
    organizationId,
    rollout.id,
  ])) {
    done.chapters += chapters.length;
    if (before && definition) {
      // the version before is in force again, also where it had begun to close
      await work.query(
        `update app.template_version set state = 'PUBLISHED', rev = rev + 1 where organization_id = $1 and id = $2 and state in ('CLOSING', 'CLOSED') and published_at is not null`,
        [organizationId, before],
      );
      const counts = await applyRollout(work, {
        // one for each version before: the same when it is tried again
        id: returnId(before, rollout.id),
        templateId: rollout.templateId,
        version: { id: before, definition },
        ring: "WAVE",
        allChapters: false,
        chapterIds: chapters,
        effectiveFrom: latestDate(work.today, rollout.effectiveFrom),
        catchUp: "SKIP",
      });
      // another roll-out has the id: nothing would have returned
      if (!counts) refuse("CONFLICT", say(language, COMMON.conflict), [], rollout.templateId);
      done.lifted += counts.lifted;
      done.cancelled += counts.cancelled;
      done.leftAlone += counts.leftAlone;
    } else {
      const [row] = await work.query<{ cancelled: number; left_alone: number }>(
        `select * from authz.withdraw($1, $2::uuid[])`,
        [rollout.id, chapters],
      );
      done.cancelled += row?.cancelled ?? 0;
      done.leftAlone += row?.left_alone ?? 0;
    }
  }
  await work.query(
    `update app.rollout set withdrawn_at = now(), withdrawn_by = $3, withdrawn_because = $4, ended_on = $5,
            withdrawn_lifted = $6, withdrawn_cancelled = $7, withdrawn_left = $8, rev = rev + 1 where organization_id = $1 and id = $2`,
    [organizationId, rollout.id, seatId, reason, work.today, done.lifted, done.cancelled, done.leftAlone],
  );
  await settleVersions(work);
  return done;
}

type RolloutRow = { effective_from: string; rev: number; withdrawn: boolean; number: string };

/** Withdraws a roll-out, with the reason kept. CONFLICT when it was withdrawn meanwhile. */
export async function withdrawRollout(work: Work, language: Language, input: WithdrawRolloutInput): Promise<Done> {
  if (![input.templateId, input.rolloutId].every(isUuid)) throw new AppError("NOT_FOUND");
  const { reason } = checkInput(withdrawRules, { reason: input.reason }, language);
  const { organizationId } = seated(work);
  await lockTemplate(work, input.templateId);
  const [row] = await work.query<RolloutRow>(
    `select r.effective_from, r.rev, r.withdrawn_at is not null as withdrawn, v.major || '.' || v.minor as number
       from app.rollout r join app.template_version v on v.organization_id = r.organization_id and v.id = r.version_id
      where r.organization_id = $1 and r.template_id = $2 and r.id = $3`,
    [organizationId, input.templateId, input.rolloutId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  if (row.withdrawn) refuse("LOCKED", say(language, TEXTS.alreadyWithdrawn), [], input.templateId);
  if (row.rev !== input.rev) refuse("CONFLICT", say(language, COMMON.conflict), [], input.templateId);
  const done = await takeBack(
    work,
    language,
    { id: input.rolloutId, templateId: input.templateId, effectiveFrom: row.effective_from },
    reason,
  );
  await audit(work, {
    action: "ROLLOUT_WITHDRAWN",
    subjectType: "TouchpointTemplate",
    subjectId: input.templateId,
    detail: { rollout: input.rolloutId, version: row.number, ...done },
  });
  return { id: input.rolloutId };
}

/** What taking a roll-out back did, as it was kept. */
export async function readWithdrawn(work: Work, id: string | null): Promise<Omit<Withdrawn, "chapters">> {
  const [row] = await work.query<{ cancelled: number; lifted: number; left: number }>(
    `select withdrawn_cancelled as cancelled, withdrawn_lifted as lifted, withdrawn_left as left from app.rollout
      where organization_id = $1 and id = $2 and withdrawn_at is not null`,
    [seated(work).organizationId, id && isUuid(id) ? id : null],
  );
  return { cancelled: row?.cancelled ?? 0, lifted: row?.lifted ?? 0, leftAlone: row?.left ?? 0 };
}
