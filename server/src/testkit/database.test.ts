import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { roleNames, roleUrl } from "../kernel/db/roles.js";
import { testDatabase } from "./database.js";

describe("a test's own database", () => {
  it("is migrated, apart from others, and open to the app's role", async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    expect(one.adminUrl).not.toBe(two.adminUrl);
    const app = new Client({ connectionString: roleUrl(one.adminUrl, one.secret, roleNames(one.rolePrefix).app) });
    await app.connect();
    const { rows } = await app.query<{ applied: number }>("select count(*)::int as applied from app.schema_migration");
    expect(rows[0]?.applied).toBeGreaterThan(0);
    await app.end();
    await Promise.all([one.drop(), two.drop()]);
  });
});
