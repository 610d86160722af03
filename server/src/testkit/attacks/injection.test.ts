import { HeaderMap } from "@apollo/server";
import { randomUUID } from "node:crypto";
import { Arg, Ctx, Mutation, Query, Resolver, buildSchema } from "type-graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guardRootFields } from "../../kernel/access/guard.js";
import { SignedIn } from "../../kernel/access/policy.js";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import { createApollo } from "../../kernel/graphql/apollo.js";
import type { Context } from "../../kernel/graphql/context.js";
import { createLogger } from "../../kernel/log.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { seedToken } from "../integration.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed, SeededSeat } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";

// A resolver as nobody should write one: what a client says goes into SQL as it is. It runs behind the one door, as every other,
// and what the attacker gains by it has to be what they had.

@Resolver()
class UnsafeResolver {
  @SignedIn()
  @Query(() => String)
  async unsafeSearch(@Ctx() context: Context, @Arg("name", () => String) name: string): Promise<string> {
    const work = await context.work();
    return JSON.stringify(await work.query(`select first_name as value from app.member where first_name = '${name}'`));
  }

  @SignedIn()
  @Mutation(() => String)
  async unsafeNote(@Ctx() context: Context, @Arg("note", () => String) note: string): Promise<string> {
    const work = await context.work();
    return JSON.stringify(
      await work.query(
        `update app.account set language = '${note}' where id = authz.uid() returning id::text as value`,
      ),
    );
  }
}

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let apollo: ReturnType<typeof createApollo>, victimToken: string;
/** what no answer may hold: names, addresses and secrets of others, and what only the machine has */
let forbidden: [what: string, value: string][];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const schema = await buildSchema({ resolvers: [UnsafeResolver], validate: false });
  guardRootFields(schema);
  apollo = createApollo({ schema, log: createLogger("silent"), freeDocuments: true });
  await apollo.start();
  const { own, sibling, foreign } = world.chapters;
  const person = (organizationId: string, chapterId: string, firstName: string) =>
    seed.rows("member", {
      organization_id: organizationId,
      chapter_id: chapterId,
      id: randomUUID(),
      first_name: firstName,
      joined_on: "2024-01-01",
      joined_chapter_on: "2024-01-01",
    });
  await person(world.organizationId, own, "Egen");
  await person(world.organizationId, sibling, "Naboenskjerm");
  await person(world.foreignOrganizationId, foreign, "Fremmedine");
  victimToken = (await seedToken(seed, world.admin)).token;
  const { rows: secrets } = await seed.client.query<{ value: string }>(
    `select encode(token_hash, 'hex') as value from app.session where account_id <> $1
     union all select encode(token_hash, 'hex') from app.integration_token
     union all select encode(email_ct, 'hex') from app.account where id <> $1
     union all select encode(email_bidx, 'hex') from app.account
     union all select passwd from pg_shadow where passwd is not null
     union all select name from app.chapter where organization_id = $2
     union all select name from app.organization where id = $2`,
    [world.leader.accountId, world.foreignOrganizationId],
  );
  forbidden = [
    ["a sibling chapter's member", "Naboenskjerm"],
    ["another organization's member", "Fremmedine"],
    ["the installation's secret", database.secret],
    ...secrets.map(({ value }): [string, string] => ["a secret or another organization's row", value]),
  ];
});
afterAll(async () => {
  await apollo.stop();
  await server.stop();
  await seed.close();
  await database.drop();
});

