import { suggestedYearDates } from "@varde/domain";
import type { Language } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { audit } from "../../kernel/audit.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { refuse } from "../../kernel/errors/refusal.js";
import { COMMON, say } from "../../kernel/errors/say.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { annualRule } from "./annual-rule.js";
import { yearRules } from "./year.inputs.js";
import type {
  DeleteYearDateInput,
  SaveAnnualRuleInput,
  SaveYearDateInput,
  SuggestYearDatesInput,
} from "./year.inputs.js";
import { YEAR_TEXTS } from "./year.texts.js";
import type { YearDateSetting, YearSettings } from "./year.type.js";

/** So many days a year holds. */
const MOST_DATES = 200;

const IN_YEAR = "d.organization_id = $1 and d.from_day <= make_date($2, 12, 31) and d.to_day >= make_date($2, 1, 1)";

/** The days of a year as national sets them, and the rule of annual meetings. */
export async function yearSettings(work: Work, year: number): Promise<YearSettings> {
  const dates = await work.query<YearDateSetting>(
    `select d.id, d.kind, d.name, d.from_day as "fromDay", d.to_day as "toDay", d.concerns, d.counties, d.source, d.checked_on as "checkedOn", d.rev
       from app.year_date d where ${IN_YEAR} order by d.from_day, d.to_day, d.id limit ${MOST_DATES}`,
    [seated(work).organizationId, year],
  );
  return { year, dates, rule: await annualRule(work) };
}

async function refuseWhenFull(work: Work, year: number, more: number, language: Language): Promise<void> {
  const [there] = await work.query<{ n: number }>(`select count(*)::int as n from app.year_date d where ${IN_YEAR}`, [
    seated(work).organizationId,
    year,
  ]);
  if (there!.n + more > MOST_DATES) refuse("INVALID", say(language, YEAR_TEXTS.full), []);
}

/** Whether it was there and another has changed it, or it is not there. */
async function stale(work: Work, id: string, language: Language): Promise<never> {
  const [there] = await work.query(`select 1 from app.year_date where organization_id = $1 and id = $2`, [
    seated(work).organizationId,
    id,
  ]);
  if (!there) throw new AppError("NOT_FOUND");
  return refuse("CONFLICT", say(language, COMMON.conflict), [], id);
}

/** Writes a day, or a new one (`rev` 0). */
export async function saveYearDate(work: Work, input: SaveYearDateInput, language: Language): Promise<Done> {
  const date = checkInput(yearRules(language).date, { ...input }, language);
  const { organizationId } = seated(work);
  const values = [date.kind, JSON.stringify(date.name), date.fromDay, date.toDay, date.concerns, date.counties];
  const checked = date.checked ? work.today : null;
  if (date.rev === 0) await refuseWhenFull(work, Number(date.fromDay.slice(0, 4)), 1, language);
  const [saved] =
    date.rev === 0
      ? await work.query<{ rev: number }>(
          `insert into app.year_date (organization_id, id, kind, name, from_day, to_day, concerns, counties, source, checked_on)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning rev`,
          [organizationId, date.id, ...values, date.source, checked],
        )
      : await work.query<{ rev: number }>(
          `update app.year_date set kind = $4, name = $5, from_day = $6, to_day = $7, concerns = $8, counties = $9, source = $10, checked_on = $11, rev = rev + 1
            where organization_id = $1 and id = $2 and rev = $3 returning rev`,
          [organizationId, date.id, date.rev, ...values, date.source, checked],
        );
  if (!saved) return stale(work, date.id, language);
  await audit(work, {
    action: "YEAR_DATE_SAVED",
    subjectType: "YearDate",
    subjectId: date.id,
    detail: { kind: date.kind, from: date.fromDay, to: date.toDay, concerns: date.concerns },
  });
  return { id: date.id, rev: saved.rev };
}

