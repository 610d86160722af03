import { addDays, emptyDefinition } from "@varde/domain";
import type { LocalDate, TemplateDefinition, Trigger } from "@varde/domain";
import pg from "pg";
import { evaluateTriggers } from "../features/triggers/index.js";
import { openDoor } from "../kernel/db/door.js";
import type { BenchDatabase } from "./load.js";
import { idOf } from "./made-up.js";

/** Seconds of an organization's evaluation: the first, with all of a month to make, and the night after. */
export type TriggerFigures = { seconds: number; nightSeconds: number; made: number };

export const TRIGGERS = { small: 10_000, large: 100_000, templates: 30, perChapter: 100 } as const;

/** Thirty templates: what begins when members join and pay, and some of every other kind. */
const KINDS: readonly Trigger[] = [
  ...Array.from({ length: 12 }, (_, i): Trigger => ({ kind: "MEMBER_JOINED", offsets: [3 + i, 14 + i, 90 + i] })),
  ...Array.from({ length: 4 }, (_, i): Trigger => ({ kind: "MEMBER_JOINED_CHAPTER", offsets: [i] })),
  ...Array.from({ length: 4 }, (_, i): Trigger => ({ kind: "FEE_UNPAID", offsets: [45 + i] })),
  ...Array.from({ length: 4 }, (_, i): Trigger => ({ kind: "MEMBER_INACTIVE", days: 60 + 30 * i, offsets: [0] })),
  ...Array.from({ length: 2 }, (_, i): Trigger => ({ kind: "MEMBER_LEFT", offsets: [7 + i] })),
  ...Array.from({ length: 2 }, (_, i): Trigger => ({ kind: "AGE_REACHED", age: 15 + i, offsets: [-14] })),
  ...Array.from({ length: 2 }, (_, i): Trigger => ({
    kind: "AFTER",
    templateKey: "t0",
    offsets: [1 + i],
    aboutMember: true,
  })),
];

const definitionOf = (trigger: Trigger): TemplateDefinition => ({
  ...emptyDefinition("Punkt"),
  schedule: { opensAfterDays: 0, dueAfterDays: 7, missAfterDays: 14, lateAllowed: true },
  trigger,
});