/** Sends a text through the unsafe resolver, as a seat; the whole answer as text. */
async function inject(seat: SeededSeat, field: "unsafeSearch" | "unsafeNote", text: string): Promise<string> {
  const session = hashSecret(seat.secret).toString("hex");
  let readOnly = true;
  const lazyWork = server.installation.app.work({ session, readOnly: () => readOnly });
  const contextValue = {
    requestId: "attack",
    byToken: false,
    language: "nb",
    session,
    installation: server.installation,
    lazyWork,
    setReadOnly: (value: boolean) => {
      readOnly = value;
    },
    rollbackOnly: false,
    work: () => lazyWork.open(),
  } as unknown as Context;
  const argument = field === "unsafeSearch" ? "name" : "note";
  const query = `${field === "unsafeSearch" ? "query" : "mutation"} ($text: String!) { ${field}(${argument}: $text) }`;
  const answer = await apollo.executeOperation(
    { query, variables: { text }, http: { method: "POST", headers: new HeaderMap(), search: "", body: {} } },
    { contextValue },
  );
  return answer.body.kind === "single" ? JSON.stringify(answer.body.singleResult) : "";
}
const search = (text: string, seat = world.leader) => inject(seat, "unsafeSearch", text);
const union = (value: string, from = "") => `x' union all select (${value})::text ${from} --`;

/** everything there is but what belongs to the attacker, as one number */
async function everythingElse(): Promise<string> {
  const { rows } = await seed.client.query<{ sum: string }>(
    `select md5(concat((select string_agg(m::text, '' order by id) from app.member m), (select string_agg(s::text, '' order by id) from app.seat s),
       (select string_agg(o::text, '' order by id) from app.organization o), (select string_agg(t::text, '' order by id) from app.integration_token t),
       (select string_agg(a::text, '' order by id) from app.account a where id <> $1), (select string_agg(r::text, '' order by role, cap) from app.role_cap r),
       (select count(*) from app.audit), (select count(*) from pg_class))) as sum`,
    [world.leader.accountId],
  );
  return rows[0]!.sum;
}
let before: string;
beforeEach(async () => {
  before = await everythingElse();
});

const gained = (answer: string): string[] =>
  forbidden.filter(([, value]) => answer.includes(value)).map(([what]) => what);

test("the resolver is unsafe: the attacker runs SQL, and reads what they could read anyway", async () => {
  expect(await search("' or true --")).toContain("Egen");
  expect(await search(union("version()"))).toContain("PostgreSQL");
  expect(gained("Naboenskjerm")).toEqual(["a sibling chapter's member"]);
});

const TABLES = [
  "member",
  "account",
  "session",
  "seat",
  "chapter",
  "organization",
  "invitation",
  "integration_token",
  "totp",
  "recovery_code",
  "calendar_feed",
  "sign_in_request",
  "rate_limit",
  "audit",
  "import_row",
  "idempotency",
  "mailbox_message",
];

describe("reading", () => {
  test.each(TABLES)("%s gives no row of another", async (table) => {
    const whole = await search(union("t", `from app.${table} t`));
    expect([table, gained(whole)]).toEqual([table, []]);
    // what is kept of a secret is not even given column by column of one's own
    expect(gained(await search(union(`select string_agg(t::text, ' ') from app.${table} t`)))).toEqual([]);
  });

  const attempts: [what: string, text: string][] = [
    ["all members", "' or true --"],
    ["members of a chapter by its id", `' or chapter_id = '{sibling}' --`],
    [
      "rows whose policy is tricked by an error that prints",
      union("select 1/(case when first_name like 'Nabo%' then 0 else 1 end) from app.member limit 1"),
    ],
    ["statistics of columns", union("select string_agg(s::text, ' ') from pg_stats s where schemaname = 'app'")],
    ["the passwords of roles", union("select string_agg(a::text, ' ') from pg_authid a")],
    [
      "the settings of the server",
      union("select string_agg(name || setting, ' ') from pg_settings where name ~ 'file|hba|password'"),
    ],
    ["files", union("pg_read_file('/etc/passwd')")],
    ["a folder", union("select string_agg(f, ' ') from pg_ls_dir('.') f")],
    ["large objects", union("lo_import('/etc/passwd')")],
    ["a program by copy", `x'; copy app.member to program 'id' --`],
    ["a table by copy", `x'; copy app.member to stdout --`],
    ["another database", union("select * from dblink('dbname=postgres', 'select 1') as t(x int)")],
    ["XML of a table", union(`query_to_xml('select * from app.session', true, false, '')`)],
    ["XML of the schema", union(`schema_to_xml('app', true, false, '')`)],
    ["a cursor", union(`cursor_to_xml('c', 9, true, false, '')`)],
    ["who else is connected", union("select string_agg(query, ' ') from pg_stat_activity")],
    ["what the functions of others' rights tell", union("select string_agg(x::text, ' ') from authz.viewer() x")],
    ["a job's session", union(`authz.mint_job_session('{organization}', 'JOB_EXPORT')`)],
    ["a calendar by a made-up hash", union(`authz.calendar_feed(sha256('x'))`)],
    ["the token asked with", union("authz.integration()")],
    ["who acts", union("authz.acting_person()")],
  ];
  test.each(attempts)("%s", async (_what, text) => {
    const said = text
      .replaceAll("{sibling}", world.chapters.sibling)
      .replaceAll("{organization}", world.organizationId);
    const answer = await search(said);
    expect(gained(answer)).toEqual([]);
    expect(answer).not.toMatch(/root:|<row>.*token_hash|postgresql\.conf/);
    expect(await everythingElse()).toBe(before);
  });

  test("the schema can be read, for it is open: no row is in it", async () => {
    const answer = await search(
      union("select string_agg(table_name, ' ') from information_schema.tables where table_schema = 'app'"),
    );
    expect(answer).toContain("member");
    expect(gained(answer)).toEqual([]);
  });
});

