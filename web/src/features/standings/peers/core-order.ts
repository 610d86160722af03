import type { SideBySide } from "./side-by-side";

type Counted = { onTime: number | null; closed: number | null };
/** By what one point has on time. */
export type CoreOrder = { id: string; descending: boolean };

/** The order the address holds: a point's id, a minus before it from the other end. Null, by name, when it names none of the points. */
export function coreOrderOf(text: string | null | undefined, ids: readonly string[]): CoreOrder | null {
  const descending = text?.startsWith("-") ?? false;
  const id = descending ? text?.slice(1) : text;
  return id && ids.includes(id) ? { id, descending } : null;
}

export const coreOrderText = ({ id, descending }: CoreOrder): string => (descending ? `-${id}` : id);

/** The chapters in that order; what is hidden or not there stands last from either end, and equals stay by name. */
export function inCoreOrder<Counts extends Counted>(
  items: readonly SideBySide<Counts>[],
  order: CoreOrder | null,
  ids: readonly string[],
): SideBySide<Counts>[] {
  if (!order) return [...items];
  const at = ids.indexOf(order.id);
  const value = ({ cells }: SideBySide<Counts>): number | null => {
    const cell = cells[at];
    return cell && cell.closed !== null ? cell.onTime : null;
  };
  return items.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return order.descending ? other - one : one - other;
  });
}
