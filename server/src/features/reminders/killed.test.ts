import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { leadsToday } from "./reminder-log.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed } from "../../testkit/seed.js";
import type { Seed } from "../../testkit/seed.js";

/*
 * Two workers send at once and are killed without warning, fifty times, while 10,000 reminders go out. Nobody is left out, the
 * log is complete, and each mail has come once; by SMTP, where a kill can fall between the server's answer and our commit, what
 * came twice is what the log says was begun twice, never more than what the killed had in their hands, and the same Message-ID.
 */

const CHAPTERS = 50;
const SKIPPED = { OPTED_OUT: 150, NOT_THEIR_DAY: 100 };
const WORKER = fileURLToPath(new URL("../../../dist/features/reminders/worker.testing.js", import.meta.url));
const SENT_AT_ONCE = 2;

let database: TestDatabase, seed: Seed, today: string;
let spares: ChildProcess[] = [];
const alive = new Set<ChildProcess>();
let stopping = false;
let organizationOfTest = "";

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
beforeEach(async () => {
  stopping = false;
  await seed.client.query("delete from app.reminder_log");
  await seed.client.query("update app.seat set valid_to = valid_from");
});
afterEach(() => {
  stopping = true;
  for (const child of [...alive, ...spares]) child.kill("SIGKILL");
  alive.clear();
  spares = [];
});
afterAll(async () => {
  await seed.close();
  await database.drop();
});

/** Boards of `people` in one organization, each with a task that is new; and those who are left out. Answers with the ids. */
async function seedBoards(people: number): Promise<Map<string, string>> {
  const organizationId = await seed.organization();
  organizationOfTest = organizationId;
  const [templateId, versionId] = [uuidv7(), uuidv7()];
  const tenant = { organization_id: organizationId };
  await seed.rows("touchpoint_template", { ...tenant, id: templateId, key: `k${seed.unique()}` });
  await seed.rows("template_version", {
    ...tenant,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    about_member: false,
    definition: {},
    published_at: new Date(),
  });
  const chapters: string[] = [];
  for (let i = 0; i < CHAPTERS; i++) {
    const chapterId = await seed.chapter(organizationId);
    chapters.push(chapterId);
    await seed.rows("touchpoint", {
      ...tenant,
      chapter_id: chapterId,
      id: uuidv7(),
      template_id: templateId,
      version_id: versionId,
      major: 1,
      about_member: false,
      occurrence: "o",
      opens_on: today,
      due_on: addDays(today, 2),
      miss_on: addDays(today, 30),
      first_due_on: addDays(today, 2),
    });
  }
  const left = Object.values(SKIPPED).reduce((sum, n) => sum + n, 0);
  const accounts = Array.from({ length: people + left }, (_, i) => {
    const [id, address] = [uuidv7(), `p${i}-${seed.unique()}@test.example`];
    return {
      id,
      address,
      email: seed.sealer.seal(address, `account/${id}/email`),
      index: seed.sealer.blindIndex("account", address),
      on: i >= people + SKIPPED.NOT_THEIR_DAY || i < people ? i < people : true,
      days: i >= people && i < people + SKIPPED.NOT_THEIR_DAY ? [1] : [1, 2, 3, 4, 5],
    };
  });
  await seed.client.query(
    `insert into app.account (id, name, email_ct, email_bidx, digest_enabled, digest_days)
     select id, 'Person', email, bidx, on_, days::smallint[] from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::boolean[], $5::text[]) a (id, email, bidx, on_, days)`,
    [
      accounts.map(({ id }) => id),
      accounts.map(({ email }) => email),
      accounts.map(({ index }) => index),
      accounts.map(({ on }) => on),
      accounts.map(({ days }) => `{${days.join(",")}}`),
    ],
  );
  await seed.client.query(
    `insert into app.seat (organization_id, id, role, unit_kind, chapter_id, account_id, holder_name, valid_from)
     select $1, gen_random_uuid(), 'CHAPTER_BOARD', 'CHAPTER', chapter, account, 'Person', '2020-01-01' from unnest($2::uuid[], $3::uuid[]) s (chapter, account)`,
    [organizationId, accounts.map((_, i) => chapters[i % CHAPTERS]!), accounts.map(({ id }) => id)],
  );
  await seed.client.query("analyze app.account, app.seat, app.touchpoint");
  return new Map(accounts.slice(0, people).map(({ id, address }) => [address, id]));
}

