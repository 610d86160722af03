import { describe, expect, it } from "vitest";
import { checkDoor, checkEnvironment, checkSql } from "./door.mjs";

const at = (path, text) => [{ path, text }];
const feature = "server/src/features/members/members.service.ts";

describe("the door", () => {
  it.each([
    "manager.getRepository(Member)",
    "const source: DataSource = open()",
    "manager.connection.createQueryRunner()",
    "manager.find(Member, { cache: true })",
    "query.cache(60000)",
  ])("finds %s in a feature", (text) => {
    expect(checkDoor(at(feature, text))).toHaveLength(1);
  });

  it("lets the door itself, tests and prose through", () => {
    expect(checkDoor(at("server/src/kernel/db/door.ts", "new DataSource(options)"))).toEqual([]);
    expect(checkDoor(at("server/src/testkit/seed.ts", "source.getRepository(Member)"))).toEqual([]);
    expect(checkDoor(at(feature, "// never a DataSource here\nconst cached = { cacheControl: 1 };"))).toEqual([]);
  });
});

describe("settings", () => {
  it("are read in one place", () => {
    expect(checkEnvironment(at(feature, "const a = process.env.A;"))).toHaveLength(1);
    expect(checkEnvironment(at("server/src/env.ts", "readEnv(process.env)"))).toEqual([]);
    expect(checkEnvironment(at("scripts/start.mjs", "process.env"))).toEqual([]);
  });
});

describe("upserts", () => {
  it("finds a WHERE behind DO UPDATE, over lines", () => {
    const sql = "insert into app.a values (1)\n on conflict (id)\n do update set n = excluded.n\n where app.a.n < 3;";
    expect(checkSql(at(feature, sql))).toEqual([expect.objectContaining({ line: 2 })]);
  });

  it("lets a partial index, a sub-select and DO NOTHING through", () => {
    expect(checkSql(at(feature, "on conflict (id) where live do update set n = 1;"))).toEqual([]);
    expect(checkSql(at(feature, "on conflict (id) do update set n = (select 1 from b where c);"))).toEqual([]);
    expect(checkSql(at(feature, "on conflict do nothing; select 1 where true"))).toEqual([]);
  });
});
