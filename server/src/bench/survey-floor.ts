import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { roleNames, roleUrl } from "../kernel/db/roles.js";
import type { BenchDatabase } from "./load.js";
import { servingOf } from "./serving.js";
import type { Serving } from "./serving.js";

/** As long a page as the app's form. */
const FILLING = "x".repeat(30_000);
const CODE = /^\/u\/([a-z2-9]{10})/;

/**
 * The least that could take a form: `node:http` and `pg`, as many connections as the app has for it, and the same two functions of the
 * database, one statement each. No ticket is checked, nothing is sealed or limited, and the page is no form.
 */
export async function startSurveyFloor({ adminUrl, secret, rolePrefix }: BenchDatabase): Promise<Serving> {
  const pool = new pg.Pool({ connectionString: roleUrl(adminUrl, secret, roleNames(rolePrefix).auth), max: 4 });

  async function answer(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const code = CODE.exec(request.url ?? "")?.[1];
    if (request.method === "GET") {
      const { rows } = await pool.query({
        name: "page",
        text: "select definition from authz.survey_page($1)",
        values: [code],
      });
      if (rows.length === 0) throw new Error("no such link");
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<input name="billett" value="${randomBytes(54).toString("base64url")}" />${FILLING}`);
      return;
    }
    const ticket = createHash("sha256")
      .update(new URLSearchParams(body).get("billett") ?? "")
      .digest();
    const { rows } = await pool.query<{ said: string }>({
      name: "take",
      text: "select authz.take_form($1, $2, $3) as said",
      values: [code, ticket, body.padEnd(9000)],
    });
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(rows[0]));
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      answer(request, response, Buffer.concat(parts).toString("utf8")).catch(() => response.writeHead(500).end());
    });
  });
  return servingOf(server, () => pool.end());
}