function spawnWorker(smtpUrl: string | null): ChildProcess {
  const { adminUrl: databaseUrl, secret, rolePrefix } = database;
  const told = { databaseUrl, secret, rolePrefix, smtpUrl, now: { date: today, weekday: 2, minute: 460 } };
  return spawn(process.execPath, [WORKER, JSON.stringify(told)], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { PATH: "" },
  });
}

/** Lets two workers send until there is nothing left, killing one whenever `killNow` is called, `kills` times. */
function keepSending(smtpUrl: string | null, kills: number) {
  const done = Promise.withResolvers<void>();
  let [killed, over] = [0, false];
  spares = Array.from({ length: 3 }, () => spawnWorker(smtpUrl));
  const go = (): void => {
    spares.push(spawnWorker(smtpUrl));
    const child = spares.shift()!;
    // on a busy machine it may have given up while it waited: its end would never be heard of
    if (child.exitCode !== null) return go();
    alive.add(child);
    child.stdin!.write("go\n");
    child.once("exit", (code) => {
      alive.delete(child);
      // it found nothing left; whoever failed is run again, as the queue would
      if (code === 0) over = true;
      if (over && alive.size === 0) done.resolve();
      if (!over && !stopping && alive.size < 2) go();
    });
  };
  go();
  go();
  return {
    done: done.promise,
    killed: () => killed,
    killNow(): void {
      if (killed >= kills) return;
      const [victim] = alive;
      if (!victim) return;
      killed += 1;
      victim.kill("SIGKILL");
    },
  };
}

type Delivery = { to: string; messageId: string };

