import type { LocalDate } from "@varde/domain";
import { openDoor } from "../../kernel/db/door.js";
import type { Door } from "../../kernel/db/door.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { inOrganization, organizationIds } from "../../kernel/jobs/job.js";
import { quarterEnds } from "./periods.js";
import type { PublishOptions } from "./publish.js";
import type { PublishedMeasures } from "./published.js";
import type { Scope } from "./scope.js";

/** Chapters of one size, by active members on the last day of a quarter. How many each has is kept nowhere. */
export type PeerGroup = {
  /** `60-99`, or `100-` for the last, which has no end */
  id: string;
  atLeast: number;
  /** not including; null has no end */
  below: number | null;
  on: LocalDate;
};
export type PeerChapters = PeerGroup & { chapterIds: string[] };

const groupId = ({ atLeast, below }: Pick<PeerGroup, "atLeast" | "below">): string =>
  `${atLeast}-${below === null ? "" : below - 1}`;

/** The organization's groups of the newest quarter, the smallest first, each with all its chapters. */
export async function readPeerGroups(work: Work): Promise<PeerChapters[]> {
  const rows = await work.query<Omit<PeerChapters, "id">>(
    `select at_least as "atLeast", below, quarter_on as "on", array_agg(chapter_id) as "chapterIds" from app.peer_group
      where organization_id = $1 and quarter_on = (select max(quarter_on) from app.peer_group where organization_id = $1)
      group by 1, 2, 3 order by 1`,
    [seated(work).organizationId],
  );
  return rows.map((row) => ({ id: groupId(row), ...row }));
}

/** The groups one can choose in one's reach: those with a chapter in it. */
export async function peerGroupChoices(work: Work): Promise<(PeerGroup & { chapterCount: number })[]> {
  const [reach] = await work.query<{ ids: string[] }>(`select authz.units('STATISTICS_READ') as ids`);
  const within = new Set(reach?.ids ?? []);
  return (await readPeerGroups(work))
    .map(({ chapterIds, ...group }) => ({ ...group, chapterCount: chapterIds.filter((id) => within.has(id)).length }))
    .filter(({ chapterCount }) => chapterCount > 0);
}

/** One group by its id; null when none is asked for. Throws NOT_FOUND for one that is not there this quarter. */
export async function peerGroupOf(work: Work, id: string | null | undefined): Promise<PeerChapters | null> {
  if (id === null || id === undefined) return null;
  const group = (await readPeerGroups(work)).find((one) => one.id === id);
  if (!group) throw new AppError("NOT_FOUND");
  return group;
}

/** Those that are in the snapshot: a chapter that came after it is not. */
export const shownOf = (all: readonly (PublishedMeasures | undefined)[]): PublishedMeasures[] =>
  all.filter((one) => one !== undefined);

/** Published counts added up as anybody could who reads them: what is hidden in one is hidden in the sum. */
export function sumPublished(all: readonly PublishedMeasures[]): PublishedMeasures | undefined {
  if (all.length === 0) return undefined;
  const names = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...names].map((name) => {
      const values = all.map((one) => one[name] ?? null);
      return [name, values.includes(null) ? null : values.reduce<number>((sum, value) => sum + value!, 0)];
    }),
  );
}

/**
 * The published counts of all in a scope: the unit's own, which also count what is hidden below it. Nothing is published for a group
 * of a size, so there it is the sum of what its chapters show.
 */
export function publishedTotal(
  scope: Scope,
  of: (unitId: string) => PublishedMeasures | undefined,
): PublishedMeasures | undefined {
  if (scope.group === null) return of(scope.unit.id);
  return sumPublished(shownOf(scope.chapters.map(({ id }) => of(id))));
}

/** Cuts the groups of the last quarter's end in every organization that has none for it yet. Returns how many were new. */
export async function cutPeerGroups(job: Door, today: LocalDate): Promise<number> {
  let cut = 0;
  for (const organizationId of await organizationIds({ job })) {
    const [row] = await inOrganization({ job }, organizationId, "JOB_PUBLISH", (work) =>
      work.query<{ cut: boolean }>(`select authz.publish_peer_groups($1) as cut`, [quarterEnds(today, 1)[0]]),
    );
    if (row?.cut) cut += 1;
  }
  return cut;
}

/** `cutPeerGroups` on a door of its own, for the demo's loader. */
export async function publishPeerGroups(options: Omit<PublishOptions, "quarters">): Promise<number> {
  const { databaseUrl, rolePrefix, secret, today } = options;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 1 });
  try {
    return await cutPeerGroups(job, today);
  } finally {
    await job.close();
  }
}
