import { STARTING_SURVEY, addDays, cellsOf } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { Agent, request } from "node:http";
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { countSurveys } from "../features/surveys/index.js";
import { sealer } from "../kernel/crypto/sealer.js";
import { openDoor } from "../kernel/db/door.js";
import { asOwner } from "./load.js";
import type { BenchDatabase } from "./load.js";
import { idOf } from "./made-up.js";

/** A crowd that answers at once: 15 chapters' links, 100 forms each; `atOnce` people, each for so many in turn. */
export const SURVEY = { links: 15, forms: 1500, atOnce: 500, members: 120 } as const;
/** How long one fills it in: the server takes none sooner than three seconds. */
const FILL_MS = [3_200, 4_600] as const;

export const codeOf = (link: number): string => `bench${"abcdefghjkmnpqrs"[link]}aaaa`;
export const CROWD = { ...SURVEY, codes: Array.from({ length: SURVEY.links }, (_, link) => codeOf(link)) };

/** An organization with chapters, members and an open survey. Gives the survey's id. */
export async function fillSurvey(client: pg.Client, today: LocalDate): Promise<string> {
  const [org, seat, survey] = [idOf("survey org"), idOf("survey seat"), idOf("survey")];
  const opened = addDays(today, -1500);
  await client.query(
    `insert into app.organization (id, name, short_name, sender_name) values ($1, 'Spurt', 'Spurt', 'Varde')`,
    [org],
  );
  await client.query(
    `insert into app.seat (organization_id, id, role, unit_kind, holder_name, valid_from) values ($1, $2, 'NATIONAL_ADMIN', 'ORGANIZATION', 'N', $3)`,
    [org, seat, opened],
  );
  await client.query(
    `insert into app.survey (organization_id, id, definition, state, opens_on, closes_on, created_by, opened_by, opened_at)
     values ($1, $2, $3, 'OPEN', $4, $5, $6, $6, now())`,
    [org, survey, JSON.stringify(STARTING_SURVEY), today, addDays(today, 30), seat],
  );
  for (let link = 0; link < SURVEY.links; link++) {
    const chapter = idOf("survey chapter", link);
    await client.query(
      `insert into app.chapter (organization_id, id, name, short_name, county, opened_on) values ($1, $2, $3, $3, '32', $4)`,
      [org, chapter, `Lag ${link}`, opened],
    );
    await client.query(
      `insert into app.member (organization_id, chapter_id, id, first_name, joined_on, joined_chapter_on, birth_year)
       select $1, $2, gen_random_uuid(), 'M' || n, $3, $3, 2000 from generate_series(1, $4::int) n`,
      [org, chapter, opened, SURVEY.members],
    );
    await client.query(
      `insert into app.survey_link (organization_id, survey_id, chapter_id, code) values ($1, $2, $3, $4)`,
      [org, survey, chapter, codeOf(link)],
    );
  }
  await client.query("analyze");
  return survey;
}

/** Answers as somebody in a hurry gives them: one cell of each question, and a few words. */
function answered(ticket: string): string {
  const body = new URLSearchParams({ billett: ticket, nettside: "" });
  for (const question of STARTING_SURVEY.questions) {
    const cells = cellsOf(question);
    const cell = cells[randomInt(Math.max(1, cells.length))];
    const [row, mark] = cell?.split(":") ?? [];
    if (!cell) body.append(`svar.${question.key}`, "Flere turer, og litt tidligere på kvelden.");
    else if (mark) body.append(`svar.${question.key}.${row}`, mark);
    else body.append(`svar.${question.key}`, cell);
  }
  return body.toString();
}

type Answer = { status: number; text: string };
function ask(agent: Agent, url: string, from: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      "x-forwarded-for": from,
      accept: body === undefined ? "text/html" : "application/json",
      ...(body !== undefined && {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": Buffer.byteLength(body),
      }),
    };
    const sent = request(new URL(url), { agent, method: body === undefined ? "GET" : "POST", headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode!, text: Buffer.concat(parts).toString("utf8") }));
    });
    sent.on("error", (error) => {
      // the server had closed a kept connection before this came: a browser asks anew, and so does this
      if (sent.reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET")
        ask(agent, url, from, body).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });
}

