import { osloDate } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import pg from "pg";
import { sealer } from "../kernel/crypto/sealer.js";
import type { Sealer } from "../kernel/crypto/sealer.js";
import { generateDemo } from "./generate-demo.js";
import type { DemoRows } from "./rows.js";

export type LoadDemoOptions = {
  /** the operator's connection: may act as the owner of the tables */
  adminUrl: string;
  /** the installation's secret, which the contact columns are sealed under */
  secret: string;
  /** the day the demo is relative to; today in Oslo when left out */
  today?: LocalDate | undefined;
  log: (line: string) => void;
};

const hex = (bytes: Buffer): string => `\\x${bytes.toString("hex")}`;

/** Rows as the tables have them: contact columns sealed, each with its blind index. */
export function sealedRows(rows: DemoRows, seal: Sealer): Record<keyof DemoRows, Record<string, unknown>[]> {
  const contact = (table: string, scope: string, id: string, column: "email" | "mobile", value: string | null) => ({
    [`${column}_ct`]: value === null ? null : hex(seal.seal(value, `${table}/${id}/${column}`)),
    [`${column}_bidx`]: value === null ? null : hex(seal.blindIndex(scope, value)),
  });
  return {
    ...rows,
    account: rows.account.map(({ email, ...row }) => ({
      ...row,
      ...contact("account", "account", row.id, "email", email),
    })),
    member: rows.member.map(({ email, mobile, ...row }) => ({
      ...row,
      ...contact("member", row.organization_id, row.id, "email", email),
      ...contact("member", row.organization_id, row.id, "mobile", mobile),
    })),
  };
}

/**
 * Loads the demo's federations into an empty database, one statement per table, in one transaction. `loaded` is false when
 * there is an organization already: then nothing is touched.
 */
export async function loadDemo(options: LoadDemoOptions): Promise<{ loaded: boolean }> {
  const { adminUrl, secret, log } = options;
  const today = options.today ?? osloDate(new Date());
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("begin");
    const found = await client.query<{ n: number }>("select cardinality(authz.job_organizations()) as n");
    if ((found.rows[0]?.n ?? 0) > 0) {
      await client.query("rollback");
      return { loaded: false };
    }
    const rows = sealedRows(generateDemo({ today }), sealer(secret));
    log(`Loading the demo: ${rows.chapter.length} chapters, ${rows.member.length} members`);
    for (const [table, values] of Object.entries(rows)) {
      await client.query("select authz.load_rows($1, $2::jsonb)", [table, JSON.stringify(values)]);
    }
    await client.query("commit");
    log(`Loaded the demo: ${rows.touchpoint.length} touchpoints, ${rows.meeting.length} meetings`);
    return { loaded: true };
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.end();
  }
}
