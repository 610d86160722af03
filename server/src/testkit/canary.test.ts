import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorker } from "../features/jobs.js";
import { createLogger } from "../kernel/log.js";
import { testDatabase } from "./database.js";
import type { TestDatabase } from "./database.js";
import { CALLERS } from "./matrix/line.js";
import type { Caller, MatrixLine, MatrixWorld } from "./matrix/line.js";
import { MATRIX } from "./matrix/index.js";
import { openSeed, seedFederation } from "./seed.js";
import type { Seed } from "./seed.js";
import { testServer } from "./server.js";

// A name, an address and a note that exist nowhere else are put in every text of every operation, also when the database
// refuses them. They are looked for wherever somebody reads who should not: logs, errors, headers, queue, trail, keys, subjects.

const NAME = "Kanari Kvitring";
const EMAIL = "kanari.kvitring@canary.example";
const NOTE = "kanarinotatet om et menneske";
const CANARY = /kanari|kvitring|canary\.example/i;

let database: TestDatabase, seed: Seed, world: MatrixWorld;
const lines: string[] = [];
const log = createLogger("trace", { write: (line: string) => void lines.push(line) });
const heard: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = { seed, federation: await seedFederation(seed), server: await testServer(database, {}, log) };
});
afterAll(async () => {
  await world.server.stop();
  await seed.close();
  await database.drop();
});

const IS_FREE = /^(?![0-9a-f]{8}-|\d{4}-|[A-Z][A-Z0-9_]*$|R\d\d-|nb$|nn$|en$|\d\d(:|$))/;

/** every text of ours that is no id, day or word of a closed list becomes a canary: which one, by what its key is called */
function withCanary(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => withCanary(one, key));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withCanary(v, k)]));
  }
  if (typeof value !== "string" || key === "key" || !IS_FREE.test(value)) return value;
  if (/text/i.test(key) && value.includes(";")) return `${NAME}; ${EMAIL}; Lag; leder`;
  if (/email/i.test(key)) return EMAIL;
  return /name/i.test(key) ? NAME : NOTE;
}

const MEMBER = {
  firstName: NAME,
  lastName: NAME,
  birthYear: new Date().getFullYear() - 14,
  email: EMAIL,
  mobile: "90012345",
  joinedOn: "2026-03-01",
  guardian: { name: NAME, email: EMAIL, mobile: "90012345" },
};
/** a meeting's form and a report have texts that the matrix leaves out */
const MORE: Record<string, object> = {
  saveMeeting: { title: NOTE, place: NAME, host: NAME, link: `https://canary.example/${NAME}` },
  addMember: { member: { ...MEMBER, memberNo: NOTE } },
  updateMember: { member: MEMBER },
  submitReport: {
    answers: [
      { field: "note", text: NOTE },
      { field: NAME, text: EMAIL },
    ],
  },
  correctReport: { answers: [{ field: "note", text: NOTE }] },
};

/** Those an operation lets in, and one for each way in which it refuses; or the first of each. */
function callersOf({ except, otherwise }: MatrixLine, many: boolean): readonly Caller[] {
  const outcome = (caller: Caller) => except[caller] ?? otherwise;
  const isFirst = (caller: Caller) => CALLERS.find((other) => outcome(other) === outcome(caller)) === caller;
  return CALLERS.filter((caller) => isFirst(caller) || (many && outcome(caller) === "OK"));
}

/** every operation, by each way in and each way of being refused */
async function drive(many: boolean): Promise<void> {
  for (const line of MATRIX) {
    for (const caller of callersOf(line, many)) {
      const seat = caller === "none" ? null : world.federation[caller];
      const fresh = seat && { ...seat, secret: await seed.session(seat.accountId, seat.seatId) };
      const arranged = withCanary(await line.arrange(world, { name: caller, seat: fresh })) as { input?: object };
      const variables = arranged.input ? { input: { ...arranged.input, ...MORE[line.field] } } : arranged;
      const answer = await world.server.run(fresh, line.document, variables);
      heard.push(JSON.stringify(answer.errors ?? []), JSON.stringify([...answer.headers]));
    }
  }
}

const queue = async () =>
  (await seed.client.query<{ text: string }>("select to_jsonb(j)::text as text from graphile_worker._private_jobs j"))
    .rows;

