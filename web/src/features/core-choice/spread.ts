export type Spot = { x: number; y: number; r: number };
type Frame = { left: number; right: number; top: number; bottom: number };

const ROUNDS = 120;
const AIR = 3;
/** one turn that never comes back to itself, so that those on the very same spot part every way */
const TURN = 2.4;

/**
 * Moves marks that lie over each other apart, each as little as it takes, and all of them within the frame. The same marks always give
 * the same picture. Where there is no room for all, they lie as far from each other as there is.
 */
export function spread(spots: readonly Spot[], { left, right, top, bottom }: Frame): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  const within = (spot: Spot): void => {
    spot.x = Math.min(right - spot.r, Math.max(left + spot.r, spot.x));
    spot.y = Math.min(bottom - spot.r, Math.max(top + spot.r, spot.y));
  };
  moved.forEach(within);
  for (let round = 0; round < ROUNDS; round++) {
    let still = true;
    for (const [i, one] of moved.entries()) {
      for (const other of moved.slice(i + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const apart = Math.hypot(dx, dy);
        const short = one.r + other.r + AIR - apart;
        if (short <= 0.01) continue;
        still = false;
        const [ux, uy] =
          apart > 0.5 ? [dx / apart, dy / apart] : [Math.cos(TURN * (i + round)), Math.sin(TURN * (i + round))];
        one.x -= (ux * short) / 2;
        one.y -= (uy * short) / 2;
        other.x += (ux * short) / 2;
        other.y += (uy * short) / 2;
        within(one);
        within(other);
      }
    }
    if (still) break;
  }
  return moved;
}
