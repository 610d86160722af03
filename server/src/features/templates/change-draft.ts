import { isAboutMember } from "@varde/domain";
import type { Language, TemplateDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { bytesOf, definitionRules, MAX_DEFINITION_BYTES, withoutNulls } from "./definition.rules.js";
import { createDraft } from "./drafts.service.js";
import { TEXTS } from "./template.texts.js";

type Content = { definition: TemplateDefinition; notes: string | null };
type Draft = Content & { id: string; rev: number };

async function draftOf(work: Work, templateId: string): Promise<Draft | undefined> {
  const [draft] = await work.query<Draft>(
    `select id, rev, definition, notes from app.template_version where organization_id = $1 and template_id = $2 and state = 'DRAFT'`,
    [seated(work).organizationId, templateId],
  );
  return draft;
}

/**
 * Changes a template's draft on somebody else's behalf, such as a chapter's proposal: the one there is, or a new one begun from
 * what is in force. An editor who has it open sees a conflict when they save next. `change` may refuse.
 */
export async function changeDraft(
  work: Work,
  language: Language,
  templateId: string,
  change: (draft: Content) => Content,
): Promise<void> {
  // two who change it at once come one after the other, also where there is no draft yet to lock
  await work.query(`select pg_advisory_xact_lock(hashtextextended('draft ' || $1, 0))`, [templateId]);
  if (!(await draftOf(work, templateId)))
    await createDraft(work, language, { key: "", templateId, versionId: uuidv7() });
  const draft = await draftOf(work, templateId);
  if (!draft) return refuse("CONFLICT", say(language, COMMON.conflict));
  const wanted = change({ definition: draft.definition, notes: draft.notes });
  const definition = withoutNulls(checkInput(definitionRules, wanted.definition, language)) as TemplateDefinition;
  if (bytesOf(definition) > MAX_DEFINITION_BYTES) refuse("INVALID", say(language, TEXTS.tooLarge));
  const saved = await work.query(
    `update app.template_version set definition = $1, about_member = $2, notes = $3, rev = rev + 1
      where organization_id = $4 and id = $5 and rev = $6 and state = 'DRAFT' returning 1`,
    [
      JSON.stringify(definition),
      isAboutMember(definition.trigger),
      wanted.notes,
      seated(work).organizationId,
      draft.id,
      draft.rev,
    ],
  );
  if (saved.length === 0) refuse("CONFLICT", say(language, COMMON.conflict));
}