export type Crowd = { p50: number; p99: number; perSecond: number; bytes: number };
const share = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

function figuresOf(times: number[], bytes: number, seconds: number): Crowd {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    p50: share(sorted, 0.5),
    p99: share(sorted, 0.99),
    perSecond: times.length / seconds,
    bytes: Math.round(bytes / times.length),
  };
}

type CrowdOf = {
  forms: number;
  atOnce: number;
  codes: readonly string[];
  /** whoever gets no answer tries again, as the form does, until it is taken or has been */
  again?: boolean;
  /** called with each form that was answered */
  onSent?: (n: number) => void;
};
const PAUSE_MS = 250;

/**
 * A crowd opens the form at the same moment, fills it in and sends it, each for several in turn, by the links of `codes` in turn.
 * Whatever is not taken throws. Milliseconds of opening and of sending.
 */
export async function measureCrowd(
  url: string,
  { forms, atOnce, codes, again = false, onSent }: CrowdOf = CROWD,
): Promise<Record<"open" | "send", Crowd>> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times = { open: [] as number[], send: [] as number[] };
  const bytes = { open: 0, send: 0 };
  let [next, sent] = [0, 0];
  const persist = async (act: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      const answer = await act().catch((error: unknown) => {
        if (!again) throw error;
        return null;
      });
      if (answer) return answer;
      await pause(PAUSE_MS);
    }
  };
  const timed = async (what: "open" | "send", act: () => Promise<Answer>): Promise<string> => {
    const began = performance.now();
    const { status, text } = await persist(act);
    times[what].push(performance.now() - began);
    bytes[what] += text.length;
    const taken = text.includes("TAKEN") || (again && text.includes("AGAIN"));
    if (status !== 200 || (what === "send" && !taken)) throw new Error(`answered ${status}: ${text.slice(0, 200)}`);
    return text;
  };
  const person = async (): Promise<void> => {
    for (let n = next++; n < forms; n = next++) {
      const [address, from] = [`${url}/u/${codes[n % codes.length]}`, `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`];
      const page = await timed("open", () => ask(agent, address, from));
      const ticket = /name="billett"\s+value="([^"]+)"/.exec(page)?.[1];
      if (!ticket) throw new Error("the page has no ticket");
      await pause(randomInt(...FILL_MS));
      const body = answered(ticket);
      await timed("send", () => ask(agent, address, from, body));
      onSent?.(++sent);
    }
  };
  const began = performance.now();
  try {
    await Promise.all(Array.from({ length: atOnce }, person));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  return { open: figuresOf(times.open, bytes.open, seconds), send: figuresOf(times.send, bytes.send, seconds) };
}

/** Closes the survey, counts it as the job does, and gives how many forms the sums hold. Throws when one still waits. */
export async function countedForms(
  database: BenchDatabase,
  survey: string,
): Promise<{ forms: number; seconds: number }> {
  const job = await openDoor({ ...database, databaseUrl: database.adminUrl, login: "job", poolSize: 1 });
  try {
    return await asOwner(database, async (client) => {
      await client.query("update app.survey set state = 'CLOSED', closed_at = now() where id = $1", [survey]);
      const began = performance.now();
      await countSurveys({ job, sealer: sealer(database.secret) });
      const seconds = (performance.now() - began) / 1000;
      const { rows } = await client.query<{ waiting: number; forms: number }>(
        `select (select count(*)::int from app.survey_waiting) as waiting,
           (select coalesce(sum(n), 0)::int from app.survey_count where survey_id = $1 and question = '' and cell = '') as forms`,
        [survey],
      );
      if (rows[0]!.waiting > 0) throw new Error(`${rows[0]!.waiting} forms still wait`);
      return { forms: rows[0]!.forms, seconds };
    });
  } finally {
    await job.close();
  }
}
