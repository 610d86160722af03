import { parsePeriod, periodOf, questionsToAsk, rolling12, shiftPeriod, standOut } from "@varde/domain";
import type { ExampleAsked, ExampleCandidate, ExampleCounts, ExampleTold, LocalDate, Trigger } from "@varde/domain";
import { EXAMPLE_LAPSE_DAYS } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { rhythmOf } from "../standings/index.js";

type TemplateRow = { id: string; aboutMember: boolean; trigger: Trigger; since: LocalDate };

/** Templates that chapters run: as their newest version says, about members when any version was. */
const readTemplates = (work: Work, organizationId: string): Promise<TemplateRow[]> =>
  work.query<TemplateRow>(
    `select t.id, v.definition -> 'trigger' as trigger,
            (select bool_or(any_of.about_member) from app.template_version any_of
              where any_of.organization_id = $1 and any_of.template_id = t.id and any_of.state <> 'DRAFT') as "aboutMember",
            (select min(r.effective_from) from app.rollout r where r.organization_id = $1 and r.template_id = t.id) as since
       from app.touchpoint_template t
       join lateral (select x.definition from app.template_version x
                      where x.organization_id = $1 and x.template_id = t.id and x.state = 'PUBLISHED'
                      order by x.major desc, x.minor desc limit 1) v on true
      where t.organization_id = $1 and exists (select 1 from app.rollout r where r.organization_id = $1 and r.template_id = t.id)
      order by t.id`,
    [organizationId],
  );

/** The open chapters that have a board to ask. */
const readChapters = async (work: Work, organizationId: string): Promise<Set<string>> => {
  const rows = await work.query<{ id: string }>(
    `select id from app.chapter where organization_id = $1 and not direct_members and opened_on <= authz.today()
        and (closed_on is null or closed_on > authz.today())`,
    [organizationId],
  );
  return new Set(rows.map(({ id }) => id));
};

/** Duties, as they are kept, of the twelve months that end with the last whole own period: in one period there are too few to judge. */
async function dutyCandidates(work: Work, template: TemplateRow): Promise<ExampleCandidate[]> {
  const until = parsePeriod(shiftPeriod(periodOf(work.today, rhythmOf(template)), -1))!.end;
  const { start, end } = rolling12(until);
  const rows = await work.query<ExampleCounts>(
    `with closed as (
       select chapter_id, sum(on_time) as on_time, sum(on_time + late) as n from app.standing
        where template_id = $1 and not about_member and not period_report and month between $2 and $3 group by 1
     ), unclosed as (
       select chapter_id, sum(n) filter (where miss_on < authz.today()) as missed, sum(n) filter (where miss_on >= authz.today()) as undecided
         from app.standing_unclosed where template_id = $1 and not about_member and not period_report and month between $2 and $3 group by 1
     )
     select chapter_id as "chapterId", coalesce(c.on_time, 0)::int as "onTime",
            (coalesce(c.n, 0) + coalesce(u.missed, 0))::int as closed, coalesce(u.undecided, 0)::int as undecided
       from closed c full join unclosed u using (chapter_id)`,
    [template.id, start, end],
  );
  return standOut(rows).map((one) => ({ ...one, templateId: template.id, until }));
}

/** About members, from the newest published snapshot alone: nothing is judged that those above could not read. */
async function memberCandidates(work: Work, organizationId: string, templateId: string): Promise<ExampleCandidate[]> {
  const rows = await work.query<{
    unitKind: string;
    chapterId: string;
    until: LocalDate;
    onTime: number | null;
    closed: number | null;
  }>(
    `select unit_kind as "unitKind", unit_id as "chapterId", snapshot_on as until,
            max(value) filter (where measure = 'ON_TIME') as "onTime", max(value) filter (where measure = 'CLOSED') as closed
       from app.published_count
      where organization_id = $1 and template_id = $2 and unit_kind in ('ORGANIZATION', 'CHAPTER') and measure in ('ON_TIME', 'CLOSED')
        and snapshot_on = (select max(p.snapshot_on) from app.published_count p where p.organization_id = $1 and p.template_id = $2)
      group by 1, 2, 3`,
    [organizationId, templateId],
  );
  const whole = rows.find(({ unitKind }) => unitKind === "ORGANIZATION");
  if (!whole || whole.onTime === null || whole.closed === null) return [];
  const counts = rows.flatMap(({ unitKind, chapterId, onTime, closed }): ExampleCounts[] =>
    unitKind === "CHAPTER" && onTime !== null && closed !== null ? [{ chapterId, onTime, closed, undecided: 0 }] : [],
  );
  return standOut(counts, { numerator: whole.onTime, denominator: whole.closed }).map((one) => ({
    ...one,
    templateId,
    until: whole.until,
  }));
}

async function lapse(work: Work, organizationId: string): Promise<void> {
  await work.query(
    `update app.good_example g set state = 'LAPSED', settled_at = now(), rev = rev + 1
      where g.organization_id = $1 and g.state = 'OPEN'
        and (g.asked_on <= authz.today() - $2::int
          or exists (select 1 from app.chapter c where c.organization_id = $1 and c.id = g.chapter_id and c.closed_on <= authz.today()))`,
    [organizationId, EXAMPLE_LAPSE_DAYS],
  );
}

/** Asks what there is to ask in one organization, all of it or nothing. Returns how many questions are new. */
async function askOrganization(work: Work, organizationId: string): Promise<number> {
  // two at once could ask more than is right
  await work.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`examples/${organizationId}`]);
  await lapse(work, organizationId);
  const [organization] = await work.query<{ asks: boolean }>(
    `select asks_good_examples as asks from app.organization where id = $1`,
    [organizationId],
  );
  if (!organization?.asks) return 0;
  const chapters = await readChapters(work, organizationId);
  const candidates: ExampleCandidate[] = [];
  for (const template of await readTemplates(work, organizationId)) {
    const found = template.aboutMember
      ? await memberCandidates(work, organizationId, template.id)
      : await dutyCandidates(work, template);
    candidates.push(...found.filter(({ chapterId }) => chapters.has(chapterId)));
  }
  const asked = await work.query<ExampleAsked>(
    `select chapter_id as "chapterId", template_id as "templateId", numbers_until as until, asked_on as "askedOn", state = 'OPEN' as open
       from app.good_example where organization_id = $1`,
    [organizationId],
  );
  const told = await work.query<ExampleTold>(
    `select chapter_id as "chapterId", template_id as "templateId" from app.practice where organization_id = $1 and state in ('SUGGESTED', 'SHOWN')`,
    [organizationId],
  );
  const questions = questionsToAsk(candidates, asked, told, work.today).map((one) => ({ id: uuidv7(), ...one }));
  if (questions.length === 0) return 0;
  const made = await work.query(
    `insert into app.good_example (organization_id, chapter_id, id, template_id, numbers_until)
     select $1, q."chapterId", q.id, q."templateId", q.until
       from jsonb_to_recordset($2::jsonb) q ("chapterId" uuid, id uuid, "templateId" uuid, until date)
     on conflict do nothing returning 1`,
    [organizationId, JSON.stringify(questions)],
  );
  return made.length;
}

/** Asks the chapters that stand out, in every organization that asks. May run as often as it likes. Returns how many are new. */
export async function askGoodExamples(context: Pick<JobContext, "job">): Promise<number> {
  let asked = 0;
  for (const id of await organizationIds(context)) {
    asked += await inOrganization(context, id, "JOB_EXAMPLES", (work) => askOrganization(work, id));
  }
  return asked;
}
