import {
  CORE_SCORES,
  effortScore,
  effortShare,
  performanceScore,
  quadrantOf,
  reachScore,
  reachWord,
  rolling12,
} from "@varde/domain";
import type { CoreScore, LocalizedText } from "@varde/domain";
import { AppError } from "../../kernel/errors/app-error.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import { publishedPerMonth, readCosts } from "../templates/index.js";
import type { CoreCandidate, CoreCandidates, CoreScoreValue } from "./core-choice.type.js";
import { readChoices } from "./read-choices.js";
import { readWorkshops } from "./read-workshops.js";
import { surveyImportance } from "./survey-importance.js";

type TemplateRow = {
  id: string;
  key: string;
  versionId: string;
  aboutMember: boolean;
  name: LocalizedText;
  corePosition: number | null;
  chapters: number;
  onTime: number | null;
  settled: number | null;
};
type GivenRow = { candidateId: string; kind: CoreScore; score: number; reason: string; by: string | null; at: Date };

/**
 * Published templates, how many open chapters have each, and how it went in twelve months: duties as they are kept, what is about
 * members only as the newest snapshot says of the whole organization. A hidden number is not known here either.
 */
const TEMPLATES = `
with open_chapter as (
  select id from app.chapter where organization_id = $1 and not direct_members and opened_on <= authz.today() and (closed_on is null or closed_on > authz.today())
), duty as (
  select template_id, sum(on_time) as on_time, sum(n) as settled from (
    select template_id, on_time, on_time + late as n from app.standing
     where organization_id = $1 and not about_member and not period_report and month between $2 and $3
    union all
    select template_id, 0, n from app.standing_unclosed
     where organization_id = $1 and not about_member and not period_report and month between $2 and $3 and miss_on < authz.today()) x group by 1
), shown as (
  select p.template_id, max(p.value) filter (where p.measure = 'ON_TIME') as on_time, max(p.value) filter (where p.measure = 'CLOSED') as settled
    from app.published_count p
    join (select template_id, max(snapshot_on) as snapshot_on from app.published_count where organization_id = $1 group by 1) l using (template_id, snapshot_on)
   where p.organization_id = $1 and p.unit_kind = 'ORGANIZATION' group by 1
)
select t.id, t.key, v.id as "versionId", v.about_member as "aboutMember", v.definition -> 'name' as name, t.core_position as "corePosition",
       (select count(distinct rc.chapter_id)::int from app.rollout_chapter rc join open_chapter o on o.id = rc.chapter_id
         where rc.organization_id = $1 and rc.template_id = t.id and rc.from_day <= authz.today() and (rc.until_day is null or rc.until_day > authz.today())) as chapters,
       case when v.about_member then s.on_time else d.on_time end::int as "onTime",
       case when v.about_member then s.settled else d.settled end::int as settled
  from app.touchpoint_template t
  join lateral (select x.id, x.about_member, x.definition from app.template_version x
                 where x.organization_id = $1 and x.template_id = t.id and x.state = 'PUBLISHED' order by x.major desc, x.minor desc limit 1) v on true
  left join duty d on d.template_id = t.id left join shown s on s.template_id = t.id
 where t.organization_id = $1 order by t.id = any ($4::uuid[]) desc, t.core_position nulls last, v.definition -> 'name' ->> 'nb', t.id limit 100`;

const MONTHS = 12;

/** Minutes a chapter and month of each template, from what came and what each costs. Those that nothing is known of are left out. */
async function minutesOf(work: Work, rows: readonly TemplateRow[], chapterIds: readonly string[]) {
  const costs = await readCosts(work);
  const minutes = new Map<string, number>();
  for (const { id, versionId, aboutMember, chapters, settled } of rows) {
    if (aboutMember || !settled || chapters === 0) continue;
    minutes.set(id, (settled / MONTHS / chapters) * ((costs.get(versionId)?.report ?? 0) / 60));
  }
  const published = await publishedPerMonth(work, chapterIds, work.today);
  for (const { id, aboutMember } of rows) {
    const own = published.filter(({ templateId }) => templateId === id);
    if (!aboutMember || own.length === 0) continue;
    const seconds = own.reduce((sum, one) => sum + one.perMonth * (costs.get(one.versionId)?.report ?? 0), 0);
    minutes.set(id, seconds / 60 / own.length);
  }
  return minutes;
}

type Facts = {
  computed: Record<CoreScore, number | null>;
  /** how many members' answers the computed importance is from */
  answered: number | null;
  given: readonly GivenRow[];
  limit: number;
  size: number;
};

