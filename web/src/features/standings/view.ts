import { useSearchParams } from "react-router";
import { isSnapshotPeriod } from "./snapshot-period";

/** The whole view, held in the address: it can be shared, and the way back leads to it. */
export type View = {
  template: string | null;
  period: string | null;
  region: string | null;
  as: string | null;
  /** how the chapters are ordered; by name when left out */
  sort?: string | null;
  /** only the chapters of one size */
  group?: string | null;
  /** `CORE_SET` for all of the core set at once */
  set?: string | null;
};

const NAMES = {
  template: "punkt",
  period: "periode",
  region: "region",
  as: "som",
  sort: "sorter",
  group: "gruppe",
  set: "mal",
} as const;

/** In the address: all of the core set side by side. */
export const CORE_SET = "kjerne";

/** In the address: chapters in the regions of the period's last day. Otherwise they are in today's. */
export const AS_WAS = "da";
type Key = keyof View;

export function viewSearch(view: Partial<View>): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(NAMES) as Key[]) {
    const value = view[key];
    if (value) search.set(NAMES[key], value);
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}

/** The view of the address and how to change it. Another template begins with its own newest period. */
export function useView(): [View, (change: Partial<View>) => void] {
  const [search, setSearch] = useSearchParams();
  const view: View = {
    template: search.get(NAMES.template),
    period: search.get(NAMES.period),
    region: search.get(NAMES.region),
    as: search.get(NAMES.as),
    sort: search.get(NAMES.sort),
    group: search.get(NAMES.group),
    set: search.get(NAMES.set),
  };
  return [view, (change) => setSearch(viewSearch({ ...view, ...change }), { preventScrollReset: true })];
}

/** The period of the address if it is one of this kind of template: a shared or old link may hold another. */
export function periodFor(template: { aboutMember: boolean }, period: string | null): string | null {
  return period !== null && isSnapshotPeriod(period) === template.aboutMember ? period : null;
}

/** The group of the address if there is one like it this quarter: a shared or old link may hold another. */
export function groupFor(groups: readonly { id: string }[], group: string | null | undefined): string | null {
  return groups.find(({ id }) => id === group)?.id ?? null;
}
