import { nextVersionNumber } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { Refusal } from "../../kernel/errors/refusal.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import type { Done } from "../../kernel/mutation.js";
import { lockTemplate, settleVersions } from "./apply-rollout.js";
import { refuseDraft, requireIds } from "./drafts.service.js";
import { newestPublished, problemsOf, versionRows } from "./read-templates.js";
import { notesRules } from "./template.inputs.js";
import type { PublishDraftInput } from "./template.inputs.js";
import { sayCheck } from "./template.texts.js";

type Frozen = { id: string; number: string; definition: TemplateDefinition; before: string | null };

/**
 * Makes a draft a version that never changes again, with its number. Refuses, with every problem at its place, a draft that cannot
 * work. The template is locked by the caller.
 */
export async function freezeDraft(
  work: Work,
  language: Language,
  input: { templateId: string; versionId: string; rev: number; notes?: string | null; asMajor: boolean },
  state: "PILOT" | "PUBLISHED",
): Promise<Frozen> {
  requireIds(input.templateId, input.versionId);
  const { notes } = checkInput(notesRules, { notes: input.notes }, language);
  const versions = await versionRows(work, input.templateId);
  const draft = versions.find(
    ({ id, state: now, rev }) => id === input.versionId && now === "DRAFT" && rev === input.rev,
  );
  if (!draft) return refuseDraft(work, language, input);
  const earlier = versions.filter(({ state: now }) => now !== "DRAFT");
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
  const before = newestPublished(earlier);
  const { major, minor } = nextVersionNumber(earlier, draft.definition, { asMajor: input.asMajor });
  // what was read is what is frozen: who saved or discarded it a moment ago comes first, and is heard
  const frozen = await work.query(
    `update app.template_version set state = $1, ${state === "PILOT" ? "piloted_at" : "published_at"} = now(), major = $2, minor = $3, notes = $4, rev = rev + 1
      where organization_id = $5 and template_id = $6 and id = $7 and rev = $8 and state = 'DRAFT' returning 1`,
    [state, major, minor, notes || null, seated(work).organizationId, input.templateId, input.versionId, input.rev],
  );
  if (frozen.length === 0) return refuseDraft(work, language, input);
  return {
    id: input.versionId,
    number: `${major}.${minor}`,
    definition: draft.definition,
    before: before && `${before.major}.${before.minor}`,
  };
}

/** Puts a pilot's version in force, as it was tried. */
export async function promoteVersion(work: Work, templateId: string, versionId: string): Promise<void> {
  await work.query(
    `update app.template_version set state = 'PUBLISHED', published_at = now(), rev = rev + 1
      where organization_id = $1 and template_id = $2 and id = $3 and state = 'PILOT'`,
    [seated(work).organizationId, templateId, versionId],
  );
  await settleVersions(work);
}

/**
 * Makes a draft the version in force: the next minor when only wording changed and the next major when the meaning did. The one
 * before is in force where it is until this is rolled out there; one that no chapter has closes.
 */
export async function publishDraft(work: Work, language: Language, input: PublishDraftInput): Promise<Done> {
  requireIds(input.templateId, input.versionId);
  await lockTemplate(work, input.templateId);
  const { number, before } = await freezeDraft(work, language, input, "PUBLISHED");
  await settleVersions(work);
  await audit(work, {
    action: "TEMPLATE_PUBLISHED",
    subjectType: "TouchpointTemplate",
    subjectId: input.templateId,
    detail: { version: number, before },
  });
  return { id: input.templateId };
}
