import type { LocalDate, LocalizedText } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { fromCursor, pageSize, toConnection } from "../../kernel/graphql/page.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { isUuid } from "../../kernel/mutation.js";
import type {
  Pilot,
  PilotAnswer,
  PilotChapter,
  PilotChoice,
  PilotDecision,
  PilotPhase,
  PilotVerdict,
} from "./pilot.type.js";

type AnswerRow = {
  chapter_id: string;
  chapter_name: string;
  verdict: PilotVerdict;
  why: string;
  answered_at: string;
  rev: number;
};
type PilotRow = {
  id: string;
  template_id: string;
  template_name: LocalizedText;
  about_member: boolean;
  version_id: string;
  number: string;
  compared_number: string | null;
  chosen: PilotChoice;
  seed: string | null;
  eligible: number;
  starts_on: LocalDate;
  ends_on: LocalDate;
  started_by: string;
  created_at: string;
  decision: PilotDecision | null;
  decided_at: string | null;
  decided_by: string | null;
  reason: string | null;
  rev: number;
  chapters: PilotChapter[] | null;
  answers: AnswerRow[] | null;
  place: number;
};

const SELECT = `
select p.id, p.template_id, v.definition -> 'name' as template_name, v.about_member, p.version_id, v.major || '.' || v.minor as number,
  w.major || '.' || w.minor as compared_number, p.chosen, p.seed, p.eligible, p.starts_on, p.ends_on, coalesce(s.holder_name, '') as started_by,
  p.created_at, p.decision, p.decided_at, d.holder_name as decided_by, p.reason, p.rev,
  (select json_agg(json_build_object('id', c.id, 'name', c.short_name)) from app.rollout_chapter rc
     join app.chapter c on c.organization_id = rc.organization_id and c.id = rc.chapter_id
    where rc.organization_id = p.organization_id and rc.rollout_id = p.rollout_id) as chapters,
  (select json_agg(json_build_object('chapter_id', a.chapter_id, 'chapter_name', c.short_name, 'verdict', a.verdict, 'why', a.why,
      'answered_at', a.answered_at, 'rev', a.rev)) from app.pilot_answer a
     join app.chapter c on c.organization_id = a.organization_id and c.id = a.chapter_id
    where a.organization_id = p.organization_id and a.pilot_id = p.id) as answers,
  (extract(epoch from p.created_at) * 1000000)::bigint::float8 as place
  from app.pilot p
  join app.template_version v on v.organization_id = p.organization_id and v.id = p.version_id
  left join app.template_version w on w.organization_id = p.organization_id and w.id = p.compared_version_id
  left join app.seat s on s.organization_id = p.organization_id and s.id = p.started_by
  left join app.seat d on d.organization_id = p.organization_id and d.id = p.decided_by
 where p.organization_id = $1`;

const byName = (a: string, b: string): number => a.localeCompare(b, "nb");

function phaseOf(row: PilotRow, today: LocalDate): PilotPhase {
  if (row.decision) return "DECIDED";
  if (row.ends_on <= today) return "ASKING";
  return row.starts_on > today ? "PLANNED" : "RUNNING";
}

export const toAnswer = (row: AnswerRow): PilotAnswer => ({
  chapterId: row.chapter_id,
  chapterName: row.chapter_name,
  verdict: row.verdict,
  why: row.why,
  answeredAt: new Date(row.answered_at),
  rev: row.rev,
});

const toPilot = (row: PilotRow, today: LocalDate): Pilot => ({
  id: row.id,
  templateId: row.template_id,
  templateName: row.template_name,
  aboutMember: row.about_member,
  versionId: row.version_id,
  versionNumber: row.number,
  comparedNumber: row.compared_number,
  chosen: row.chosen,
  seed: row.seed,
  eligible: row.eligible,
  chapters: (row.chapters ?? []).toSorted((a, b) => byName(a.name, b.name)),
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  phase: phaseOf(row, today),
  startedBy: row.started_by,
  createdAt: new Date(row.created_at),
  answers: (row.answers ?? []).map(toAnswer).sort((a, b) => byName(a.chapterName, b.chapterName)),
  decision: row.decision,
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
  decidedBy: row.decided_by,
  reason: row.reason,
  rev: row.rev,
});

/** The pilots of a template, or all, newest first. */
export async function listPilots(
  work: Work,
  page: { templateId: string | null; first: number; after: string | null },
): Promise<Connection<Pilot>> {
  const first = pageSize(page.first);
  const place = fromCursor(page.after, 2);
  if (place && !(Number.isSafeInteger(place[0]) && isUuid(String(place[1])))) throw new AppError("BAD_REQUEST");
  if (page.templateId !== null && !isUuid(page.templateId)) throw new AppError("NOT_FOUND");
  const rows = await work.query<PilotRow>(
    `select * from (${SELECT} and ($2::uuid is null or p.template_id = $2)) x
      where $3::float8 is null or (x.place, x.id) < ($3, $4::uuid) order by x.place desc, x.id desc limit $5`,
    [seated(work).organizationId, page.templateId, place?.[0] ?? null, place?.[1] ?? null, first + 1],
  );
  return toConnection(
    rows,
    first,
    (row) => toPilot(row, work.today),
    (row) => [row.place, row.id],
    { after: page.after },
  );
}

/** One pilot, or null when there is none in the organization. */
export async function findPilot(work: Work, id: string | null): Promise<Pilot | null> {
  if (id === null || !isUuid(id)) return null;
  const [row] = await work.query<PilotRow>(`${SELECT} and p.id = $2`, [seated(work).organizationId, id]);
  return row ? toPilot(row, work.today) : null;
}

/** One pilot. Throws NOT_FOUND. */
export async function readPilot(work: Work, id: string): Promise<Pilot> {
  const pilot = await findPilot(work, id);
  if (!pilot) throw new AppError("NOT_FOUND");
  return pilot;
}
