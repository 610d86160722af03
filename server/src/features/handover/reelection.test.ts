import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashSecret } from "../../kernel/crypto/sealer.js";
import { runWork } from "../../kernel/db/run-work.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { testJobContext, testMailer } from "../../testkit/sign-in.js";
import { ORGANIZATION_JOBS } from "../organization/index.js";

// a leader who is elected again goes on in the seat they have, when somebody else says so

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let context: JobContext, closeJobs: () => Promise<void>, today: string;
let chapterId: string, leader: SeededSeat, treasurer: SeededSeat;
const mailer = testMailer();

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  ({ context, close: closeJobs } = await testJobContext(server, mailer));
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});
// the leader's seat ends before the new ones would, whichever day this is run
beforeEach(async () => {
  chapterId = await seed.chapter(world.organizationId, world.regions.east);
  leader = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId }, { valid_to: addDays(today, 60) });
  treasurer = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId });
});

type Problem = { code: string; path: string[] };
type Handover = { id: string; state: string; rev: number; members: { part: string; waits: boolean }[] };
type Payload = { result: { handover: Handover | null; problems: Problem[] } };
const FIELDS = `handover { id state rev members { part waits } } problems { code path }`;
const SAVE = `mutation ($input: SaveHandoverInput!) { result: saveHandover(input: $input) { ${FIELDS} } }`;
const doing = async (field: string, { id, rev }: Handover) =>
  (
    await server.ask<Payload>(
      leader,
      `mutation ($input: HandoverActionInput!) { result: ${field}(input: $input) { ${FIELDS} } }`,
      { input: { key: uuidv7(), id, rev } },
    )
  ).result;
const endOf = async ({ seatId }: SeededSeat) =>
  (await seed.client.query<{ end: string }>("select valid_to::text as end from app.seat where id = $1", [seatId]))
    .rows[0]!.end;

const CONFIRM = `mutation ($input: SeatActionInput!) { confirmReelection(input: $input) { seat { id validTo electedUntil rev } problems { code } } }`;
type Confirmed = { confirmReelection: { seat: { validTo: string | null }; problems: Problem[] } };
const confirm = async (seat: { secret: string }, id = leader.seatId, rev = 1) =>
  (await server.ask<Confirmed>(seat, CONFIRM, { input: { key: uuidv7(), id, rev } })).confirmReelection;
const nextEnd = () => `${Number(today.slice(0, 4)) + 1}-04-01`;
/** the list names the leader, who hands over to themselves */
async function elected(): Promise<Handover> {
  const { rows } = await seed.client.query<{ name: string }>("select holder_name as name from app.seat where id = $1", [
    leader.seatId,
  ]);
  const list = `${rows[0]!.name};leder;a@lag.example`;
  const input = { key: uuidv7(), id: uuidv7(), chapterId, heldOn: today, list, ends: [], gives: [] };
  const { handover } = (await server.ask<Payload>(leader, SAVE, { input })).result;
  const done = await doing("completeHandover", handover!);
  expect(done.problems).toEqual([]);
  return done.handover!;
}

test("goes on in the seat they have when another on the board says so, never by themselves from any seat", async () => {
  const handover = await elected();
  expect(handover.members).toMatchObject([{ part: "STAYS", waits: true }]);
  const { rows: seats } = await seed.client.query("select 1 from app.seat where chapter_id = $1", [chapterId]);
  expect(seats).toHaveLength(2);
  expect(await endOf(leader)).toBe(addDays(today, 60));
  const LIST = `query ($chapterId: ID) { boardSeats(chapterId: $chapterId) { nodes { id electedUntil mayConfirm } } }`;
  const seen = async (by: SeededSeat) =>
    (await server.ask<{ boardSeats: { nodes: { id: string }[] } }>(by, LIST, { chapterId })).boardSeats.nodes.find(
      ({ id }) => id === leader.seatId,
    );
  expect(await seen(treasurer)).toMatchObject({ electedUntil: nextEnd(), mayConfirm: true });
  expect(await seen(leader)).toMatchObject({ electedUntil: nextEnd(), mayConfirm: false });
  expect(await seen(world.coordinator)).toMatchObject({ mayConfirm: false });

  const again = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId }, { account_id: leader.accountId });
  const national = await seed.seat(world.organizationId, "NATIONAL_ADMIN", {}, { account_id: leader.accountId });
  const mentor = await seed.seat(world.organizationId, "MENTOR", { chapterId });
  for (const by of [leader, again, national, mentor, world.coordinator, world.editor]) {
    expect((await confirm(by)).problems).toMatchObject([{ code: "LOCKED" }]);
  }
  for (const by of [world.siblingLeader, world.foreignAdmin, world.foreignLeader]) {
    expect(await server.code(by, CONFIRM, { input: { key: uuidv7(), id: leader.seatId, rev: 1 } })).toBe("NOT_FOUND");
  }
  expect((await confirm(treasurer, leader.seatId, 7)).problems).toMatchObject([{ code: "CONFLICT" }]);
  expect(await endOf(leader)).toBe(addDays(today, 60));

  const both = await Promise.all([confirm(treasurer), confirm(world.admin)]);
  expect(both.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
  expect(await endOf(leader)).toBe(nextEnd());
  expect((await confirm(treasurer, leader.seatId, 2)).problems).toMatchObject([{ code: "LOCKED" }]);
  const { rows } = await seed.client.query<{ n: number }>(
    "select count(*)::int as n from app.audit where action = 'SEAT_PROLONGED' and subject_id = $1",
    [leader.seatId],
  );
  expect(rows[0]!.n).toBe(1);
  const done = await doing("undoHandover", handover);
  expect(done.problems).toEqual([]);
  expect(await endOf(leader)).toBe(addDays(today, 60));
});

test("does not go on by a handover that was taken back, a seat that is over, or one who leaves and is named", async () => {
  const taken = await elected();
  await doing("undoHandover", taken);
  expect((await confirm(treasurer)).problems).toMatchObject([{ code: "LOCKED" }]);
  const over = await elected();
  await seed.client.query("update app.seat set valid_to = $2 where id = $1", [leader.seatId, today]);
  expect((await confirm(treasurer)).problems).toMatchObject([{ code: "LOCKED" }]);
  expect(over.state).toBe("DONE");
});

test("is mailed to the others on the board, with nobody's name", async () => {
  await seed.client.query("update app.account set email_ct = $2 where id = $1", [
    treasurer.accountId,
    seed.sealer.seal("kasserer@lag.example", `account/${treasurer.accountId}/email`),
  ]);
  await elected();
  const before = mailer.sent.length;
  await ORGANIZATION_JOBS.find(({ task }) => task === "tellWaiting")!.run(
    { organizationId: world.organizationId, seatId: leader.seatId },
    context,
  );
  const sent = mailer.sent.slice(before);
  expect(sent.map(({ to }) => to)).toEqual(["kasserer@lag.example"]);
  expect(sent[0]!.text).toContain("/styret");
});

test("is written by SQL for no other seat than the one acted in", async () => {
  const handover = await elected();
  const app = await server.installation.app;
  const write = (seatId: string) =>
    runWork(app, { session: hashSecret(leader.secret).toString("hex"), readOnly: false }, (work) =>
      work.query(
        `insert into app.handover_seat (organization_id, chapter_id, handover_id, seat_id, part, end_wanted) values ($1, $2, $3, $4, 'STAYS', authz.today() + 300)`,
        [world.organizationId, chapterId, handover.id, seatId],
      ),
    );
  await expect(write(treasurer.seatId)).rejects.toThrow("row-level security");
});
