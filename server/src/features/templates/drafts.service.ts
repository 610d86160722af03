import { v7 as uuidv7 } from "uuid";
import { emptyDefinition, isAboutMember } from "@varde/domain";
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
import { copyName } from "./copy-name.js";
import { bytesOf, definitionRules, MAX_DEFINITION_BYTES, withoutNulls } from "./definition.rules.js";
import { LIBRARY } from "./library/library.js";
import { newestPublished, versionRows } from "./read-templates.js";
import { createTemplateRules } from "./template.inputs.js";
import type { CreateDraftInput, CreateTemplateInput, DiscardDraftInput, SaveDraftInput } from "./template.inputs.js";
import { freeKey, keyFromName } from "./template-key.js";
import { TEXTS } from "./template.texts.js";

type Version = {
  organizationId: string;
  id: string;
  templateId: string;
  minor: number;
  definition: TemplateDefinition;
};

// the number of a draft is only a place to stand: the real one is given when it is published
async function insertDraft(work: Work, version: Version & { major: number }): Promise<boolean> {
  const rows = await work.query(
    `insert into app.template_version (organization_id, id, template_id, major, minor, state, definition, about_member)
     values ($1, $2, $3, $4, $5, 'DRAFT', $6, $7) on conflict do nothing returning 1`,
    [
      version.organizationId,
      version.id,
      version.templateId,
      version.major,
      version.minor,
      JSON.stringify(version.definition),
      isAboutMember(version.definition.trigger),
    ],
  );
  return rows.length > 0;
}

/** What a new template begins as, with the key it would like. */
type First = { definition: TemplateDefinition; key: string };

/** The newest content of a template of the organization, a draft before what is in force, under another name. */
async function copied(work: Work, templateId: string, name: string): Promise<First> {
  const versions = isUuid(templateId) ? await versionRows(work, templateId) : [];
  const source =
    versions.find(({ state }) => state === "DRAFT") ??
    versions.find(({ state }) => state === "PUBLISHED") ??
    versions[0];
  if (!source) throw new AppError("NOT_FOUND");
  const suggested = copyName(source.definition.name);
  const named = name === "" || name === suggested.nb ? suggested : { nb: name };
  return { definition: { ...source.definition, name: named }, key: keyFromName(named.nb) };
}

function blankOrBuiltIn(language: Language, name: string, libraryKey: string | null | undefined): First {
  if (!libraryKey) {
    if (!name) refuse("INVALID", say(language, TEXTS.nameNeeded), ["name"]);
    return { definition: emptyDefinition(name), key: keyFromName(name) };
  }
  const found = LIBRARY.find(({ key }) => key === libraryKey);
  if (!found) refuse("INVALID", say(language, TEXTS.libraryUnknown), ["libraryKey"]);
  const { definition } = found;
  const renamed = name && name !== definition.name.nb ? { ...definition, name: { nb: name } } : definition;
  return { definition: renamed, key: found.key };
}

/** Puts a new template with its first draft in the organization, under the key or the first numbered one that is free. */
export async function insertTemplate(work: Work, language: Language, made: First & { id: string }): Promise<void> {
  const { organizationId } = seated(work);
  // twins of one name come one after the other, so that the second sees the first one's key
  await work.query(`select pg_advisory_xact_lock(hashtextextended('template keys ' || $1, 0))`, [organizationId]);
  const taken = await work.query<{ key: string; id: string }>(
    `select key, id from app.touchpoint_template where organization_id = $1`,
    [organizationId],
  );
  if (taken.some(({ id }) => id === made.id)) refuse("CONFLICT", say(language, COMMON.taken), ["id"], made.id);
  await work.query(`insert into app.touchpoint_template (organization_id, id, key) values ($1, $2, $3)`, [
    organizationId,
    made.id,
    freeKey(made.key, new Set(taken.map((row) => row.key))),
  ]);
  const { id: templateId, definition } = made;
  await insertDraft(work, { organizationId, id: uuidv7(), templateId, major: 1, minor: 0, definition });
}

/** Makes a template with a first draft: blank, from the library, or a copy of one of the organization's own. */
export async function createTemplate(work: Work, language: Language, input: CreateTemplateInput): Promise<Done> {
  const { id, name, libraryKey, copyOf } = checkInput(createTemplateRules, input, language);
  const first = copyOf ? await copied(work, copyOf, name) : blankOrBuiltIn(language, name, libraryKey);
  await insertTemplate(work, language, { id, ...first });
  await audit(work, {
    action: "TEMPLATE_CREATED",
    subjectType: "TouchpointTemplate",
    subjectId: id,
    detail: { fromLibrary: copyOf ? null : (libraryKey ?? null), ...(copyOf && { copyOf }) },
  });
  return { id, rev: 1 };
}

