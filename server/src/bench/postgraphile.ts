import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { roleNames, roleUrl } from "../kernel/db/roles.js";
import type { BenchDatabase } from "./load.js";
import { servingOf } from "./serving.js";
import type { Serving } from "./serving.js";

const sessionOf = (cookie: string): string =>
  createHash("sha256")
    .update(cookie.slice(cookie.indexOf("=") + 1))
    .digest("hex");

/**
 * PostGraphile 5 as it is served in production, on the same database: the same login role, the same number of connections, and in
 * each transaction the same settings as our own door, so that the same policies say what is seen. Nothing of it is for the web:
 * no explorer, no watching, no explaining.
 */
export async function startPostgraphile({ adminUrl, rolePrefix, secret }: BenchDatabase): Promise<Serving> {
  const connectionString = roleUrl(adminUrl, secret, roleNames(rolePrefix).app);
  const pool = new pg.Pool({ connectionString, max: 20 });
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ pool, schemas: ["app"] })],
    grafserv: { graphiql: false, watch: false },
    grafast: {
      explain: false,
      context: (request) => ({
        pgSettings: {
          "app.session": sessionOf(request.node?.req.headers.cookie ?? ""),
          statement_timeout: "5000",
          lock_timeout: "2000",
          idle_in_transaction_session_timeout: "10000",
        },
      }),
    },
  });
  const serving = instance.createServ(grafserv);
  const server = createServer();
  await serving.addTo(server);
  await serving.ready();
  return servingOf(server, async () => {
    await instance.release();
    await pool.end();
  });
}
