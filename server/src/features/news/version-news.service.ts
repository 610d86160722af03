import type { LocalizedText, TemplateDefinition } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import type { DismissVersionNewsInput } from "./news.inputs.js";
import { FRESH_DAYS, MOST_SHOWN } from "./read-board-messages.js";
import type { VersionChange, VersionNews } from "./version-news.type.js";

type Row = {
  version_id: string;
  template_id: string;
  name: LocalizedText;
  number: string;
  previous_number: string | null;
  notes: string | null;
  from_day: string;
};

// What a chapter has of each template today, beside what it had until then; the same version once more is nothing new. The
// few that are told are found before the versions are read: their rights are asked for once a row.
const given = (where: string, rest = ""): string => `with given as materialized (
  select g.version_id, g.template_id, g.from_day, b.version_id as before_id
    from app.rollout_chapter g
    left join app.rollout_chapter b on b.organization_id = g.organization_id and b.chapter_id = g.chapter_id and b.template_id = g.template_id
     and b.cut_by = g.rollout_id
   where g.organization_id = $1 and g.chapter_id = $2 and g.from_day <= $3::date and (g.until_day is null or g.until_day > $3::date)
     and b.version_id is distinct from g.version_id and ${where} ${rest})`;
const JOINED = `from given g join app.template_version v on v.organization_id = $1 and v.id = g.version_id
  left join app.template_version p on p.organization_id = $1 and p.id = g.before_id`;
const COLUMNS = `g.version_id, g.template_id, v.definition -> 'name' as name, v.major || '.' || v.minor as number,
  p.major || '.' || p.minor as previous_number, v.notes, g.from_day`;

const toNews = (row: Row): VersionNews => ({
  versionId: row.version_id,
  templateId: row.template_id,
  name: row.name,
  number: row.number,
  previousNumber: row.previous_number,
  notes: row.notes,
  fromDay: row.from_day,
});

/** Versions the chapter was given lately that the seat acted in has not dismissed. */
export async function unseenVersions(work: Work): Promise<VersionNews[]> {
  const { organizationId, chapterId, seatId } = seated(work);
  const rows = await work.query<Row>(
    `${given(
      `g.from_day > $3::date - ${FRESH_DAYS} and not exists (select 1 from app.version_seen s
        where s.organization_id = $1 and s.seat_id = $4 and s.version_id = g.version_id)`,
      `order by g.from_day desc, g.version_id desc limit ${MOST_SHOWN}`,
    )} select ${COLUMNS} ${JOINED} order by g.from_day desc, g.version_id desc`,
    [organizationId, chapterId, work.today, seatId],
  );
  return rows.map(toNews);
}

/** A version the chapter has, beside the one it had before. Throws NOT_FOUND for one it was not given. */
export async function readVersionChange(work: Work, versionId: string): Promise<VersionChange> {
  const { organizationId, chapterId } = seated(work);
  if (!isUuid(versionId)) throw new AppError("NOT_FOUND");
  const [row] = await work.query<Row & { before: TemplateDefinition | null; after: TemplateDefinition }>(
    `${given("g.version_id = $4")} select ${COLUMNS}, p.definition as before, v.definition as after ${JOINED}`,
    [organizationId, chapterId, work.today, versionId],
  );
  if (!row) throw new AppError("NOT_FOUND");
  return { version: toNews(row), before: row.before, after: row.after };
}

/** The seat acted in has seen the version and is not told again. Done twice is done. Throws NOT_FOUND as above. */
export async function dismissVersionNews(work: Work, { versionId }: DismissVersionNewsInput): Promise<Done> {
  const { organizationId, chapterId, seatId } = seated(work);
  if (!isUuid(versionId)) throw new AppError("NOT_FOUND");
  const [has] = await work.query(`${given("g.version_id = $4")} select 1 from given`, [
    organizationId,
    chapterId,
    work.today,
    versionId,
  ]);
  if (!has) throw new AppError("NOT_FOUND");
  await work.query(
    `insert into app.version_seen (organization_id, seat_id, version_id) values ($1, $2, $3) on conflict do nothing`,
    [organizationId, seatId, versionId],
  );
  return { id: versionId };
}
