import type { LocalDate } from "@varde/domain";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { ChapterRef } from "./counts.type.js";
import { groupBy } from "./group-by.js";
import { peerGroupOf } from "./peers.js";
import type { PeerGroup } from "./peers.js";
import type { Window } from "./periods.js";

export type ScopeUnit = { kind: "ORGANIZATION" | "REGION" | "CHAPTER"; id: string };
export type ScopeChapter = ChapterRef & { openedOn: string; closedOn: string | null };

/** The chapters a seat compares, and the unit their total stands for, with the regions as they were on a day. */
export type Scope = {
  unit: ScopeUnit;
  name: string;
  /** only the chapters of this size; the unit is still the whole */
  group: PeerGroup | null;
  chapters: ScopeChapter[];
  /** of the region on that day, and no longer in the seat's reach: to be named, not counted */
  elsewhere: ScopeChapter[];
};

/** The same reach, read with the regions of any day. */
export type Scopes = {
  on(day: LocalDate): Scope;
  /** whether some chapter that was open in the window was in another region on the day than today, coming or going */
  moved(window: Window, day: LocalDate): boolean;
};

type MembershipRow = Omit<ScopeChapter, "regionId" | "regionName"> & {
  inReach: boolean;
  regionId: string | null;
  regionName: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
};

const holds = ({ from, to }: MembershipRow, day: LocalDate): boolean =>
  from !== null && from <= day && (to === null || to > day);

/**
 * The seat's reach, or one region of it, on any day; of it the chapters of one size, when that is asked for. A region outside it is
 * NOT_FOUND, like one that never was, and so is a group. Which chapters it holds is asked of the database: the reach of the right to
 * read statistics, which is today's whatever the day. A size is the newest quarter's, whatever the day too.
 */
export async function scopesOf(
  work: Work,
  regionId: string | null | undefined,
  groupId: string | null | undefined = null,
): Promise<Scopes> {
  const viewer = seated(work);
  const wanted = regionId ?? null;
  if (wanted !== null && !isUuid(wanted)) throw new AppError("NOT_FOUND");
  if (wanted !== null && viewer.unitKind !== "ORGANIZATION" && wanted !== viewer.regionId)
    throw new AppError("NOT_FOUND");
  const region = wanted ?? (viewer.unitKind === "REGION" ? viewer.regionId : null);
  const peers = await peerGroupOf(work, groupId);
  // kept first, so that their policies are asked once, and not again for every chapter
  const rows = await work.query<MembershipRow>(
    `with membership as materialized (select * from app.chapter_region where organization_id = $1)
       , region as materialized (select id, name from app.region where organization_id = $1)
     select * from (
       select c.id, c.name, c.short_name as "shortName", c.county, c.opened_on as "openedOn", c.closed_on as "closedOn",
              c.id = any ((select authz.units('STATISTICS_READ'))::uuid[]) as "inReach",
              r.id as "regionId", r.name as "regionName", m.valid_from as "from", m.valid_to as "to"
         from app.chapter c
         left join membership m on m.chapter_id = c.id
         left join region r on r.id = m.region_id
        where c.organization_id = $1) known
      where ("inReach" or "regionId" = $2) and ($3::uuid[] is null or id = any ($3))`,
    [viewer.organizationId, region, peers?.chapterIds ?? null],
  );
  const chapters = [...groupBy(rows, ({ id }) => id).values()].toSorted((a, b) =>
    a[0]!.shortName.localeCompare(b[0]!.shortName, "nb"),
  );
  const unit = await unitOf(work, region);
  const group = peers && { id: peers.id, atLeast: peers.atLeast, below: peers.below, on: peers.on };
  const regionOn = (of: readonly MembershipRow[], day: LocalDate) => of.find((row) => holds(row, day)) ?? null;
  return {
    on(day) {
      const there = chapters.flatMap((of) => {
        const { id, name, shortName, county, openedOn, closedOn, inReach } = of[0]!;
        const { regionId: at = null, regionName = null } = regionOn(of, day) ?? {};
        if (region !== null && at !== region) return [];
        return [{ inReach, chapter: { id, name, shortName, county, openedOn, closedOn, regionId: at, regionName } }];
      });
      const those = (inReach: boolean) => there.filter((one) => one.inReach === inReach).map(({ chapter }) => chapter);
      return { ...unit, group, chapters: those(true), elsewhere: those(false) };
    },
    moved: (window, day) =>
      chapters.some((of) => {
        const [then, now] = [regionOn(of, day)?.regionId, regionOn(of, work.today)?.regionId];
        const concerns = region === null || then === region || now === region;
        return then !== now && concerns && openIn([of[0]!], window).length > 0;
      }),
  };
}

/** The reach with the regions as they are today. */
export const scopeOf = async (work: Work, regionId: string | null | undefined): Promise<Scope> =>
  (await scopesOf(work, regionId)).on(work.today);

async function unitOf(work: Work, region: string | null): Promise<Pick<Scope, "unit" | "name">> {
  const viewer = seated(work);
  const unit: ScopeUnit =
    viewer.unitKind === "CHAPTER" && viewer.chapterId
      ? { kind: "CHAPTER", id: viewer.chapterId }
      : region
        ? { kind: "REGION", id: region }
        : { kind: "ORGANIZATION", id: viewer.organizationId };
  const table = { ORGANIZATION: "organization", REGION: "region", CHAPTER: "chapter" }[unit.kind];
  const tenant = unit.kind === "ORGANIZATION" ? "id" : "organization_id";
  const [row] = await work.query<{ name: string }>(`select name from app.${table} where ${tenant} = $1 and id = $2`, [
    viewer.organizationId,
    unit.id,
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  return { unit, name: row.name };
}

/** The last day of a window that has been: the regions «as they were» are that day's. */
export const lastDayOf = ({ end }: Pick<Window, "end">, today: LocalDate): LocalDate => (end < today ? end : today);

/** Those that were open at some time in the window. */
export function openIn<T extends Pick<ScopeChapter, "openedOn" | "closedOn">>(
  chapters: readonly T[],
  { start, end }: Window,
): T[] {
  return chapters.filter(({ openedOn, closedOn }) => openedOn <= end && (closedOn === null || closedOn > start));
}

/** A chapter as a table's row names it. */
export function chapterRef({ id, name, shortName, county, regionId, regionName }: ChapterRef): ChapterRef {
  return { id, name, shortName, county, regionId, regionName };
}