/** everything that is read by those who run the installation, or by anybody over a shoulder */
async function read(): Promise<Record<string, string[]>> {
  const texts = async (sql: string) => (await seed.client.query<{ text: string }>(sql)).rows.map(({ text }) => text);
  return {
    logs: lines,
    "errors and headers": heard,
    queue: (await queue()).map(({ text }) => text),
    trail: await texts("select to_jsonb(a)::text as text from app.audit a"),
    keys: await texts("select to_jsonb(i)::text as text from app.idempotency i"),
    "rate limits": await texts("select encode(key, 'escape') as text from app.rate_limit"),
    "sign-in requests": await texts("select to_jsonb(r)::text as text from app.sign_in_request r"),
    "contact data": await texts(
      `select encode(email_ct, 'escape') as text from app.account union all select encode(email_ct, 'escape') from app.invitation
       union all select concat_ws(' ', encode(email_ct, 'escape'), encode(mobile_ct, 'escape'), encode(guardian_ct, 'escape')) from app.member`,
    ),
    subjects: await texts("select subject || sent_from as text from app.mailbox_message"),
    links: await texts(
      "select coalesce(string_agg(m[1], ' '), '') as text from app.mailbox_message, regexp_matches(body, '(https?://\\S+)', 'g') m",
    ),
  };
}
const found = async () =>
  Object.entries(await read()).flatMap(([where, texts]) =>
    texts.filter((text) => CANARY.test(text)).map((text) => [where, text.slice(0, 200)]),
  );

describe("a person's name, address and note", () => {
  test(
    "driven through every operation by everybody it lets in, and in each way it refuses, stand in no log, error, header, queue, trail, key or subject",
    { timeout: 400_000 },
    async () => {
      await drive(true);
      expect(heard.some((text) => text.includes("NOT_FOUND"))).toBe(true);
      expect(lines.length).toBeGreaterThan(0);
      expect(await found()).toEqual([]);
      // they did arrive where they belong
      const kept = await seed.client.query(
        "select 1 from app.meeting where title = $1 union all select 1 from app.seat where holder_name = $2",
        [NOTE, NAME],
      );
      expect(kept.rowCount).toBeGreaterThan(1);
      const members = await seed.client.query(
        "select member_no from app.member where first_name = $1 and guardian_ct is not null",
        [NAME],
      );
      expect(members.rows.some((row: { member_no: string | null }) => row.member_no === NOTE)).toBe(true);
      expect(members.rows.some((row: { member_no: string | null }) => row.member_no === null)).toBe(true);
    },
  );

  test("nor when the database refuses what was written, naming the row", { timeout: 400_000 }, async () => {
    // new rows only: those of the first drive stay, and seats, which later lines end, lose their names
    await seed.client.query(`
      update app.seat set holder_name = 'Noen som var' where holder_name ~ 'Kanari';
      alter table app.meeting add constraint no_canary check (title is null or title !~ 'kanari') not valid;
      alter table app.member add constraint no_canary check (first_name !~ 'Kanari') not valid;
      alter table app.seat add constraint no_canary check (holder_name !~ 'Kanari') not valid;
      alter table app.chapter add constraint no_canary check (name !~ 'Kanari') not valid;
      alter table app.region add constraint no_canary check (name !~ 'Kanari') not valid;
      alter table app.touchpoint add constraint no_canary check (answers::text !~ 'kanari') not valid;
      alter table app.template_version add constraint no_canary check (definition::text !~* 'kanari') not valid;
      alter table app.sign_in_request add constraint no_canary check (id is null) not valid`);
    await drive(false);
    expect(heard.some((text) => text.includes("INTERNAL"))).toBe(true);
    expect(lines.some((line) => line.includes("23514"))).toBe(true);
    expect(await found()).toEqual([]);
  });

  test("nor in the work of the queue, its mails and its failures", { timeout: 400_000 }, async () => {
    const { env, installation } = world.server;
    // those invited by the lines have lost their seats to later ones: a mail to them is not sent
    const line = MATRIX.find(({ field }) => field === "inviteSeat")!;
    const { admin } = world.federation;
    const seat = { ...admin, secret: await seed.session(admin.accountId, admin.seatId) };
    const { input } = (await line.arrange(world, { name: "admin", seat })) as { input: object };
    const invited = await world.server.run(seat, line.document, { input: { ...input, email: EMAIL } });
    expect(invited.data).toMatchObject({ inviteSeat: { problems: [] } });
    const waiting = (await queue()).length;
    expect(waiting).toBeGreaterThan(0);
    const worker = await startWorker({ env, installation, log });
    await expect
      .poll(async () => (await queue()).filter(({ text }) => /"attempts": 0/.test(text)).length, { timeout: 30_000 })
      .toBe(0);
    await worker.stop();
    expect(await found()).toEqual([]);
    const mails = await seed.client.query("select 1 from app.mailbox_message where sent_to = $1", [EMAIL]);
    expect(mails.rowCount).toBeGreaterThan(0);
  });
});
