/**
 * What several releases of the same count tell together. A release counts the blocks (quarters) of its window; whoever reads two
 * that overlap can subtract. Which numbers are possible for every stretch of blocks follows exactly from the counts released:
 * they are a system of difference constraints over the running sum, solved by shortest paths.
 * Source: design rules «privacy» (nothing hidden may be computed by differencing); Cormen et al., Introduction to Algorithms, 24.4.
 */

/** First and last block of a release's window, both included. A window may begin before block 0: then nothing was counted there. */
export type BlockWindow = { from: number; to: number };

/** `furthest[i][j]`: how much the running sum may at most grow from the beginning of block i to the beginning of block j. */
function furthest(blocks: readonly number[], windows: readonly BlockWindow[]): number[][] {
  const n = blocks.length;
  const most = Array.from({ length: n + 1 }, (_, i) =>
    // a count never falls: going back in time the running sum grows by 0 at most
    Array.from({ length: n + 1 }, (_unused, j) => (j <= i ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const window of windows) {
    const from = Math.max(0, window.from);
    const to = Math.min(n, window.to + 1);
    if (from >= to) continue;
    const count = blocks.slice(from, to).reduce((sum, block) => sum + block, 0);
    most[from]![to] = Math.min(most[from]![to]!, count);
    most[to]![from] = Math.min(most[to]![from]!, -count);
  }
  for (let via = 0; via <= n; via++) {
    for (let i = 0; i <= n; i++) {
      const first = most[i]![via]!;
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let j = 0; j <= n; j++) most[i]![j] = Math.min(most[i]![j]!, first + most[via]![j]!);
    }
  }
  return most;
}

/** What the count of `asked` may be, for somebody who knows the counts of `windows`. */
export function boundsOver(
  blocks: readonly number[],
  windows: readonly BlockWindow[],
  asked: BlockWindow,
): { low: number; high: number } {
  const from = Math.max(0, asked.from);
  const to = Math.min(blocks.length, asked.to + 1);
  if (from >= to) return { low: 0, high: 0 };
  const most = furthest(blocks, windows);
  return { low: -most[to]![from]! + 0, high: most[from]![to]! };
}

/**
 * Whether somebody who knows the counts of all `windows` can place the count of some stretch of blocks, when it is below `k` and
 * not known to be nobody, closer than `k`. `blocks` are the true counts of consecutive blocks, the first being the first in which anything was counted:
 * that nothing was before it is known.
 */
export function tellsOverTime(blocks: readonly number[], windows: readonly BlockWindow[], k: number): boolean {
  const most = furthest(blocks, windows);
  for (let from = 0; from < blocks.length; from++) {
    let count = 0;
    for (let to = from + 1; to <= blocks.length; to++) {
      count += blocks[to - 1]!;
      if (count >= k) break;
      const [low, high] = [-most[to]![from]!, most[from]![to]!];
      if (high > 0 && high - low < k) return true;
    }
  }
  return false;
}
