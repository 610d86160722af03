import { addDays, daysBetween, latestDate, memberOccurrences } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";

export type NaiveMember = {
  id: string;
  joinedOn: LocalDate;
  chapterOn: LocalDate;
  birth: LocalDate | null;
  leftOn: LocalDate | null;
  endReason: "LEFT" | "DIED" | null;
  wish: "ANY" | "TEXT" | "NOT_NOW" | "NEVER";
  againOn: LocalDate | null;
  fees: { year: number; paidOn: LocalDate | null }[];
  came: LocalDate[];
  /** days on which touchpoints of the other template about the member were closed */
  closed: LocalDate[];
};
export type NaiveWorld = {
  definition: TemplateDefinition;
  from: LocalDate;
  catchUp: "SKIP" | "COMPRESS" | "ASK";
  quiet: { from: LocalDate; to: LocalDate }[];
  members: NaiveMember[];
};

const within = (day: LocalDate, from: LocalDate, to: LocalDate) => day >= from && day <= to;

function birthday(birth: LocalDate, age: number): LocalDate {
  const year = Number(birth.slice(0, 4)) + age;
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return birth.endsWith("02-29") && !leap ? `${year}-02-28` : `${year}${birth.slice(4)}`;
}

/** What the trigger counts from, for one member as known on the day. */
function eventsOf({ definition, members }: NaiveWorld, one: NaiveMember, today: LocalDate): LocalDate[] {
  const { kind, days, age } = definition.trigger;
  if (kind === "MEMBER_JOINED") return [one.joinedOn];
  if (kind === "MEMBER_JOINED_CHAPTER") return [one.chapterOn];
  if (kind === "MEMBER_LEFT") return one.leftOn !== null && one.endReason === "LEFT" ? [one.leftOn] : [];
  if (kind === "AFTER") return [...new Set(one.closed)];
  if (kind === "AGE_REACHED") {
    const day = one.birth === null ? null : birthday(one.birth, age!);
    return day !== null && day >= one.joinedOn ? [day] : [];
  }
  if (kind === "FEE_UNPAID") {
    const onRecord = new Set(members.flatMap(({ fees }) => fees.map(({ year }) => year)));
    return [...onRecord]
      .filter((year) => one.joinedOn <= `${year}-01-01`)
      .filter((year) => !one.fees.some((f) => f.year === year && f.paidOn !== null && f.paidOn <= today))
      .map((year) => `${year}-01-01`);
  }
  const last = [one.chapterOn, ...one.came.filter((day) => day <= today)].sort().at(-1)!;
  const away = addDays(last, days!);
  const held = members.flatMap(({ came }) => came).filter((day) => day <= today);
  return held.some((day) => day > last && day <= away) ? [away] : [];
}

/**
 * The rules of triggers told one member and one day at a time: what stands after the evaluations of the days, as
 * `member occurrence opens due miss`, and what was held back, as `member occurrence reason`.
 */
export function naiveTriggers(world: NaiveWorld, days: readonly LocalDate[]) {
  const made = new Map<string, string>();
  const held = new Set<string>();
  const miss = world.definition.schedule.missAfterDays;
  const isQuiet = (day: LocalDate) => world.quiet.some(({ from, to }) => within(day, from, to));
  const afterQuiet = (day: LocalDate) => {
    let next = day;
    while (isQuiet(next)) next = addDays(next, 1);
    return next;
  };
  for (const today of days) {
    if (today < world.from) continue;
    for (const one of world.members) {
      const gone = one.leftOn !== null && one.leftOn <= today && world.definition.trigger.kind !== "MEMBER_LEFT";
      if (gone) continue;
      const asked = eventsOf(world, one, today)
        .filter((event) => event >= world.from)
        .flatMap((event) => memberOccurrences(world.definition, event))
        .filter(({ opensOn }) => opensOn <= today)
        .map(({ occurrence, opensOn, dueOn }) => {
          const opens = afterQuiet(opensOn);
          return { key: `${one.id} ${occurrence}`, opens, due: addDays(dueOn, daysBetween(opensOn, opens)) };
        })
        .sort((a, b) => (a.opens === b.opens ? (a.key < b.key ? -1 : 1) : a.opens < b.opens ? -1 : 1));
      const late = asked.filter(({ due }) => due < today);
      for (const { key, opens, due } of asked) {
        if (made.has(key)) continue;
        const again = one.wish === "NOT_NOW" ? one.againOn : opens;
        const from = again === null ? null : afterQuiet(latestDate(opens, again));
        if (due >= today) {
          if (opens > today) held.add(`${key} QUIET`);
          else if (one.wish === "NEVER") held.add(`${key} NEVER`);
          else if (from === null || from > due || from > today) held.add(`${key} NOT_NOW`);
          else made.set(key, `${from} ${due} ${addDays(due, miss)}`);
          continue;
        }
        const wished = one.wish === "NEVER" || from === null || from > today;
        if (wished || held.has(`${key} NEVER`) || held.has(`${key} NOT_NOW`)) continue;
        if (daysBetween(due, today) > 31) continue;
        const last = late.at(-1)?.key === key;
        if (world.catchUp !== "COMPRESS" || !last || isQuiet(today)) {
          held.add(`${key} PAST_DUE`);
          continue;
        }
        const until = addDays(today, Math.min(30, Math.max(7, daysBetween(opens, due))));
        made.set(key, `${today} ${until} ${addDays(until, miss)}`);
      }
    }
  }
  return { made: [...made].map(([key, at]) => `${key} ${at}`).sort(), held: [...held].sort() };
}
