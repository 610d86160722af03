/**
 * The network behind one published table: every cell is an arc, every equation («the chapters make the region») a node where
 * what flows in flows out. Each cell stands in exactly two equations, so the possible values of a hidden cell - all published
 * cells and equations known - are found exactly, as augmenting paths over hidden arcs, and they are whole numbers.
 * Source: Kelly, Golden and Assad, «Cell suppression: disclosure protection for sensitive tabular data», Networks 22 (1992).
 */

/** One cell. `cost` is what it costs the reader to lose it. */
export type Arc = { from: number; to: number; value: number; cost: number; hidden: boolean };

const NONE = -1;

type Step = { distance: number; node: number };

/** Smallest distance first; equal ones by node, so that the same table always gives the same result. */
function before(a: Step, b: Step): boolean {
  return a.distance < b.distance || (a.distance === b.distance && a.node < b.node);
}

class Heap {
  readonly #steps: Step[] = [];

  push(step: Step): void {
    const steps = this.#steps;
    let i = steps.push(step) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = steps[parent];
      if (!above || !before(step, above)) break;
      steps[i] = above;
      i = parent;
    }
    steps[i] = step;
  }

  pop(): Step | undefined {
    const steps = this.#steps;
    const top = steps[0];
    const last = steps.pop();
    if (last === undefined || steps.length === 0) return top;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      const a = steps[left];
      const b = steps[left + 1];
      const child = b && a && before(b, a) ? b : a;
      if (!child || !before(child, last)) break;
      steps[i] = child;
      i = child === a ? left : left + 1;
    }
    steps[i] = last;
    return top;
  }
}

export class SuppressionNetwork {
  readonly arcs: readonly Arc[];
  readonly #width: number;
  readonly #at: number[][];
  /** How far each cell has been moved from its true value in the solution being built. */
  readonly #moved: Float64Array;
  readonly #cameBy: Int32Array;
  readonly #seen: Int32Array;
  readonly #distance: Float64Array;
  #stamp = 0;
  /** Arcs that no one with the knowledge assumed now is unsure of (the cells of an insider). */
  #known: ReadonlySet<number> = new Set();

  /** `width` is how many apart the smallest and the largest possible value of a hidden cell must at least be. */
  constructor(nodes: number, arcs: readonly Arc[], width: number) {
    this.arcs = arcs;
    this.#width = width;
    this.#at = Array.from({ length: nodes }, () => []);
    for (const [i, arc] of arcs.entries()) {
      this.#at[arc.from]?.push(i);
      this.#at[arc.to]?.push(i);
    }
    this.#moved = new Float64Array(arcs.length);
    this.#cameBy = new Int32Array(nodes);
    this.#seen = new Int32Array(nodes);
    this.#distance = new Float64Array(nodes);
  }

  #arc(i: number): Arc {
    const arc = this.arcs[i];
    if (!arc) throw new RangeError(`No arc ${i}`);
    return arc;
  }

  /** How much a cell can still move when passed from `node`: up without limit, down to 0 (a hidden cell may be 0). */
  #capacity(i: number, arc: Arc, node: number): number {
    return arc.from === node ? Number.POSITIVE_INFINITY : arc.value + (this.#moved[i] ?? 0);
  }

  /** Shortest path over hidden arcs only. */
  #searchHidden(source: number, target: number, without: number): boolean {
    const stamp = ++this.#stamp;
    const queue = [source];
    this.#seen[source] = stamp;
    for (const node of queue) {
      for (const i of this.#at[node] ?? []) {
        const arc = this.#arc(i);
        if (!arc.hidden || i === without || this.#known.has(i) || this.#capacity(i, arc, node) < 1) continue;
        const next = arc.from === node ? arc.to : arc.from;
        if (this.#seen[next] === stamp) continue;
        this.#seen[next] = stamp;
        this.#cameBy[next] = i;
        if (next === target) return true;
        queue.push(next);
      }
    }
    return false;
  }

  /** The path that costs the reader least, visible cells included; a cell that can give only part of `need` costs more. */
  #searchCheapest(source: number, target: number, without: number, need: number): boolean {
    this.#distance.fill(Number.POSITIVE_INFINITY);
    this.#distance[source] = 0;
    const heap = new Heap();
    heap.push({ distance: 0, node: source });
    for (let step = heap.pop(); step; step = heap.pop()) {
      const { distance, node } = step;
      if (node === target) return true;
      if (distance > (this.#distance[node] ?? 0)) continue;
      for (const i of this.#at[node] ?? []) {
        const arc = this.#arc(i);
        if (i === without || this.#known.has(i)) continue;
        const capacity = this.#capacity(i, arc, node);
        if (capacity < 1) continue;
        const next = arc.from === node ? arc.to : arc.from;
        const cost = arc.hidden ? 0 : arc.cost * Math.max(1, need / capacity);
        if (distance + cost >= (this.#distance[next] ?? 0)) continue;
        this.#distance[next] = distance + cost;
        this.#cameBy[next] = i;
        heap.push({ distance: distance + cost, node: next });
      }
    }
    return false;
  }

  /** The arcs of the path found last, from the target back to the source, each with the node it was passed from. */
  #path(source: number, target: number): { i: number; arc: Arc; node: number }[] {
    const path: { i: number; arc: Arc; node: number }[] = [];
    for (let at = target; at !== source;) {
      const i = this.#cameBy[at] ?? NONE;
      const arc = this.#arc(i);
      at = arc.from === at ? arc.to : arc.from;
      path.push({ i, arc, node: at });
    }
    return path;
  }

  /** Moves a cell up or down as far as the rest allows, `need` at most; hides what it passes when `hide` is given. Returns how far. */
  #move(cell: number, up: boolean, need: number, used: Set<number>, hide?: (i: number) => void): number {
    const { from, to, value } = this.#arc(cell);
    const [source, target] = up ? [to, from] : [from, to];
    const most = up ? need : Math.min(need, value);
    let moved = 0;
    while (moved < most) {
      const left = most - moved;
      const found = hide ? this.#searchCheapest(source, target, cell, left) : this.#searchHidden(source, target, cell);
      if (!found) break;
      const path = this.#path(source, target);
      const amount = path.reduce((least, { i, arc, node }) => Math.min(least, this.#capacity(i, arc, node)), left);
      for (const { i, arc, node } of path) {
        if (!arc.hidden) hide?.(i);
        this.#moved[i] = (this.#moved[i] ?? 0) + (arc.from === node ? amount : -amount);
        used.add(i);
      }
      moved += amount;
    }
    for (const i of used) this.#moved[i] = 0;
    return moved;
  }

  /**
   * Makes sure that the values a hidden cell can have lie at least `width` apart for someone who knows every published cell,
   * every equation, and the cells in `known`; hides the cheapest further cells until they do. Returns the cells whose moving shows it.
   * Hiding only ever widens other cells, so a cell that has been made safe stays safe.
   */
  protect(cell: number, known: ReadonlySet<number>, hide: (i: number) => void): Set<number> {
    this.#known = known;
    const used = new Set<number>();
    const range = this.#move(cell, false, this.#width, used);
    const need = this.#width - range;
    if (this.#move(cell, true, need, used) < need) this.#move(cell, true, need, used, hide);
    return used;
  }
}
