import { COUNTIES } from "@varde/domain";
import type { GrantBoardMember, GrantPaper, GrantReturnFacts } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { countedFor } from "./counting.js";
import { readSetting } from "./setting.service.js";

type Row = {
  name: string;
  county: string;
  municipalities: string[];
  electedOn: string | null;
  board: GrantBoardMember[];
  plan: boolean;
  readsMembers: boolean;
};
/** Something the chapter did for members, that the board may tell of. `title` is null where a meeting has none. */
export type GrantSuggestion = { on: string; title: string | null };
const MOST_SUGGESTED = 8;

/** What the register says of the asker's own chapter for a basis year. */
export async function readGrantFacts(work: Work, chapterId: string, year: number): Promise<GrantReturnFacts> {
  const [row] = await work.query<Row>(
    `select c.name, c.county, c.municipalities,
            (select max(m.held_on) from app.meeting m where m.chapter_id = c.id and m.kind = 'ANNUAL_MEETING' and m.cancelled_at is null
               and m.held_on <= authz.today()) as "electedOn",
            coalesce((select jsonb_agg(jsonb_build_object('name', s.holder_name, 'role', s.role) order by s.role desc, lower(s.holder_name))
               from app.seat s where s.organization_id = c.organization_id and s.chapter_id = c.id and s.role in ('CHAPTER_LEADER', 'CHAPTER_BOARD')
                and s.valid_from <= make_date($3, 12, 31) and (s.valid_to is null or s.valid_to > make_date($3, 12, 31))), '[]') as board,
            exists (select 1 from app.action_plan p where p.chapter_id = c.id and p.year in ($3, $3 + 1) and p.state <> 'DRAFT') as plan,
            c.id = any (authz.units('MEMBER_READ')) as "readsMembers"
       from app.chapter c where c.organization_id = $1 and c.id = $2`,
    [seated(work).organizationId, chapterId, year],
  );
  if (!row) throw new AppError("NOT_FOUND");
  // who may not see members yet would count none, and could sign it
  if (!row.readsMembers) throw new AppError("FORBIDDEN");
  const { papers } = await readSetting(work);
  const held: Partial<Record<GrantPaper, boolean>> = { PLAN: row.plan };
  return {
    year,
    chapterName: row.name,
    county: COUNTIES.find(({ code }) => code === row.county)?.name ?? "",
    municipalities: row.municipalities,
    electedOn: row.electedOn,
    board: row.board,
    papers: papers.map((paper) => ({ paper, inRegister: held[paper] ?? false })),
    ...(await countedFor(work, chapterId, year)),
  };
}

/** What the chapter held for members in the year, newest first. A board meeting is no activity for members. */
export const readSuggestions = (work: Work, chapterId: string, year: number): Promise<GrantSuggestion[]> =>
  work.query<GrantSuggestion>(
    `select m.held_on as on, m.title from app.meeting m
      where m.chapter_id = $1 and m.kind in ('GATHERING', 'MEMBER_MEETING') and m.cancelled_at is null
        and m.held_on between make_date($2, 1, 1) and make_date($2, 12, 31) and m.held_on <= authz.today()
      order by (m.title is null), m.held_on desc, m.id limit ${MOST_SUGGESTED}`,
    [chapterId, year],
  );
