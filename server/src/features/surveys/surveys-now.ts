import type { LocalDate, LocalizedText } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { Output } from "../../kernel/graphql/output.js";
import { enumOf, LocalDateScalar, LocalizedText as LocalizedTextType } from "../../kernel/graphql/shared-types.js";

const MOMENTS = ["PLANNED", "OPEN", "READY"] as const;
export const SurveyMomentEnum = enumOf(
  MOMENTS,
  "SurveyMoment",
  "What is to be said of a survey these days: it opens soon, it takes answers, or its results are there.",
);

@Output("A survey that somebody's first page tells of.")
export class SurveyNow {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => LocalizedTextType, { description: "What it is called." })
  title!: LocalizedText;
  @Field(() => SurveyMomentEnum, { description: "What is to be said of it." })
  moment!: (typeof MOMENTS)[number];
  @Field(() => LocalDateScalar, { description: "The first day it takes answers." })
  opensOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: "The last day it takes answers." })
  closesOn!: LocalDate;
  @Field(() => Int, {
    nullable: true,
    description:
      "OPEN: how many had answered at least when the day began, of one's own; null: not told yet, or not to the asker.",
  })
  answeredAtLeast!: number | null;
}

/** For so many days before it opens, and after it ended and its results came, a survey is told of. */
const TOLD_DAYS = 14;
/** More at once are a page of their own. */
const MOST = 3;

/**
 * What the first page says of surveys, what takes answers first: a board, of those its chapter has a link to; those above, also of what
 * opens soon. Nothing between the last day and the results, which are there within minutes.
 */
export function surveysNow(work: Work): Promise<SurveyNow[]> {
  const { organizationId, chapterId } = seated(work);
  return work.query<SurveyNow>(
    `select s.id, s.definition -> 'title' as title, s.opens_on as "opensOn", s.closes_on as "closesOn",
            case when s.results_on is not null then 'READY' when s.opens_on > $3 then 'PLANNED' else 'OPEN' end as moment,
            (select p.at_least from app.survey_progress p where p.organization_id = s.organization_id and p.survey_id = s.id
                and p.chapter_id is not distinct from $2::uuid) as "answeredAtLeast"
       from app.survey s
      where s.organization_id = $1
        and case when s.results_on is not null then least(s.results_on, s.closes_on) > $3::date - ${TOLD_DAYS}
                 else s.state = 'OPEN' and s.closes_on >= $3 and s.opens_on <= $3::date + case when $2::uuid is null then ${TOLD_DAYS} else 0 end end
        and ($2::uuid is null or exists (select 1 from app.survey_link l
              where l.organization_id = s.organization_id and l.survey_id = s.id and l.chapter_id = $2::uuid))
      order by s.results_on is not null, s.opens_on > $3, s.closes_on, s.id limit ${MOST}`,
    [organizationId, chapterId ?? null, work.today],
  );
}
