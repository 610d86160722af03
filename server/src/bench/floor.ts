import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { roleNames, roleUrl } from "../kernel/db/roles.js";
import { TYPES } from "../kernel/db/types.js";
import type { BenchDatabase } from "./load.js";
import { servingOf } from "./serving.js";
import type { Serving } from "./serving.js";

export type FloorOptions = BenchDatabase & { chapterId: string; dutyBurden: number; memberBurden: number };

// the board's list as the app answers it, made into JSON by PostgreSQL
const PAGE = `
with t as materialized (
  select t.* from app.touchpoint t
   where t.chapter_id = $1 and t.closed_at is null and t.emptied_at is null and t.waived_at is null and t.cancelled_at is null
     and t.opens_on <= $2::date + 60
   order by t.due_on, t.id limit 51
), v as materialized (
  select * from app.template_version where id = any (array(select version_id from t))
), m as materialized (
  select id, first_name, last_name from app.member where chapter_id = $1 and id = any (array(select member_id from t))
), rows as (
  select row_number() over (order by t.due_on, t.id) as place, json_build_object(
    'id', t.id, 'name', v.definition -> 'name', 'occurrenceName', null,
    'status', case when t.due_on >= $2::date then 'OPEN' when greatest(t.miss_on, t.exception_until) >= $2::date then 'OVERDUE' else 'MISSED' end,
    'opensOn', t.opens_on, 'dueOn', t.due_on, 'closedAt', t.closed_at, 'outcome', t.outcome, 'aboutMember', t.about_member,
    'isPeriodReport', t.period_report, 'minutes', v.definition -> 'minutes', 'burdenSeconds', case when t.about_member then $4::int else $3::int end,
    'member', case when m.id is not null then json_build_object('id', m.id, 'firstName', m.first_name, 'lastName', m.last_name) end,
    'startedAt', t.started_at, 'stepsDone', t.steps_done, 'stepCount', jsonb_array_length(v.definition -> 'steps'),
    'nextStep', (select s -> 'text' from jsonb_array_elements(v.definition -> 'steps') s where not (s ->> 'key') = any (t.steps_done) limit 1)
  ) as node
    from t
    join v on v.id = t.version_id and v.organization_id = t.organization_id
    left join m on m.id = t.member_id
)
select json_build_object('data', json_build_object('touchpoints', json_build_object(
  'nodes', json_agg(node order by place) filter (where place <= 50),
  'totalCount', (select count(*) from app.touchpoint t where t.chapter_id = $1 and t.closed_at is null and t.emptied_at is null
     and t.waived_at is null and t.cancelled_at is null and t.opens_on <= $2::date + 60),
  'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(place)::text))))::text as body
from rows`;

/**
 * The least that could serve the page: `node:http` and `pg`, the same role, session and transaction as the app's, and
 * the answer made by PostgreSQL. What the app costs beyond it is what its structure costs.
 */
export async function startFloor(options: FloorOptions): Promise<Serving> {
  const { adminUrl, secret, rolePrefix, chapterId, dutyBurden, memberBurden } = options;
  const connectionString = roleUrl(adminUrl, secret, roleNames(rolePrefix).app);
  const pool = new pg.Pool({ connectionString, max: 20, types: TYPES });
  async function page(cookie: string): Promise<string> {
    const session = createHash("sha256")
      .update(cookie.slice(cookie.indexOf("=") + 1))
      .digest("hex");
    const client = await pool.connect();
    try {
      const begun = (await client.query(
        `begin read only; set local app.session = '${session}'; set local statement_timeout = 5000; set local lock_timeout = 2000;` +
          ` set local idle_in_transaction_session_timeout = 10000; select * from authz.viewer()`,
      )) as unknown as { rows: { today: string }[] }[];
      const { rows } = await client.query<{ body: string }>({
        name: "page",
        text: PAGE,
        values: [chapterId, begun.at(-1)!.rows[0]!.today, dutyBurden, memberBurden],
      });
      await client.query("commit");
      return rows[0]!.body;
    } finally {
      client.release();
    }
  }
  const server = createServer((request, response) => {
    // the body is read as the app reads it, though nothing in it is needed
    request.resume();
    request.on("end", () => {
      page(request.headers.cookie ?? "").then(
        (body) => response.writeHead(200, { "content-type": "application/json" }).end(body),
        () => response.writeHead(500).end(),
      );
    });
  });
  return servingOf(server, () => pool.end());
}