/** Members who joined over three years and are of ten to forty, a fifth unpaid, a gathering a month by name. */
async function fill(client: pg.Client, name: string, members: number, today: LocalDate): Promise<string> {
  const org = idOf(`triggers ${name}`);
  const seat = idOf(`triggers ${name} seat`);
  const [chapters, opened] = [members / TRIGGERS.perChapter, addDays(today, -1500)];
  await client.query(`insert into app.organization (id, name, short_name, sender_name) values ($1, $2, $2, 'Varde')`, [
    org,
    `Utløst ${name}`,
  ]);
  await client.query(
    `insert into app.seat (organization_id, id, role, unit_kind, holder_name, valid_from) values ($1, $2, 'NATIONAL_ADMIN', 'ORGANIZATION', 'N', $3)`,
    [org, seat, opened],
  );
  await client.query(
    `insert into app.chapter (organization_id, id, name, short_name, county, opened_on)
     select $1, gen_random_uuid(), 'Lag ' || n, 'Lag ' || n, '32', $3::date from generate_series(1, $2::int) n`,
    [org, chapters, opened],
  );
  await client.query(
    `with c as (select id, row_number() over (order by id) - 1 as nth from app.chapter where organization_id = $1)
     insert into app.member (organization_id, chapter_id, id, first_name, joined_on, joined_chapter_on, birth_date, birth_year, left_on, end_reason)
     select $1, c.id, gen_random_uuid(), 'M' || n, d.joined, d.joined, d.born, extract(year from d.born), d.ended, case when d.ended is not null then 'LEFT' end
       from generate_series(1, $2::int) n join c on c.nth = n % $4::int
       cross join lateral (select $3::date - (n::bigint * 7919 % 1095)::int as joined, $3::date - 3650 - (n::bigint * 104729 % 10950)::int as born,
         case when n % 10 = 0 then $3::date - (n::bigint * 31 % 60)::int end as left_on) x
       cross join lateral (select x.joined, x.born, case when x.left_on > x.joined then x.left_on end as ended) d`,
    [org, members, today, chapters],
  );
  await client.query(
    `insert into app.member_fee (organization_id, chapter_id, member_id, year, paid_on)
     select organization_id, chapter_id, id, extract(year from $2::date), case when abs(hashtext(id::text)) % 5 > 0 then $2::date - 300 end
       from app.member where organization_id = $1`,
    [org, today],
  );
  await client.query(
    `insert into app.meeting (organization_id, chapter_id, id, kind, held_on)
     select $1, c.id, gen_random_uuid(), 'GATHERING', $2::date - 30 * n from app.chapter c cross join generate_series(1, 6) n where c.organization_id = $1`,
    [org, today],
  );
  await client.query(
    `insert into app.attendance (organization_id, chapter_id, meeting_id, member_id, held_on)
     select $1, t.chapter_id, t.id, m.id, t.held_on from app.meeting t join app.member m on m.chapter_id = t.chapter_id
      where t.organization_id = $1 and abs(hashtext(m.id::text || t.id)) % 4 = 0`,
    [org],
  );
  for (const [i, trigger] of KINDS.entries()) {
    const [template, version, rollout] = ["template", "version", "rollout"].map((what) => idOf(`${name} ${what}`, i));
    await client.query(`insert into app.touchpoint_template (organization_id, id, key) values ($1, $2, $3)`, [
      org,
      template,
      `t${i}`,
    ]);
    await client.query(
      `insert into app.template_version (organization_id, id, template_id, state, definition, about_member, published_at) values ($1, $2, $3, 'PUBLISHED', $4, true, now())`,
      [org, version, template, JSON.stringify(definitionOf(trigger))],
    );
    await client.query(
      `insert into app.rollout (organization_id, id, template_id, version_id, ring, all_chapters, effective_from, catch_up, created_by) values ($1, $2, $3, $4, 'ALL', true, $5, 'SKIP', $6)`,
      [org, rollout, template, version, opened, seat],
    );
    await client.query(
      `insert into app.rollout_chapter (organization_id, rollout_id, chapter_id, template_id, version_id, from_day) select $1, $2, id, $3, $4, $5 from app.chapter where organization_id = $1`,
      [org, rollout, template, version, opened],
    );
  }
  await client.query("analyze");
  return org;
}

/** Evaluates an organization of so many members as the worker does. Throws when there was nothing to make, or the second time makes it again. */
export async function measureTriggers(
  database: BenchDatabase,
  name: string,
  members: number,
  today: LocalDate,
): Promise<TriggerFigures> {
  const { adminUrl, rolePrefix, secret } = database;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const job = await openDoor({ databaseUrl: adminUrl, rolePrefix, secret, login: "job", poolSize: 2 });
  const signal = new AbortController().signal;
  const evaluate = async (org: string, on: LocalDate) => {
    const began = performance.now();
    await evaluateTriggers({ job, signal }, org, { on });
    return (performance.now() - began) / 1000;
  };
  const count = async (org: string) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from app.touchpoint where organization_id = $1`,
      [org],
    );
    return rows[0]!.n;
  };
  try {
    const org = await fill(client, name, members, today);
    const seconds = await evaluate(org, today);
    const made = await count(org);
    if (made < members / 10) throw new Error("the evaluation made next to nothing");
    await evaluate(org, today);
    if ((await count(org)) !== made) throw new Error("the second evaluation of a day made something");
    const nightSeconds = await evaluate(org, addDays(today, 1));
    return { seconds, nightSeconds, made };
  } finally {
    await job.close();
    await client.end();
  }
}