describe("being another", () => {
  const victims = () => [world.admin, world.siblingLeader, world.foreignAdmin];
  const SETTINGS = [
    "app.session",
    "app.user",
    "app.account",
    "app.seat",
    "app.organization",
    "session_authorization",
    "role",
    "row_security",
    "search_path",
  ];

  test("no setting makes one another: the context is the hash of a secret, which ids do not give", async () => {
    for (const victim of victims())
      for (const value of [
        victim.accountId,
        victim.seatId,
        victim.secret,
        "0".repeat(64),
        hashSecret(victim.seatId).toString("hex"),
      ]) {
        for (const setting of SETTINGS) {
          const answer = await search(`x' or set_config('${setting}', '${value}', true) is not null --`);
          const then = await search(
            `x' union all select first_name from app.member, set_config('${setting}', '${value}', false) --`,
          );
          expect([setting, value, gained(answer + then)]).toEqual([setting, value, []]);
        }
      }
    const roles = [
      `${database.rolePrefix}_owner`,
      `${database.rolePrefix}_bulk`,
      `${database.rolePrefix}_auth`,
      "postgres",
    ];
    for (const role of roles) {
      const answer = await search(
        `x' union all select string_agg(m::text, ' ') from app.member m, set_config('role', '${role}', true) --`,
      );
      expect(answer).toContain("errors");
      expect(gained(answer)).toEqual([]);
    }
  });

  test("what is set for the connection is gone with the transaction: the next who uses it is themselves", async () => {
    const hash = hashSecret(world.leader.secret).toString("hex");
    for (let at = 0; at < 25; at++) {
      await search(`x' or set_config('app.session', '${hash}', false) is not null --`);
      await search(`x' or set_config('search_path', 'pg_temp', false) is not null --`);
      const { data } = await server.run<{ viewer: { account: { id: string } } | null }>(
        world.foreignLeader,
        "{ viewer { account { id } } }",
      );
      expect(data!.viewer!.account.id).toBe(world.foreignLeader.accountId);
    }
    expect((await server.run<{ viewer: unknown }>(null, "{ viewer { account { id } } }")).data!.viewer).toBeNull();
  });

  test("a session that is open at the same time is not read from what the server runs", async () => {
    const victim = hashSecret(world.admin.secret).toString("hex");
    // it has just begun, and asked nothing yet
    const seen = await runWork(server.installation.app, { session: victim, readOnly: true }, () =>
      search(union("select string_agg(query, ' ') from pg_stat_activity")),
    );
    // nor while it begins, which is when it is told who asks
    const begun = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        at % 2 === 0
          ? search(union("select string_agg(query, ' ') from pg_stat_activity, pg_sleep(0.002)"))
          : runWork(server.installation.app, { session: victim, readOnly: true }, () => Promise.resolve("")),
      ),
    );
    expect(seen).toContain("viewer()");
    expect((seen + begun.join("")).includes(victim)).toBe(false);
  });

  const statements = [
    "set role {owner}",
    "reset role",
    "set local role {owner}",
    "set session authorization {owner}",
    "commit",
    "rollback",
    "reset all",
    "discard all",
    "alter table app.member disable row level security",
    "drop table app.audit",
    "delete from app.member",
    "truncate app.audit",
    "create role evil superuser",
    "grant {owner} to {app}",
    "do $$ begin perform 1; end $$",
    "listen touchpoints",
    "prepare p as select 1",
    "lock table app.member",
  ];
  test.each(statements)("no statement stands behind another: %s", async (statement) => {
    const said = statement
      .replaceAll("{owner}", `${database.rolePrefix}_owner`)
      .replaceAll("{app}", `${database.rolePrefix}_app`);
    const answer = await search(`x'; ${said}; select '`);
    expect(answer).toContain("errors");
    expect(await everythingElse()).toBe(before);
  });

  test("nor when the server has seen so many statements that it names no more", async () => {
    await runWork(server.installation.app, { session: null, readOnly: true }, async (work) => {
      for (let at = 0; at < 1001; at++) await work.query(`select ${at} as one_more`);
    });
    const two = runWork(server.installation.app, { session: null, readOnly: true }, (work) =>
      work.query("select 1 as one; select 2 as two"),
    );
    await expect(two).rejects.toMatchObject({ code: "42601" });
    expect(await search(`x'; reset role; select '`)).toContain("errors");
  });
});