/** Says why a draft could not be changed: gone, published, or changed by somebody else. Never returns. */
export async function refuseDraft(
  work: Work,
  language: Language,
  input: { templateId: string; versionId: string },
): Promise<never> {
  const versions = await versionRows(work, input.templateId);
  const version = versions.find(({ id }) => id === input.versionId);
  if (version && version.state !== "DRAFT") refuse("LOCKED", say(language, TEXTS.published), [], input.templateId);
  if (version) refuse("CONFLICT", say(language, COMMON.conflict), [], input.templateId);
  throw new AppError("NOT_FOUND");
}

/** The ids of an input must be ones: anything else is not there. */
export function requireIds(...ids: string[]): void {
  if (!ids.every(isUuid)) throw new AppError("NOT_FOUND");
}

/**
 * Keeps a draft's whole content, if nobody has changed it since `rev`. Not audited: a draft is in force for nobody, and
 * it is kept every few seconds while someone writes; publishing it is.
 */
export async function saveDraft(work: Work, language: Language, input: SaveDraftInput): Promise<Done> {
  requireIds(input.templateId, input.versionId);
  const { definition: given } = checkInput(
    definitionRules.transform((definition) => ({ definition })),
    input.definition,
    language,
  );
  const definition = withoutNulls(given) as TemplateDefinition;
  if (bytesOf(definition) > MAX_DEFINITION_BYTES)
    refuse("INVALID", say(language, TEXTS.tooLarge), ["definition"], input.templateId);
  const [saved] = await work.query<{ rev: number }>(
    `update app.template_version set definition = $1, about_member = $2, rev = rev + 1
      where organization_id = $3 and template_id = $4 and id = $5 and rev = $6 and state = 'DRAFT' returning rev`,
    [
      JSON.stringify(definition),
      isAboutMember(definition.trigger),
      seated(work).organizationId,
      input.templateId,
      input.versionId,
      input.rev,
    ],
  );
  if (!saved) return refuseDraft(work, language, input);
  return { id: input.templateId, rev: saved.rev };
}

/** Makes a draft of the next version, copied from the newest published one or from the one that is named. */
export async function createDraft(work: Work, language: Language, input: CreateDraftInput): Promise<Done> {
  requireIds(input.templateId, input.versionId);
  const versions = await versionRows(work, input.templateId);
  if (versions.length === 0) throw new AppError("NOT_FOUND");
  const named = input.fromVersionId ?? null;
  const from = named
    ? versions.find(({ id, state }) => id === named && state !== "DRAFT")
    : (newestPublished(versions) ?? versions.find(({ state }) => state !== "DRAFT"));
  if (named && !from) throw new AppError("NOT_FOUND");
  if (!from) refuse("INVALID", say(language, TEXTS.nothingPublished), [], input.templateId);
  const { organizationId } = seated(work);
  const made = await insertDraft(work, {
    organizationId,
    id: input.versionId,
    templateId: input.templateId,
    major: from.major,
    minor: 1 + Math.max(...versions.filter(({ major }) => major === from.major).map(({ minor }) => minor)),
    definition: from.definition,
  });
  if (!made) refuse("CONFLICT", say(language, TEXTS.draftExists), [], input.templateId);
  await audit(work, {
    action: "DRAFT_CREATED",
    subjectType: "TouchpointTemplate",
    subjectId: input.templateId,
    detail: { from: `${from.major}.${from.minor}` },
  });
  return { id: input.templateId };
}

/** Throws a draft away. A template that was never published has nothing else and goes with it. */
export async function discardDraft(work: Work, language: Language, input: DiscardDraftInput): Promise<Done> {
  requireIds(input.templateId, input.versionId);
  const { organizationId } = seated(work);
  const gone = await work.query(
    `delete from app.template_version
      where organization_id = $1 and template_id = $2 and id = $3 and rev = $4 and state = 'DRAFT' returning 1`,
    [organizationId, input.templateId, input.versionId, input.rev],
  );
  if (gone.length === 0) await refuseDraft(work, language, input);
  await work.query(
    `delete from app.touchpoint_template t where t.organization_id = $1 and t.id = $2
        and not exists (select 1 from app.template_version v where v.organization_id = t.organization_id and v.template_id = t.id)`,
    [organizationId, input.templateId],
  );
  await audit(work, { action: "DRAFT_DISCARDED", subjectType: "TouchpointTemplate", subjectId: input.templateId });
  return { id: input.templateId };
}
