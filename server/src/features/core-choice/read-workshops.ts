import type { Work } from "../../kernel/db/unit-of-work.js";
import { seated } from "../../kernel/graphql/context.js";
import { isUuid } from "../../kernel/mutation.js";
import type { CoreRound, CoreTally, CoreWorkshop, WorkshopState } from "./core-choice.type.js";

type Row = Omit<CoreWorkshop, "endsAt" | "rounds" | "now"> & {
  endsAt: Date;
  state: WorkshopState;
  now: CoreTally[] | null;
  tallies: (CoreTally & { round: number; voters: number })[] | null;
};

function roundsOf(tallies: Row["tallies"]): CoreRound[] {
  const rounds = new Map<number, CoreRound>();
  for (const { round, voters, id, name, dots } of tallies ?? []) {
    const found = rounds.get(round) ?? { round, voters, tallies: [] };
    rounds.set(round, { ...found, tallies: [...found.tallies, { id, name, dots }] });
  }
  return [...rounds.values()].sort((a, b) => b.round - a.round);
}

/** The workshops of a year, or one, the last first; an open round as sums of what lies there this moment. */
export async function readWorkshops(work: Work, which: { year: number } | { id: string }): Promise<CoreWorkshop[]> {
  const [column, value] = "year" in which ? ["year", which.year] : ["id", which.id];
  if (column === "id" && !isUuid(String(value))) return [];
  const rows = await work.query<Row>(
    `select w.id, w.year, w.code, w.dots, w.most_on_one as "mostOnOne", w.round, w.ends_at as "endsAt", w.rev,
            case when w.ends_at <= now() then 'ENDED' else w.state end as state,
            (select count(*)::int from app.core_ballot b where b.organization_id = $1 and b.workshop_id = w.id and b.dots <> '{}') as voters,
            (select json_agg(json_build_object('id', c.value ->> 'id', 'name', c.value -> 'name', 'dots', (
                select coalesce(sum((b.dots ->> (c.value ->> 'id'))::int), 0) from app.core_ballot b
                 where b.organization_id = $1 and b.workshop_id = w.id)) order by c.ordinality)
               from jsonb_array_elements(w.candidates) with ordinality c where w.state = 'OPEN') as now,
            (select json_agg(json_build_object('round', t.round, 'voters', t.voters, 'id', t.candidate_id, 'name', t.name, 'dots', t.dots)
                order by t.round desc, t.dots desc, t.candidate_id)
               from app.core_tally t where t.organization_id = $1 and t.workshop_id = w.id) as tallies
       from app.core_workshop w where w.organization_id = $1 and w.${column} = $2 order by w.opened_at desc, w.id limit 10`,
    [seated(work).organizationId, value],
  );
  return rows.map(({ tallies, now, endsAt, ...row }) => ({
    ...row,
    endsAt: endsAt.toISOString(),
    now: now ?? [],
    rounds: roundsOf(tallies),
  }));
}
