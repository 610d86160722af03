import type { Language } from "@varde/domain";
import { audit } from "../../kernel/audit.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { say } from "../../kernel/errors/say.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { SetCoreSetInput } from "./template.inputs.js";
import { coreTooMany, TEXTS } from "./template.texts.js";

/** Chooses the organization's core set, whole and in order; what is not named leaves it. */
export async function setCoreSet(work: Work, language: Language, input: SetCoreSetInput): Promise<Done> {
  const { organizationId } = seated(work);
  const ids = input.templateIds;
  if (!ids.every(isUuid)) throw new AppError("NOT_FOUND");
  if (new Set(ids).size < ids.length) refuse("INVALID", say(language, TEXTS.coreTwice), ["templateIds"]);
  const [organization] = await work.query<{ most: number }>(
    `select core_set_size as most from app.organization where id = $1`,
    [organizationId],
  );
  const most = organization?.most ?? 0;
  if (ids.length > most) refuse("INVALID", coreTooMany(language, most), ["templateIds"]);
  // two who choose at once come one after the other: a place is held by one
  const templates = await work.query<{ id: string; published: boolean }>(
    `select t.id, exists (select 1 from app.template_version v
        where v.organization_id = t.organization_id and v.template_id = t.id and v.state = 'PUBLISHED') as published
       from app.touchpoint_template t where t.organization_id = $1 order by t.id for update of t`,
    [organizationId],
  );
  const known = new Map(templates.map(({ id, published }) => [id, published]));
  if (!ids.every((id) => known.has(id))) throw new AppError("NOT_FOUND");
  if (!ids.every((id) => known.get(id))) refuse("INVALID", say(language, TEXTS.coreUnpublished), ["templateIds"]);
  await work.query(
    `update app.touchpoint_template t set core_position = chosen.position, rev = t.rev + 1
       from (select o.id, x.position::smallint from app.touchpoint_template o
               left join unnest($2::uuid[]) with ordinality x (id, position) on x.id = o.id where o.organization_id = $1) chosen
      where t.organization_id = $1 and t.id = chosen.id and t.core_position is distinct from chosen.position`,
    [organizationId, ids],
  );
  await audit(work, {
    action: "CORE_SET_CHANGED",
    subjectType: "Organization",
    subjectId: organizationId,
    detail: { size: ids.length, templates: ids.join(" ") },
  });
  return { id: null };
}