describe("writing", () => {
  const attempts: [what: string, text: string][] = [
    ["every account", "nb' where true --"],
    [
      "another's row by a function that writes",
      `nb', name = (select authz.leave_member_alone('x')::text) where true --`,
    ],
    ["one's own second factor away", "nb', second_factor = false where true --"],
    ["a column that is not given", "nb', stopped_at = null where true --"],
    [
      "a right",
      `nb' where id in (select '{account}'::uuid from (select 1) x) and exists (select 1 from app.role_cap) --`,
    ],
    ["two statements", "nb' where false; update app.organization set name = 'Eid' --"],
    [
      "a writing query inside",
      `nb' where exists (with w as (update app.organization set name = 'Eid' returning 1) select 1 from w) --`,
    ],
  ];
  test.each(attempts)("%s", async (_what, text) => {
    const answer = await inject(world.leader, "unsafeNote", text.replaceAll("{account}", world.admin.accountId));
    expect(gained(answer)).toEqual([]);
    expect(await everythingElse()).toBe(before);
  });

  test("a query writes nothing, even what one may write", async () => {
    for (const text of [
      `x' or (select set_config('transaction_read_only', 'off', true)) is not null --`,
      `x' union all select 'x' from (select authz.touch_integration()) t --`,
    ])
      await search(text);
    expect(await everythingElse()).toBe(before);
  });

  test("one that never ends is ended", async () => {
    const began = performance.now();
    expect(await search(union("pg_sleep(60)"))).toContain("errors");
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

test("a token's transaction is no better to be in: it holds no person at all", async () => {
  const rows = await runWork(
    server.installation.app,
    { session: hashSecret(victimToken).toString("hex"), readOnly: true, token: true },
    (work) =>
      work.query<{ n: number }>(
        `select (select count(*) from app.member)::int + (select count(*) from app.account)::int + (select count(*) from app.seat)::int + (select count(*) from app.integration_token)::int as n`,
      ),
  );
  expect(rows[0]!.n).toBe(0);
});
