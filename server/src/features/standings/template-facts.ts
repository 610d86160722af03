import type { LocalDate, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { ComparedTemplate } from "./counts.type.js";
import { comingPeriod, livePeriods, rhythmOf, snapshotPeriod } from "./periods.js";
import type { Snapshot } from "./periods.js";

/** What the numbers of a template need to know of it: its newest version that boards have seen. */
export type TemplateFacts = {
  id: string;
  key: string;
  corePosition: number | null;
  definition: TemplateDefinition;
  aboutMember: boolean;
  versionNumber: string;
  /** first day any roll-out takes effect; null when it was never rolled out */
  since: LocalDate | null;
  /** first day of the last month in which something not yet done is due, among what the asker may count; null when nothing is */
  until: LocalDate | null;
  /** what has been released of its counts of persons, newest first */
  snapshots: Snapshot[];
};

/** Templates with a version that boards have seen: the core set in its order, then the others by name. */
export async function readTemplates(work: Work, templateId: string | null = null): Promise<TemplateFacts[]> {
  const { organizationId } = seated(work);
  // the policy is what bounds it: asked once for all templates, and not for each
  const templates = await work.query<TemplateFacts>(
    `with unclosed as materialized (
       select u.template_id, max(u.month) as month from app.standing_unclosed u
        where not u.period_report ${templateId === null ? "" : "and u.template_id = $2"} group by 1)
     select t.id, t.key, t.core_position as "corePosition", v.definition, v.about_member as "aboutMember",
            v.major || '.' || v.minor as "versionNumber",
            (select min(r.effective_from) from app.rollout r where r.organization_id = $1 and r.template_id = t.id) as since,
            (select x.month from unclosed x where x.template_id = t.id) as until,
            coalesce((select jsonb_agg(jsonb_build_object('on', p.snapshot_on, 'months', p.months) order by p.snapshot_on desc)
              from app.published_release p where p.organization_id = $1 and p.template_id = t.id and p.months is not null), '[]') as snapshots
       from app.touchpoint_template t
       join lateral (select * from app.template_version v where v.organization_id = $1 and v.template_id = t.id and v.state <> 'DRAFT'
                      order by (v.state = 'PUBLISHED') desc, v.major desc, v.minor desc limit 1) v on true
      where t.organization_id = $1 and ($2::uuid is null or t.id = $2)
      order by t.core_position nulls last, lower(v.definition -> 'name' ->> 'nb')`,
    [organizationId, templateId],
  );
  return templates;
}

/** The one template. Throws NOT_FOUND for another organization's, one that was never published, and none. */
export async function readTemplate(work: Work, id: string): Promise<TemplateFacts> {
  const [template] = isUuid(id) ? await readTemplates(work, id) : [];
  if (!template) throw new AppError("NOT_FOUND");
  return template;
}

/** The template as the API shows it, with the periods that can be asked for. */
export function comparedTemplate(facts: TemplateFacts, today: LocalDate): ComparedTemplate {
  const { id, key, definition, aboutMember, corePosition, since, until, snapshots } = facts;
  const rhythm = rhythmOf(definition);
  return {
    id,
    key,
    name: definition.name,
    aboutMember,
    corePosition,
    periods: aboutMember
      ? snapshots.map(snapshotPeriod)
      : [...comingPeriod(rhythm, until, today), ...livePeriods(rhythm, since ?? today, today)],
  };
}
