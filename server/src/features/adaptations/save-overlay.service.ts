import { carriedOverlay, checkOverlay, isEmptyOverlay, tidyOverlay } from "@varde/domain";
import type { Language, Overlay } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { Refusal, refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { overlayRules } from "./adaptation.inputs.js";
import type { CarryOverlayInput, SaveOverlayInput } from "./adaptation.inputs.js";
import { ADAPTATION_TEXTS, sayOverlay } from "./adaptation.texts.js";
import { ownChapter, overlaidVersion } from "./overlay.rows.js";
import type { OverlaidVersion } from "./overlay.rows.js";

function demandOpen({ state, versionId }: OverlaidVersion, language: Language): void {
  if (state === "CLOSED") refuse("LOCKED", say(language, ADAPTATION_TEXTS.versionClosed), [], versionId);
}

function demandAllowed({ definition, versionId }: OverlaidVersion, overlay: Overlay, language: Language): void {
  const problems = checkOverlay(definition, overlay)
    .filter(({ level }) => level === "ERROR")
    .map((problem) => ({
      code: problem.code === "LOCKED" ? ("LOCKED" as const) : ("INVALID" as const),
      path: ["content", ...problem.path],
      message: sayOverlay(language, problem),
    }));
  if (problems.length > 0) throw new Refusal(problems, versionId);
}

const trail = (work: Work, action: string, { templateId, number }: OverlaidVersion): Promise<void> =>
  audit(work, {
    action,
    subjectType: "TouchpointTemplate",
    subjectId: templateId,
    chapterId: ownChapter(work),
    detail: { version: number },
  });

async function insertOverlay(work: Work, version: OverlaidVersion, id: string, content: Overlay): Promise<boolean> {
  const { organizationId, seatId } = seated(work);
  const made = await work.query(
    `insert into app.overlay (organization_id, chapter_id, id, template_id, version_id, content, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    [organizationId, ownChapter(work), id, version.templateId, version.versionId, JSON.stringify(content), seatId],
  );
  return made.length > 0;
}

/**
 * Keeps the whole of what the chapter changes in a version. Rev 0 makes a new overlay; one that says nothing is taken away.
 * Refuses what is locked, and whatever somebody else on the board has changed since `rev`.
 */
export async function saveOverlay(work: Work, language: Language, input: SaveOverlayInput): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const version = await overlaidVersion(work, input.versionId);
  demandOpen(version, language);
  const given = checkInput(overlayRules, input.content, language) as Overlay;
  const content = tidyOverlay(version.definition, given);
  // by what was sent: a locked part is refused also when its words are national's own
  demandAllowed(version, given, language);
  const chapterId = ownChapter(work);
  const conflict = (): never => refuse("CONFLICT", say(language, COMMON.conflict), [], version.versionId);
  const empty = isEmptyOverlay(content);
  if (input.rev === 0) {
    if (version.overlayId) return conflict();
    if (empty) return { id: version.versionId, rev: 0 };
    if (!(await insertOverlay(work, version, input.id, content))) return conflict();
    await trail(work, "OVERLAY_SAVED", version);
    return { id: version.versionId, rev: 1 };
  }
  // the id too: one that was taken away and made anew begins at rev 1 again
  const where = [chapterId, input.id, version.versionId, input.rev];
  const [saved] = empty
    ? await work.query<{ rev: number }>(
        `delete from app.overlay where chapter_id = $1 and id = $2 and version_id = $3 and rev = $4 returning 0 as rev`,
        where,
      )
    : await work.query<{ rev: number }>(
        `update app.overlay set content = $5, updated_by = $6, updated_at = now(), rev = rev + 1
          where chapter_id = $1 and id = $2 and version_id = $3 and rev = $4 returning rev`,
        [...where, JSON.stringify(content), seated(work).seatId],
      );
  if (!saved) return conflict();
  await trail(work, empty ? "OVERLAY_REMOVED" : "OVERLAY_SAVED", version);
  return { id: version.versionId, rev: saved.rev };
}

/** Carries the overlay of another version over: what still fits is taken. The other version keeps its own. */
export async function carryOverlay(work: Work, language: Language, input: CarryOverlayInput): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [from, to] = [await overlaidVersion(work, input.fromVersionId), await overlaidVersion(work, input.versionId)];
  if (!from.overlayId || from.templateId !== to.templateId || from.versionId === to.versionId)
    throw new AppError("NOT_FOUND");
  demandOpen(to, language);
  const { overlay } = carriedOverlay(to.definition, from.overlay);
  if (isEmptyOverlay(overlay)) refuse("INVALID", say(language, ADAPTATION_TEXTS.nothingToCarry), [], to.versionId);
  if (to.overlayId || !(await insertOverlay(work, to, input.id, overlay)))
    refuse("CONFLICT", say(language, COMMON.conflict), [], to.versionId);
  await trail(work, "OVERLAY_CARRIED", to);
  return { id: to.versionId, rev: 1 };
}
