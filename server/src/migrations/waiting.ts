/** Still open or overdue, of a touchpoint under the alias `t`: what has passed its miss day was missed, and stays so. */
export const WAITING = (t: string): string =>
  `num_nonnulls(${t}.closed_at, ${t}.emptied_at, ${t}.waived_at, ${t}.cancelled_at) = 0 and greatest(${t}.miss_on, ${t}.exception_until) >= authz.today()`;