export async function deleteYearDate(work: Work, input: DeleteYearDateInput, language: Language): Promise<Done> {
  if (!isUuid(input.id)) throw new AppError("NOT_FOUND");
  const [gone] = await work.query<{ kind: string; from: string }>(
    `delete from app.year_date where organization_id = $1 and id = $2 and rev = $3 returning kind, from_day as "from"`,
    [seated(work).organizationId, input.id, input.rev],
  );
  if (!gone) return stale(work, input.id, language);
  await audit(work, { action: "YEAR_DATE_DELETED", subjectType: "YearDate", subjectId: input.id, detail: gone });
  return { id: input.id };
}

/** Takes in what is usually in a year and is not there yet, each as one to be checked. */
export async function suggestYearDates(work: Work, input: SuggestYearDatesInput, language: Language): Promise<Done> {
  const { year } = input;
  const { organizationId } = seated(work);
  const thisYear = Number(work.today.slice(0, 4));
  if (year < thisYear - 1 || year > thisYear + 3) refuse("INVALID", say(language, YEAR_TEXTS.year), ["year"]);
  const dates = suggestedYearDates(year).map((date) => ({ ...date, id: uuidv7() }));
  await refuseWhenFull(work, year, dates.length, language);
  const added = await work.query(
    `insert into app.year_date (organization_id, id, kind, name, from_day, to_day, concerns, counties, source)
     select $1, s.id, s.kind, s.name, s.from_day, s.to_day, s.concerns, array(select jsonb_array_elements_text(s.counties)), s.source
       from jsonb_to_recordset($2::jsonb) s (id uuid, kind text, name jsonb, from_day date, to_day date, concerns text, counties jsonb, source text)
      where not exists (select 1 from app.year_date d where d.organization_id = $1 and d.kind = s.kind and d.name ->> 'nb' = s.name ->> 'nb'
        and d.from_day between make_date($3, 1, 1) and make_date($3, 12, 31) and (d.kind <> 'HOLIDAY' or d.from_day = s.from_day))
     returning 1`,
    [
      organizationId,
      JSON.stringify(dates.map(({ fromDay, toDay, ...date }) => ({ ...date, from_day: fromDay, to_day: toDay }))),
      year,
    ],
  );
  if (added.length === 0) refuse("INVALID", say(language, YEAR_TEXTS.noMore), ["year"]);
  await audit(work, {
    action: "YEAR_DATES_SUGGESTED",
    subjectType: "Organization",
    subjectId: organizationId,
    detail: { year, days: added.length },
  });
  return { id: organizationId };
}

/** Sets what the statutes say of annual meetings. */
export async function saveAnnualRule(work: Work, input: SaveAnnualRuleInput, language: Language): Promise<Done> {
  const rule = checkInput(yearRules(language).rule, { ...input }, language);
  const { organizationId } = seated(work);
  const values = [rule.lastMonth, rule.lastDay, rule.noticeDays, rule.papersDays, rule.votingAge];
  const rest = [rule.agenda && JSON.stringify(rule.agenda), rule.source];
  const [saved] =
    rule.rev === 0
      ? await work.query<{ rev: number }>(
          `insert into app.annual_rule (organization_id, last_month, last_day, notice_days, papers_days, voting_age, agenda, source)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning rev`,
          [organizationId, ...values, ...rest],
        )
      : await work.query<{ rev: number }>(
          `update app.annual_rule set last_month = $3, last_day = $4, notice_days = $5, papers_days = $6, voting_age = $7, agenda = $8, source = $9, rev = rev + 1
            where organization_id = $1 and rev = $2 returning rev`,
          [organizationId, rule.rev, ...values, ...rest],
        );
  if (!saved) return refuse("CONFLICT", say(language, COMMON.conflict), [], organizationId);
  const { lastMonth, lastDay, noticeDays, papersDays, votingAge } = rule;
  await audit(work, {
    action: "ANNUAL_RULE_CHANGED",
    subjectType: "Organization",
    subjectId: organizationId,
    detail: { lastMonth, lastDay, noticeDays, papersDays, votingAge },
  });
  return { id: organizationId, rev: saved.rev };
}