function scored({ computed, answered, given, limit, size }: Facts, minutes: number | null) {
  const scores = CORE_SCORES.map((kind): CoreScoreValue => {
    const by = given.find((one) => one.kind === kind);
    return {
      kind,
      score: by?.score ?? computed[kind],
      computed: computed[kind],
      answered: kind === "IMPORTANCE" ? answered : null,
      reason: by?.reason ?? null,
      by: by?.by ?? null,
      at: by?.at.toISOString() ?? null,
    };
  });
  const of = (kind: CoreScore) => scores.find((one) => one.kind === kind)!;
  const [effort, reach] = [of("EFFORT"), of("REACH").score];
  // effort that was given by hand is of the share of the limit, as the computed one is
  const share = effortShare(limit, size);
  const taken = effort.reason === null ? minutes : (share * (effort.score ?? 0)) / 100;
  return {
    scores,
    quadrant: quadrantOf(of("IMPORTANCE").score, of("PERFORMANCE").score),
    reach: reach === null ? null : reachWord(reach),
    minutes: taken === null ? null : Math.round(taken),
    heavy: taken !== null && taken > share,
  };
}

const ME = { nb: "", nn: "", en: "" };
const inAll = (text: string) => ({ ...ME, nb: text, nn: text, en: text });

/** A hundred at most, those of `asked` among them. Throws BAD_REQUEST for a year that is none. */
export async function readCandidates(work: Work, year: number, asked: readonly string[] = []): Promise<CoreCandidates> {
  if (!Number.isInteger(year) || year < 2000 || year > 2200) throw new AppError("BAD_REQUEST");
  const { organizationId } = seated(work);
  const { start, end } = rolling12(work.today);
  const [organization] = await work.query<{ size: number; limit: number; ownLimit: boolean; open: string[] | null }>(
    `select o.core_set_size as size, coalesce(o.core_limit_minutes, o.burden_cap_minutes) as limit, o.core_limit_minutes is not null as "ownLimit", (select array_agg(id) from app.chapter c where c.organization_id = $1 and not c.direct_members
        and c.opened_on <= authz.today() and (c.closed_on is null or c.closed_on > authz.today())) as open
       from app.organization o where o.id = $1`,
    [organizationId],
  );
  const [size, open] = [organization?.size ?? 5, organization?.open ?? []];
  const limit = organization?.limit ?? 240;
  const templates = await work.query<TemplateRow>(TEMPLATES, [organizationId, start, end, asked.filter(isUuid)]);
  const ideas = await work.query<{ id: string; text: string }>(
    `select id, text from app.core_idea where organization_id = $1 and year = $2 order by added_at, id limit 50`,
    [organizationId, year],
  );
  const given = await work.query<GivenRow>(
    `select c.candidate_id as "candidateId", c.kind, c.score, c.reason, s.holder_name as by, c.scored_at as at
       from app.core_score c left join app.seat s on s.organization_id = c.organization_id and s.id = c.scored_by
      where c.organization_id = $1 and c.year = $2`,
    [organizationId, year],
  );
  const minutes = await minutesOf(work, templates, open);
  const importance = await surveyImportance(work, year);
  const facts = { limit, size };
  const ownOf = (id: string) => given.filter(({ candidateId }) => candidateId === id);
  const none = { IMPORTANCE: null, PERFORMANCE: null, REACH: null, EFFORT: null };
  const candidates = [
    ...templates.map((row): CoreCandidate => {
      const each = minutes.get(row.id) ?? null;
      const said = importance.get(row.key) ?? null;
      const computed = {
        IMPORTANCE: said?.score ?? null,
        PERFORMANCE:
          row.onTime === null || row.settled === null
            ? null
            : performanceScore({ onTime: row.onTime, settled: row.settled }),
        REACH: reachScore(row.chapters, open.length),
        EFFORT: each === null ? null : effortScore(each, limit, size),
      };
      const { id, name, corePosition, settled } = row;
      const names = { nb: name.nb ?? "", nn: name.nn ?? name.nb ?? "", en: name.en ?? name.nb ?? "" };
      return {
        id,
        name: names,
        idea: false,
        corePosition,
        settled,
        ...scored({ ...facts, computed, answered: said?.n ?? null, given: ownOf(id) }, each),
      };
    }),
    ...ideas.map(({ id, text }): CoreCandidate => {
      const own = scored({ ...facts, computed: none, answered: null, given: ownOf(id) }, null);
      return { id, name: inAll(text), idea: true, corePosition: null, settled: null, ...own };
    }),
  ];
  return {
    year,
    size,
    limitMinutes: limit,
    ownLimit: organization?.ownLimit ?? false,
    candidates,
    workshops: await readWorkshops(work, { year }),
    choices: await readChoices(work),
  };
}
