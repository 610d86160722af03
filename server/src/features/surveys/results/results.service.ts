import { sumOfShown } from "@varde/domain";
import type { LocalDate, LocalizedText, SurveyGroup as Shown } from "@varde/domain";
import type { Work } from "../../../kernel/db/unit-of-work.js";
import { AppError } from "../../../kernel/errors/app-error.js";
import { seated } from "../../../kernel/graphql/context.js";
import { isUuid } from "../../../kernel/mutation.js";
import { publishedMembership } from "../../membership/index.js";
import { readPeerGroups } from "../../standings/index.js";
import type { PeerChapters } from "../../standings/index.js";
import type { SurveyGroup, SurveyPlace, SurveyResults, SurveyTable } from "./results.type.js";

type Head = {
  title: LocalizedText;
  closesOn: LocalDate;
  publishedOn: string | null;
  before: string | null;
  k: number;
  order: string[];
};
type Row = { question: string; line: string; regionId: string | null; chapterId: string | null } & Pick<
  Shown,
  "n" | "cells"
>;

const readRows = (work: Work, surveyId: string): Promise<Row[]> =>
  work.query<Row>(
    `select question, line, region_id as "regionId", chapter_id as "chapterId", n, cells from app.survey_result where organization_id = $1 and survey_id = $2`,
    [seated(work).organizationId, surveyId],
  );

const shownOf = ({ regionId, chapterId, n, cells }: Row): Shown => ({
  level: chapterId ? "CHAPTER" : regionId ? "REGION" : "WHOLE",
  id: chapterId ?? regionId ?? "",
  n,
  cells,
});
const LEVELS = ["WHOLE", "REGION", "CHAPTER"];

/** The groups of a table as they are shown, and the sums of the shown chapters of each size. */
function groupsOf(rows: readonly Row[], sizes: readonly PeerChapters[]): SurveyGroup[] {
  const shown = rows.map(shownOf).toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const cells = (of: Shown["cells"]) => Object.entries(of).map(([cell, n]) => ({ cell, n }));
  return [
    ...shown.map(({ level, id, n, cells: of }): SurveyGroup => ({
      level,
      id: id || null,
      n,
      chapterCount: null,
      cells: cells(of),
    })),
    ...sizes.flatMap(({ id, chapterIds }): SurveyGroup[] => {
      const sum = sumOfShown(shown, new Set(chapterIds));
      return sum ? [{ level: "SIZE", id, n: sum.n, chapterCount: sum.chapters, cells: cells(sum.cells) }] : [];
    }),
  ];
}

/** The published numbers of members that stood on a survey's last day; the first after it where there were none yet. */
async function readMembers(work: Work, closesOn: LocalDate) {
  const newest = await publishedMembership(work, null);
  const day = newest.days.find((one) => one <= closesOn) ?? newest.days.at(-1) ?? null;
  return day === newest.referenceDate ? newest : publishedMembership(work, day);
}

/** What a board may count in its own register, by the register's own rule; null where it may not, and for all above a chapter. */
async function readPaid(work: Work, closesOn: LocalDate): Promise<number | null> {
  const { chapterId } = seated(work);
  if (!chapterId) return null;
  const [row] = await work.query<{ n: number }>(
    `select count(*)::int as n from app.member_fee f join app.member m on m.chapter_id = f.chapter_id and m.id = f.member_id
      where f.chapter_id = $1 and f.year = extract(year from $2::date) and f.paid_on <= $2
        and m.joined_chapter_on <= $2 and (m.left_on is null or m.left_on > $2) and m.end_reason is distinct from 'MERGED'`,
    [chapterId, closesOn],
  );
  return row!.n || null;
}

type Members = Awaited<ReturnType<typeof readMembers>>["chapters"];
async function readPlaces(work: Work, sizes: readonly PeerChapters[], chapters: Members): Promise<SurveyPlace[]> {
  const members = new Map(chapters.map(({ chapterId, active }) => [chapterId, active]));
  const within = await work.query<{ id: string; name: string; regionId: string | null; regionName: string | null }>(
    `select c.id, c.short_name as name, r.id as "regionId", r.name as "regionName" from app.chapter c
       left join app.chapter_region m on m.organization_id = c.organization_id and m.chapter_id = c.id and m.valid_from <= authz.today() and (m.valid_to is null or m.valid_to > authz.today())
       left join app.region r on r.organization_id = m.organization_id and r.id = m.region_id
      where c.organization_id = $1 and c.id = any ((select authz.units('SURVEY_READ'))::uuid[]) order by c.short_name, c.id`,
    [seated(work).organizationId],
  );
  const regions = new Map(
    within.flatMap(({ regionId, regionName }) => (regionId ? [[regionId, regionName!] as const] : [])),
  );
  const reached = new Set(within.map(({ id }) => id));
  return [
    ...[...regions].map(([id, name]): SurveyPlace => ({ level: "REGION", id, name, members: null })),
    ...within.map(({ id, name }): SurveyPlace => ({ level: "CHAPTER", id, name, members: members.get(id) ?? null })),
    ...sizes
      .filter(({ chapterIds }) => chapterIds.some((id) => reached.has(id)))
      .map(({ id }): SurveyPlace => ({ level: "SIZE", id, name: id, members: null })),
  ];
}

/** The published results of a survey within reach. NOT_FOUND where there is no such survey. */
export async function surveyResults(work: Work, surveyId: string): Promise<SurveyResults> {
  if (!isUuid(surveyId)) throw new AppError("NOT_FOUND");
  const { organizationId, chapterId } = seated(work);
  const [head] = await work.query<Head>(
    `select s.definition -> 'title' as title, s.closes_on as "closesOn", s.results_on as "publishedOn", s.compared_survey_id as before, o.suppression_k as k,
            array(select q ->> 'key' from jsonb_array_elements(s.definition -> 'questions') with ordinality t (q, at) order by at) as order
       from app.survey s join app.organization o on o.id = s.organization_id
      where s.organization_id = $1 and s.id = $2 and s.state <> 'DRAFT'`,
    [organizationId, surveyId],
  );
  if (!head) throw new AppError("NOT_FOUND");
  const sizes = await readPeerGroups(work);
  const rows = await readRows(work, surveyId);
  const before = head.before ? await readRows(work, head.before) : [];
  const [open] = head.publishedOn
    ? []
    : await work.query<{ n: number }>(
        `select at_least as n from app.survey_progress where organization_id = $1 and survey_id = $2 and chapter_id is not distinct from $3::uuid`,
        [organizationId, surveyId, chapterId ?? null],
      );
  const named = ({ question, line }: Pick<Row, "question" | "line">) => `${question}\n${line}`;
  const earlier = Map.groupBy(before, named);
  const tables = [...Map.groupBy(rows, named)].map(([name, of]): SurveyTable => ({
    question: of[0]!.question,
    line: of[0]!.line || null,
    groups: groupsOf(of, sizes),
    before: groupsOf(earlier.get(name) ?? [], sizes),
  }));
  const members = await readMembers(work, head.closesOn);
  const at = ({ question }: SurveyTable) => (question === "" ? -1 : head.order.indexOf(question));
  return {
    id: surveyId,
    title: head.title,
    publishedOn: head.publishedOn,
    within: head.k,
    answeredAtLeast: open?.n ?? null,
    membersOn: members.referenceDate,
    paidMembers: head.publishedOn ? await readPaid(work, head.closesOn) : null,
    places: await readPlaces(work, sizes, members.chapters),
    tables: tables.toSorted((a, b) => at(a) - at(b)),
  };
}
