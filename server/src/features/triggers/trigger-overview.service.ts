import { addDays, isAboutMember, weekday } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { quietPeriods } from "./quiet-periods.service.js";
import type { SkipReason, TriggerActivity, TriggerOverview } from "./trigger.type.js";

type Given = { id: string; definition: TemplateDefinition };
type Counted = { templateId: string; week: string; outcome: "FIRED" | "EXPECTED" | SkipReason; n: number | null };

const BY_THEMSELVES = `('MEMBER_JOINED', 'MEMBER_JOINED_CHAPTER', 'FEE_UNPAID', 'MEMBER_INACTIVE', 'MEMBER_LEFT', 'AGE_REACHED', 'AFTER')`;

/** The newest version of each template that begins by itself in some chapter. */
const givenTemplates = (work: Work): Promise<Given[]> =>
  work.query<Given>(
    `select distinct on (v.template_id) v.template_id as id, v.definition from app.template_version v
      where v.organization_id = $1 and v.state in ('PILOT', 'PUBLISHED') and v.definition -> 'trigger' ->> 'kind' in ${BY_THEMSELVES}
        and exists (select 1 from app.rollout_chapter rc where rc.organization_id = $1 and rc.version_id = v.id and (rc.until_day is null or rc.until_day > $2))
      order by v.template_id, v.major desc, v.minor desc`,
    [seated(work).organizationId, work.today],
  );

/** What began by itself last week, what was held back, and what is expected; from what is published, once a week. */
export async function triggerOverview(work: Work): Promise<TriggerOverview> {
  const thisWeek = addDays(work.today, 1 - weekday(work.today));
  const [lastWeek, nextWeek] = [addDays(thisWeek, -7), addDays(thisWeek, 7)];
  const counted = await work.query<Counted>(
    `select template_id as "templateId", week, outcome, n from app.trigger_week where organization_id = $1 and week between $2 and $3`,
    [seated(work).organizationId, lastWeek, nextWeek],
  );
  const templates = (await givenTemplates(work)).map(({ id, definition }): TriggerActivity => {
    const own = counted.filter(({ templateId }) => templateId === id);
    const of = (week: string, outcome: Counted["outcome"]) => {
      const found = own.find((row) => row.week === week && row.outcome === outcome);
      return found ? { n: found.n } : null;
    };
    return {
      templateId: id,
      name: definition.name,
      kind: definition.trigger.kind,
      persons: isAboutMember(definition.trigger),
      lastWeek: of(lastWeek, "FIRED"),
      skipped: own.flatMap(({ week, outcome, n }) =>
        week === lastWeek && outcome !== "FIRED" && outcome !== "EXPECTED" && n !== 0
          ? [{ reason: outcome, count: { n } }]
          : [],
      ),
      thisWeek: of(thisWeek, "EXPECTED"),
      nextWeek: of(nextWeek, "EXPECTED"),
    };
  });
  templates.sort((a, b) => a.name.nb.localeCompare(b.name.nb, "nb"));
  return { lastWeek, thisWeek, nextWeek, templates, quietPeriods: await quietPeriods(work) };
}
