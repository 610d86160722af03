import { isEmptyOverlay, overlayParts, pickOverlay } from "@varde/domain";
import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { letterRules } from "./adaptation.inputs.js";
import type { ProposeOverlayInput, SeeProposalInput, WithdrawProposalInput } from "./adaptation.inputs.js";
import { ADAPTATION_TEXTS } from "./adaptation.texts.js";
import { ownChapter, overlaidVersion } from "./overlay.rows.js";
import { findProposalRow } from "./read-proposals.js";

/** Sends national a copy of the chapter's overlay as it is now, one at a time for each version. */
export async function proposeOverlay(work: Work, language: Language, input: ProposeOverlayInput): Promise<Done> {
  const version = await overlaidVersion(work, input.versionId);
  const { message } = checkInput(z.object({ message: letterRules(language, 0) }), { message: input.message }, language);
  if (version.state === "CLOSED") refuse("LOCKED", say(language, ADAPTATION_TEXTS.versionClosed));
  if (version.rev !== input.rev) refuse("CONFLICT", say(language, COMMON.conflict));
  const parts = overlayParts(version.overlay).filter(({ part }) => part !== "SCHEDULE");
  const content = pickOverlay(version.overlay, parts);
  if (isEmptyOverlay(content)) refuse("INVALID", say(language, ADAPTATION_TEXTS.nothingToPropose));
  const { organizationId, seatId } = seated(work);
  const chapterId = ownChapter(work);
  const id = uuidv7();
  const made = await work.query(
    `insert into app.proposal (organization_id, chapter_id, id, template_id, version_id, content, message, proposed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1`,
    [organizationId, chapterId, id, version.templateId, version.versionId, JSON.stringify(content), message, seatId],
  );
  if (made.length === 0) refuse("CONFLICT", say(language, ADAPTATION_TEXTS.openProposal));
  await audit(work, {
    action: "PROPOSAL_SENT",
    subjectType: "TouchpointTemplate",
    subjectId: version.templateId,
    chapterId,
    detail: { version: version.number, parts: parts.length },
  });
  return { id, rev: 1 };
}

/** Takes back an open proposal of the chapter's own. */
export async function withdrawProposal(work: Work, language: Language, input: WithdrawProposalInput): Promise<Done> {
  const chapterId = ownChapter(work);
  const row = await findProposalRow(work, input.id, true);
  if (!row) throw new AppError("NOT_FOUND");
  if (row.state !== "OPEN") refuse("LOCKED", say(language, ADAPTATION_TEXTS.decided), [], row.id);
  const [changed] = await work.query<{ rev: number }>(
    `update app.proposal set state = 'WITHDRAWN', decided_by = $4, decided_at = now(), rev = rev + 1
      where chapter_id = $1 and id = $2 and rev = $3 and state = 'OPEN' returning rev`,
    [chapterId, row.id, input.rev, seated(work).seatId],
  );
  if (!changed) return refuse("CONFLICT", say(language, COMMON.conflict), [], row.id);
  await audit(work, {
    action: "PROPOSAL_WITHDRAWN",
    subjectType: "TouchpointTemplate",
    subjectId: row.template_id,
    chapterId,
    detail: { version: row.number },
  });
  return { id: row.id, rev: changed.rev };
}

/** The chapter has read what was decided; a second time changes nothing. Not audited: it changes nothing for anybody else. */
export async function seeProposal(work: Work, input: SeeProposalInput): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const chapterId = ownChapter(work);
  const [seen] = await work.query(
    `update app.proposal set seen_at = coalesce(seen_at, now()) where chapter_id = $1 and id = $2 and state in ('ACCEPTED', 'DECLINED') returning 1`,
    [chapterId, input.id],
  );
  if (!seen && !(await findProposalRow(work, input.id))) throw new AppError("NOT_FOUND");
  return { id: input.id };
}
