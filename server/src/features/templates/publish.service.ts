import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { refuseDraft, requireIds } from "./drafts.service.js";
import { nextNumber, problemsOf, versionRows } from "./read-templates.js";
import { notesRules } from "./template.inputs.js";
import type { PublishDraftInput } from "./template.inputs.js";
import { sayCheck } from "./template.texts.js";

/**
 * Makes a draft the version in force: 1.0 first, then the next minor when only wording changed and the next major when
 * the meaning did. The one before closes; touchpoints already made keep theirs, and new ones come with a roll-out of this.
 */
export async function publishDraft(work: Work, language: Language, input: PublishDraftInput): Promise<Done> {
  requireIds(input.templateId, input.versionId);
  const { notes } = checkInput(notesRules, { notes: input.notes }, language);
  const { organizationId } = seated(work);
  // two who publish at once come one after the other
  await work.query(`select 1 from app.touchpoint_template where organization_id = $1 and id = $2 for update`, [
    organizationId,
    input.templateId,
  ]);
  const versions = await versionRows(work, input.templateId);
  const draft = versions.find(({ id, state, rev }) => id === input.versionId && state === "DRAFT" && rev === input.rev);
  if (!draft) return refuseDraft(work, language, input);
  const earlier = versions.filter(({ state }) => state !== "DRAFT");
  const errors = problemsOf(draft.definition, earlier).filter(({ level }) => level === "ERROR");
  if (errors.length > 0) {
    throw new Refusal(
      errors.map((problem) => ({
        code: "INVALID" as const,
        path: ["definition", ...problem.path],
        message: sayCheck(language, problem),
      })),
      input.templateId,
    );
  }
  const published = earlier.find(({ state }) => state === "PUBLISHED") ?? null;
  const { major, minor } = nextNumber(published, draft.definition);
  await work.query(
    `update app.template_version set state = 'CLOSED', rev = rev + 1 where organization_id = $1 and template_id = $2 and state = 'PUBLISHED'`,
    [organizationId, input.templateId],
  );
  await work.query(
    `update app.template_version set state = 'PUBLISHED', published_at = now(), major = $1, minor = $2, notes = $3, rev = rev + 1
      where organization_id = $4 and template_id = $5 and id = $6 and state = 'DRAFT'`,
    [major, minor, notes || null, organizationId, input.templateId, input.versionId],
  );
  await audit(work, {
    action: "TEMPLATE_PUBLISHED",
    subjectType: "TouchpointTemplate",
    subjectId: input.templateId,
    detail: { version: `${major}.${minor}`, before: published ? `${published.major}.${published.minor}` : null },
  });
  return { id: input.templateId };
}