/** A mail server that writes down every mail it takes, and says so at four moments of each: where a kill may fall. */
async function recordingServer(
  at: (n: number, phase: number) => void,
): Promise<{ url: string; raw: Delivery[]; server: Server }> {
  const raw: Delivery[] = [];
  const server = createServer((socket) => {
    let [buffer, inData, to] = ["", false, ""];
    socket.on("error", () => {});
    socket.setEncoding("latin1");
    socket.write("220 test\r\n");
    socket.on("data", (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = buffer.indexOf(inData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          at(raw.length, 1);
          // durable before it is said to be taken, as a real one does
          raw.push({ to, messageId: /^Message-ID: (.*)$/im.exec(line)![1]!.trim() });
          const n = raw.length;
          at(n, 2);
          socket.write("250 taken\r\n");
          at(n, 3);
          continue;
        }
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === "MAIL") at(raw.length, 0);
        if (verb === "RCPT") to = /<(.*)>/.exec(line)![1]!;
        inData = verb === "DATA";
        socket.write(verb === "DATA" ? "354 go on\r\n" : verb === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, raw, server };
}

const logged = async () =>
  (
    await seed.client.query<{ outcome: string; reason: string | null; n: number }>(
      "select outcome, reason, count(*)::int as n from app.reminder_log group by 1, 2 order by 1, 2",
    )
  ).rows;
const WHOLE_LOG = (people: number) => [
  { outcome: "SENT", reason: null, n: people },
  ...Object.entries(SKIPPED)
    .map(([reason, n]) => ({ outcome: "SKIPPED", reason, n }))
    .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
];

/** What a run that begins anew reads of them. */
const leadsOf = (people: ReadonlyMap<string, string>): Promise<{ unfinished: boolean }[]> =>
  leadsToday(
    { query: async (sql: string, values: unknown[]) => (await seed.client.query(sql, values)).rows } as unknown as Work,
    organizationOfTest,
    [...people.values()],
  );

test(
  "by SMTP: 10,000 mails, fifty kills, nobody left out, and what came twice is known",
  { timeout: 900_000 },
  async () => {
    const [PEOPLE, KILLS] = [10_000, 50];
    const people = await seedBoards(PEOPLE);
    let sending: ReturnType<typeof keepSending> | null = null;
    // each kill at another moment of a mail: begun, all of it there, taken, answered
    const mail = await recordingServer((n, phase) => {
      const kill = sending?.killed() ?? KILLS;
      if (kill < KILLS && n >= ((kill + 1) * PEOPLE) / (KILLS + 5) && phase === kill % 4) sending?.killNow();
    });
    sending = keepSending(mail.url, KILLS);
    await sending.done;
    mail.server.close();
    expect(sending.killed()).toBe(KILLS);
    // nobody left out, nobody else; one Message-ID a person
    const byPerson = new Map<string, Set<string>>();
    for (const { to, messageId } of mail.raw) byPerson.set(to, (byPerson.get(to) ?? new Set()).add(messageId));
    expect([...byPerson.keys()].sort()).toEqual([...people.keys()].sort());
    expect([...byPerson.values()].filter((ids) => ids.size !== 1)).toEqual([]);
    expect(new Set(mail.raw.map(({ messageId }) => messageId)).size).toBe(PEOPLE);
    expect(await logged()).toEqual(WHOLE_LOG(PEOPLE));
    // what came twice: at most what the killed had in their hands, and each of them begun twice by the log
    const doubled = mail.raw.length - PEOPLE;
    expect(doubled).toBeLessThanOrEqual(KILLS * SENT_AT_ONCE);
    const seen = new Set<string>();
    const twice = mail.raw.filter(({ to }) => seen.size === seen.add(to).size).map(({ to }) => people.get(to)!);
    const begunAgain = new Set(
      (
        await seed.client.query<{ account_id: string }>("select account_id from app.reminder_log where attempts > 1")
      ).rows.map((row) => row.account_id),
    );
    expect(twice.filter((id) => !begunAgain.has(id))).toEqual([]);
    expect(begunAgain.size).toBeLessThanOrEqual(KILLS * SENT_AT_ONCE);
    // and every line says by itself that it is over: a run that begins anew passes it by
    const leads = await leadsOf(people);
    expect(leads).toHaveLength(PEOPLE);
    expect(leads.filter(({ unfinished }) => unfinished !== false)).toEqual([]);
  },
);

test("where a mail is a row, the same comes out with none twice", { timeout: 900_000 }, async () => {
  const [PEOPLE, KILLS] = [1_000, 10];
  await seedBoards(PEOPLE);
  // every row that is offered is counted in the transaction that offers it, also what a unique key would drop
  await seed.client.query(`create table app.offered (sent_to text);
    create function app.note_offer() returns trigger language plpgsql security definer as $$ begin insert into app.offered values (new.sent_to); return new; end $$;
    create trigger note_offer before insert on app.mailbox_message for each row execute function app.note_offer()`);
  const sending = keepSending(null, KILLS);
  const count = async () => (await seed.client.query("select 1 from app.offered")).rowCount!;
  const sent = { all: false };
  const watch = async (): Promise<void> => {
    while (!sent.all) {
      if ((await count()) >= ((sending.killed() + 1) * PEOPLE) / (KILLS + 3)) sending.killNow();
      await pause(15);
    }
  };
  const watching = watch();
  await sending.done;
  sent.all = true;
  await watching;
  expect(sending.killed()).toBe(KILLS);
  expect(await logged()).toEqual(WHOLE_LOG(PEOPLE));
  expect(await count()).toBe(PEOPLE);
  const mails = await seed.client.query("select distinct sent_to from app.mailbox_message");
  expect(mails.rowCount).toBe(PEOPLE);
});
