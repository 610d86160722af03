import { inOrganization, organizationIds, organizationSessions } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";

/** What is kept, by the table it lies in. */
export const KEPT_KINDS = ["CLOSED", "UNCLOSED", "ANSWERS"] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];
/** One place where the kept numbers of a duty are not what a recount says. */
export type DifferingCell = { of: KeptKind; chapterId: string; templateId: string; month: string };
type Found = { cells: number; differing: number; sample: DifferingCell[] };

/** Chapters counted in one transaction: few enough for a big federation's to end well within its time. */
const AT_ONCE = 25;
/** What is shown of what differs. */
const SHOWN = 10;
/** Older checks are of no use. */
const KEPT_DAYS = 400;

/** Counts all that is kept of an organization anew, and writes down what differs. Changes none of it. */
export async function checkOrganization(context: Pick<JobContext, "job">, organizationId: string): Promise<Found> {
  const inSession = organizationSessions(context, "JOB_CHECK");
  const chapters = await inSession(organizationId, (work) =>
    work.query<{ id: string }>("select id from app.chapter order by id"),
  );
  const found: Found = { cells: 0, differing: 0, sample: [] };
  for (let from = 0; from < chapters.length; from += AT_ONCE) {
    const ids = chapters.slice(from, from + AT_ONCE).map(({ id }) => id);
    const [part] = await inSession(organizationId, (work) =>
      work.query<Found>("select cells, differing, sample from authz.check_standings($1::uuid[])", [ids]),
    );
    found.cells += part!.cells;
    found.differing += part!.differing;
    found.sample.push(...part!.sample);
    // of members only how many cells differ
    const [members] = await inSession(organizationId, (work) =>
      work.query<Omit<Found, "sample">>("select cells, differing from authz.check_membership($1::uuid[])", [ids]),
    );
    found.cells += members!.cells;
    found.differing += members!.differing;
  }
  found.sample.splice(SHOWN);
  await inOrganization(context, organizationId, "JOB_CHECK", async (work) => {
    await work.query(
      `insert into app.standing_check (organization_id, checked_on, cells, differing, sample)
       select authz.organization('STANDINGS_CHECK'), authz.today(), $1, $2, $3::jsonb
       on conflict (organization_id, checked_on)
       do update set cells = excluded.cells, differing = excluded.differing, sample = excluded.sample`,
      [found.cells, found.differing, JSON.stringify(found.sample)],
    );
    await work.query("delete from app.standing_check where checked_on < authz.today() - $1::int", [KEPT_DAYS]);
  });
  return found;
}

/** `checkOrganization` for all of them. Returns how many cells there were and how many differ. */
export async function checkStandings(context: Pick<JobContext, "job">): Promise<{ cells: number; differing: number }> {
  const sum = { cells: 0, differing: 0 };
  for (const id of await organizationIds(context)) {
    const { cells, differing } = await checkOrganization(context, id);
    sum.cells += cells;
    sum.differing += differing;
  }
  return sum;
}
