import { osloDate } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import pg from "pg";
import { checkNow } from "../features/standings/cli.js";
import { publishPeerGroups } from "../features/standings/peers.js";
import { publishSnapshots } from "../features/standings/publish.js";
import { publishSurveyResults } from "../features/surveys/results/publish-results.js";
import { sealer } from "../kernel/crypto/sealer.js";
import type { Sealer } from "../kernel/crypto/sealer.js";
import { generateDemo } from "./generate-demo.js";
import { withPapers } from "./grant-returns.js";
import { signHalf } from "./half-signed.js";
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

/** Snapshots published for the quarters before: enough to see a trend of a year. */
const QUARTERS = 4;
/** Only the newest by template: had each quarter of the first year been released, less could be read of those that followed. */
const RELEASES = 1;

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

async function load(client: pg.Client, rows: Record<string, Record<string, unknown>[]>): Promise<void> {
  await client.query("begin");
  try {
    for (const [table, values] of Object.entries(rows)) {
      await client.query("select authz.load_rows($1, $2::jsonb)", [table, JSON.stringify(values)]);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** The prefix of the roles this database was migrated with, read from the owner of the loading function. */
async function rolePrefixOf(client: pg.Client): Promise<string> {
  const found = await client.query<{ owner: string }>(
    "select pg_get_userbyid(proowner) as owner from pg_proc where oid = 'authz.load_rows(text, jsonb)'::regprocedure",
  );
  return (found.rows[0]?.owner ?? "").replace(/_bulk$/, "");
}

/**
 * Loads the demo's federations into an empty database, one statement per table, in one transaction, and publishes the
 * counts of persons of the quarters before. `loaded` is false when there is an organization already: then nothing is touched.
 */
export async function loadDemo(options: LoadDemoOptions): Promise<{ loaded: boolean }> {
  const { adminUrl, secret, log } = options;
  const today = options.today ?? osloDate(new Date());
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query<{ n: number }>("select cardinality(authz.job_organizations()) as n");
    if ((found.rows[0]?.n ?? 0) > 0) return { loaded: false };
    const generated = generateDemo({ today });
    const rows = sealedRows(generated, sealer(secret));
    log(`Loading the demo: ${rows.chapter.length} chapters, ${rows.member.length} members`);
    await load(client, { ...rows, grant_content: await withPapers(rows.grant_content as DemoRows["grant_content"]) });
    log(`Loaded ${rows.touchpoint.length} touchpoints and ${rows.meeting.length} meetings`);
    const rolePrefix = await rolePrefixOf(client);
    const published = await publishSnapshots({
      databaseUrl: adminUrl,
      rolePrefix,
      secret,
      today,
      quarters: QUARTERS,
      releases: RELEASES,
    });
    log(`Published ${published} quarter's snapshot`);
    await publishPeerGroups({ databaseUrl: adminUrl, rolePrefix, secret, today });
    await publishSurveyResults({ databaseUrl: adminUrl, rolePrefix, secret });
    const signs = generated.demo_person.find(({ seat_key: key }) => key === "tromso-board")?.seat_id;
    const signer = generated.seat.find(({ id }) => id === signs);
    if (signer) await signHalf(client, { databaseUrl: adminUrl, rolePrefix, secret }, signer, today);
    const { cells, differing } = await checkNow({ databaseUrl: adminUrl, rolePrefix, secret });
    log(`Counted ${cells} kept numbers anew, ${differing} of them differ`);
    return { loaded: true };
  } finally {
    await client.end();
  }
}
