const SNAPSHOT = /^R(12|24|36)-(\d{4}-\d{2}-\d{2})$/;

/** The months and the day of a snapshot's period id (`R24-2026-09-30`); null of any other. */
export function snapshotOf(period: string): { months: number; on: string } | null {
  const [, months, on] = SNAPSHOT.exec(period) ?? [];
  return on === undefined ? null : { months: Number(months), on };
}

export const isSnapshotPeriod = (period: string): boolean => snapshotOf(period) !== null;
