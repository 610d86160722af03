import { STARTING_SURVEY, addDays, osloDate } from "@varde/domain";
import type { SurveyDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { createLogger } from "../../../kernel/log.js";
import { testDatabase } from "../../../testkit/database.js";
import { openSeed, seedFederation } from "../../../testkit/seed.js";
import type { Federation, Seed } from "../../../testkit/seed.js";
import { testServer } from "../../../testkit/server.js";
import { testJobContext, testMailer } from "../../../testkit/sign-in.js";
import { FIELDS, fieldOf } from "./given.js";
import { issueTicket } from "./ticket.js";

let made = 0;
/** A code that no other link has. */
const nextCode = (): string =>
  `svar${String((made += 1))
    .padStart(6, "0")
    .replaceAll(/\d/g, (digit) => "abcdefghjk"[Number(digit)]!)}`;

/** A survey with a link for each of these chapters, in a state of its own. */
export async function seedSurvey(
  seed: Seed,
  world: Federation,
  chapterIds: readonly string[],
  over: { state?: "DRAFT" | "OPEN" | "CLOSED"; opensIn?: number; definition?: SurveyDefinition } = {},
): Promise<{ id: string; codes: string[] }> {
  const { state = "OPEN", opensIn = -1, definition = STARTING_SURVEY } = over;
  const [id, today, at] = [uuidv7(), osloDate(new Date()), new Date()];
  await seed.rows("survey", {
    organization_id: world.organizationId,
    id,
    definition,
    state,
    opens_on: addDays(today, opensIn),
    closes_on: addDays(today, 30),
    created_by: world.admin.seatId,
    opened_at: state === "DRAFT" ? null : at,
    closed_at: state === "CLOSED" ? at : null,
  });
  const codes: string[] = [];
  for (const chapterId of chapterIds) {
    const code = nextCode();
    await seed.rows("survey_link", {
      organization_id: world.organizationId,
      survey_id: id,
      chapter_id: chapterId,
      code,
    });
    codes.push(code);
  }
  return { id, codes };
}

/** A ticket as the page of this link would have had it, so many seconds ago. */
export const oldTicket = (secret: string, code: string, seconds = 60): string =>
  issueTicket(secret, code, Date.now() - seconds * 1000);

/** A form as a browser writes it. */
export function written(
  ticket: string,
  answers: Record<string, string | readonly string[]> = { contacted: "no" },
  more = {},
): string {
  const body = new URLSearchParams({ [FIELDS.ticket]: ticket, [FIELDS.trap]: "", ...more });
  for (const [key, given] of Object.entries(answers)) {
    const [question = "", row] = key.split(".");
    for (const value of [given].flat()) body.append(fieldOf(question, row), value);
  }
  return body.toString();
}

type Sending = { headers?: Record<string, string>; as?: "page" | "script"; signal?: AbortSignal | null };
/** Sends a form as a page without a script does, or as the script. Redirects are not followed. */
export const sendForm = (
  url: string,
  code: string,
  body: string,
  { headers = {}, as = "page", signal = null }: Sending = {},
) =>
  fetch(`${url}/u/${code}`, {
    method: "POST",
    redirect: "manual",
    signal,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      accept: as === "page" ? "text/html,*/*;q=0.8" : "application/json",
      ...headers,
    },
    body,
  });

export type FormWorld = Awaited<ReturnType<typeof formWorld>>;

/** A federation, a server behind a proxy, its log line by line, and the hands that tests of the form need. */
export async function formWorld() {
  const database = await testDatabase();
  const seed = await openSeed(database);
  const world = await seedFederation(seed);
  const lines: string[] = [];
  const log = createLogger("trace", { write: (line: string) => void lines.push(line) });
  const server = await testServer(database, { trustedProxies: 1 }, log);
  const { context, close: closeJobs } = await testJobContext(server, testMailer());
  const send = (code: string, body: string, more?: Sending) => sendForm(server.url, code, body, more);
  return {
    seed,
    world,
    context,
    lines,
    get: (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}/u/${path}`, { headers }),
    send,
    /** what the script is answered */
    said: async (code: string, body: string): Promise<string> =>
      ((await (await send(code, body, { as: "script" })).json()) as { said: string }).said,
    ticketFor: (code: string, seconds?: number) => oldTicket(database.secret, code, seconds),
    waiting: async (surveyId: string) =>
      (
        await seed.client.query<Record<string, string>>("select * from app.survey_waiting where survey_id = $1", [
          surveyId,
        ])
      ).rows,
    /** forms of a survey, counted or not */
    whole: async (surveyId: string): Promise<number> => {
      const { rows } = await seed.client.query<{ n: number }>(
        `select ((select count(*) from app.survey_waiting where survey_id = $1) +
           coalesce((select sum(n) from app.survey_count where survey_id = $1 and question = '' and cell = ''), 0))::int as n`,
        [surveyId],
      );
      return rows[0]!.n;
    },
    async close() {
      await closeJobs();
      await server.stop();
      await seed.close();
      await database.drop();
    },
  };
}
