import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { queued, testBrowser, testJobContext, testMailer } from "../../testkit/sign-in.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { createOrganization } from "./cli.js";
import { ORGANIZATION_JOBS } from "./jobs.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer;
let context: JobContext, closeJobs: () => Promise<void>;
const mailer = testMailer();
const send = ORGANIZATION_JOBS[0]!.run;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const jobs = await testJobContext(server, mailer);
  context = jobs.context;
  closeJobs = jobs.close;
});
afterAll(async () => {
  await closeJobs();
  await server.stop();
  await seed.close();
  await database.drop();
});

type Seat = { id: string; status: string; rev: number; validTo: string | null };
type Payload = { seat: Seat | null; problems: { code: string; path: string[]; message: string }[] };
const mutation = (field: string, input: string) =>
  `mutation ($input: ${input}!) { result: ${field}(input: $input) { seat { id status rev validTo } problems { code path message } } }`;
const INVITE = mutation("inviteSeat", "InviteSeatInput");
const form = (over: object = {}) => ({
  key: uuidv7(),
  id: uuidv7(),
  role: "CHAPTER_BOARD",
  chapterId: world.chapters.own,
  holderName: `Person ${seed.unique()}`,
  email: `${seed.unique()}@lag.example`,
  ...over,
});
const invite = async (seat: { secret: string }, over: object = {}) => {
  const input = form(over);
  const { result } = await server.ask<{ result: Payload }>(seat, INVITE, { input });
  return { input, ...result };
};
const act = async (seat: { secret: string }, field: string, { id, rev }: { id: string; rev: number }) =>
  (
    await server.ask<{ result: Payload }>(seat, mutation(field, "SeatActionInput"), {
      input: { key: uuidv7(), id, rev },
    })
  ).result;
async function sendFor(seatId: string) {
  const { rows } = await seed.client.query<{ id: string; organization_id: string }>(
    "select id, organization_id from app.invitation where seat_id = $1",
    [seatId],
  );
  const payload = { organizationId: rows[0]!.organization_id, invitationId: rows[0]!.id };
  await send(payload, context);
  return payload;
}
const lastLink = () => /#([\w-]{43})/.exec(mailer.sent.at(-1)!.text)![1]!;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { seat { role } demand { seat { role } passkeyOnly from } } problems { code } } }`;
type Accepted = { acceptInvitation: { viewer: { seat: { role: string } } | null; problems: { code: string }[] } };
const accept = async (token: string) =>
  (await testBrowser(server).run<Accepted>(ACCEPT, { input: { key: uuidv7(), token } })).data!.acceptInvitation;

describe("an invitation", () => {
  test("is mailed once however often the job runs, and taken once", async () => {
    const { seat, problems } = await invite(world.leader);
    expect(problems).toEqual([]);
    expect(seat).toMatchObject({ status: "INVITED", validTo: expect.stringMatching(/-04-01$/) as string });
    expect(await queued(seed, "sendInvitation")).not.toHaveLength(0);
    const before = mailer.sent.length;
    const payload = await sendFor(seat!.id);
    await send(payload, context);
    expect(mailer.sent.length - before).toBe(1);
    const mail = mailer.sent.at(-1)!;
    expect(`${mail.subject} ${mail.senderName}`).not.toMatch(/mental|helse|psyk/i);
    expect(mail.text).toContain("/invitasjon#");
    const token = lastLink();
    expect(await accept(token)).toMatchObject({ viewer: { seat: { role: "CHAPTER_BOARD" } }, problems: [] });
    expect((await accept(token)).problems[0]!.code).toBe("INVALID");
  });

  test("that was not handed over is sent again with the same link; asked for again it has a new one", async () => {
    const { seat } = await invite(world.leader);
    mailer.down = true;
    await expect(sendFor(seat!.id)).rejects.toThrow();
    mailer.down = false;
    await sendFor(seat!.id);
    const first = lastLink();
    const tooSoon = await act(world.leader, "resendInvitation", { id: seat!.id, rev: 1 });
    expect(tooSoon.problems[0]!.code).toBe("LOCKED");
    await seed.client.query("update app.invitation set sent_at = now() - interval '1 hour' where seat_id = $1", [
      seat!.id,
    ]);
    expect((await act(world.leader, "resendInvitation", { id: seat!.id, rev: 1 })).problems).toEqual([]);
    await sendFor(seat!.id);
    expect(lastLink()).not.toBe(first);
    expect((await accept(first)).problems[0]!.code).toBe("INVALID");
    expect((await accept(lastLink())).problems).toEqual([]);
  });

  test("dies when it is taken back", async () => {
    const { seat } = await invite(world.leader);
    await sendFor(seat!.id);
    expect(await act(world.leader, "revokeInvitation", { id: seat!.id, rev: 1 })).toMatchObject({
      seat: { status: "ENDED" },
      problems: [],
    });
    expect((await accept(lastLink())).problems[0]!.code).toBe("INVALID");
    const before = mailer.sent.length;
    await sendFor(seat!.id);
    expect(mailer.sent.length).toBe(before);
  });

  test("dies when the right of the one who gave it ends", async () => {
    const leader = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: world.chapters.own });
    const { seat } = await invite(leader);
    await sendFor(seat!.id);
    const token = lastLink();
    await act(world.admin, "endSeat", { id: leader.seatId, rev: 1 });
    expect((await accept(token)).problems[0]!.code).toBe("INVALID");
    const list = await server.ask<{ boardSeats: { nodes: Seat[] } }>(
      world.leader,
      `{ boardSeats { nodes { id status rev validTo } } }`,
    );
    const listed = list.boardSeats.nodes.find((node) => node.id === seat!.id)!;
    expect(listed.status).toBe("INVITATION_EXPIRED");
    expect((await act(world.admin, "resendInvitation", listed)).problems[0]!.code).toBe("LOCKED");
  });

  test("gives nobody a seat they gave themselves", async () => {
    const { rows } = await seed.client.query<{ email_ct: Buffer }>("select email_ct from app.account where id = $1", [
      world.admin.accountId,
    ]);
    const email = seed.sealer.open(rows[0]!.email_ct, `account/${world.admin.accountId}/email`);
    const { seat } = await invite(world.admin, { email });
    await sendFor(seat!.id);
    expect((await accept(lastLink())).problems[0]!.code).toBe("LOCKED");
  });

  test.each([
    ["a header in the address", { email: "a@lag.example\r\nBcc: b@lag.example" }, "email"],
    ["two addresses", { email: "a@lag.example, b@lag.example" }, "email"],
    ["a chapter for a national role", { role: "NATIONAL_EDITOR" }, "chapterId"],
    ["a day that has been", { validTo: "2020-01-01" }, "validTo"],
  ])("is refused for %s", async (_why, over, path) => {
    const { seat, problems } = await invite(world.admin, over);
    expect(seat).toBeNull();
    expect(problems[0]!.path).toEqual([path]);
  });

  test("is a leader's for the own board only", async () => {
    expect(await server.code(world.leader, INVITE, { input: form({ chapterId: world.chapters.sibling }) })).toBe(
      "NOT_FOUND",
    );
    expect(await server.code(world.leader, INVITE, { input: form({ chapterId: world.chapters.foreign }) })).toBe(
      "NOT_FOUND",
    );
    expect(await server.code(world.admin, INVITE, { input: form({ chapterId: world.chapters.foreign }) })).toBe(
      "NOT_FOUND",
    );
    for (const role of ["NATIONAL_ADMIN", "REGION_COORDINATOR", "MENTOR"]) {
      expect(
        await server.code(world.leader, INVITE, {
          input: form({ role, chapterId: role === "MENTOR" ? world.chapters.own : null }),
        }),
      ).toBe("FORBIDDEN");
    }
    for (const caller of [world.board, world.coordinator, world.editor, world.mentor]) {
      expect(await server.code(caller, INVITE, { input: form() })).toBe("FORBIDDEN");
    }
  });

  test("is one for a key and for a person", async () => {
    const input = form();
    const twins = await Promise.all([1, 2].map(() => server.ask<{ result: Payload }>(world.leader, INVITE, { input })));
    expect(twins[0]).toEqual(twins[1]);
    const again = await invite(world.leader, { holderName: input.holderName.toUpperCase() });
    expect(again.problems[0]!.path).toEqual(["holderName"]);
  });
});

describe("ending a seat", () => {
  test("takes its rights with the next request", async () => {
    const board = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
    const LIST = `{ boardSeats { totalCount } }`;
    expect(await server.code(board, LIST)).toBe("OK");
    expect(await act(world.leader, "endSeat", { id: board.seatId, rev: 1 })).toMatchObject({
      seat: { status: "ENDED" },
      problems: [],
    });
    expect(await server.code(board, LIST)).toBe("FORBIDDEN");
    expect((await act(world.leader, "endSeat", { id: board.seatId, rev: 2 })).problems[0]!.code).toBe("LOCKED");
  });

  test("spares the last administrator and the only leader who would leave", async () => {
    const organizationId = await seed.organization();
    const chapterId = await seed.chapter(organizationId);
    const [one, two] = [
      await seed.seat(organizationId, "NATIONAL_ADMIN"),
      await seed.seat(organizationId, "NATIONAL_ADMIN"),
    ];
    const leader = await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId });
    const own = await act(leader, "endSeat", { id: leader.seatId, rev: 1 });
    expect(own.problems[0]!.code).toBe("LOCKED");
    // two who end each other at the same time: one of them stays
    const END = mutation("endSeat", "SeatActionInput");
    const ends = await Promise.all([
      server.run<{ result: Payload }>(one, END, { input: { key: uuidv7(), id: two.seatId, rev: 1 } }),
      server.run<{ result: Payload }>(two, END, { input: { key: uuidv7(), id: one.seatId, rev: 1 } }),
    ]);
    expect(ends.filter((answer) => answer.data?.result.problems.length === 0)).toHaveLength(1);
    // the other was told so, or had no seat left to ask from
    expect(ends.map((answer) => answer.errors?.[0]?.extensions.code ?? "OK")).not.toContain("UNAVAILABLE");
    const { rows } = await seed.client.query(
      "select 1 from app.seat where organization_id = $1 and role = 'NATIONAL_ADMIN' and valid_to is null",
      [organizationId],
    );
    expect(rows).toHaveLength(1);
  });

  test("lets a leader go who is not the only one", async () => {
    const other = await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId: world.chapters.own });
    expect(await act(other, "endSeat", { id: other.seatId, rev: 1 })).toMatchObject({
      seat: null,
      problems: [],
    });
  });

  test("is for the own board and the rev it was read at", async () => {
    expect(
      await server.code(world.leader, mutation("endSeat", "SeatActionInput"), {
        input: { key: uuidv7(), id: world.siblingLeader.seatId, rev: 1 },
      }),
    ).toBe("NOT_FOUND");
    expect(
      await server.code(world.admin, mutation("endSeat", "SeatActionInput"), {
        input: { key: uuidv7(), id: world.foreignLeader.seatId, rev: 1 },
      }),
    ).toBe("NOT_FOUND");
    const board = await seed.seat(world.organizationId, "CHAPTER_BOARD", { chapterId: world.chapters.own });
    expect(await act(world.leader, "endSeat", { id: board.seatId, rev: 7 })).toMatchObject({
      seat: { status: "ACTIVE" },
      problems: [{ code: "CONFLICT" }],
    });
  });
});

describe("a sheet of boards", () => {
  const BOARDS = `mutation ($input: InviteBoardsInput!) { inviteBoards(input: $input) { rows { line name email chapterName role problem already } invited problems { code path } } }`;
  type Row = { line: number; problem: string | null; role: string | null; already: boolean; chapterName: string };
  type Boards = { inviteBoards: { rows: Row[]; invited: number; problems: { code: string }[] } };
  const paste = async (text: string, dryRun: boolean, key = uuidv7(), seat: { secret: string } = world.admin) =>
    (await server.ask<Boards>(seat, BOARDS, { input: { key, text, dryRun } })).inviteBoards;

  test("is shown line by line, and invites nobody while a line is bad", async () => {
    const chapter = await seed.chapter(world.organizationId, null, {
      name: `Lag ${seed.unique()}`,
      short_name: `Kort ${seed.unique()}`,
    });
    const {
      rows: [names],
    } = await seed.client.query<{ name: string; short_name: string }>(
      "select name, short_name from app.chapter where id = $1",
      [chapter],
    );
    const {
      rows: [region],
    } = await seed.client.query<{ name: string }>("select name from app.region where id = $1", [world.regions.east]);
    const good = `Navn;E-post;Lag;Rolle\nIda;ida@lag.example;${names!.name.toUpperCase()};leder\nBo;bo@lag.example;${names!.short_name};kasserer\nTuva;tuva@lag.example;${region!.name};regionkoordinator`;
    const bad = `${good}\nIda;ida@lag.example;${names!.name};leder\nX;nei;${names!.name};leder\nY;y@lag.example;Finnes ikke;leder\nZ;z@lag.example;${names!.name};konge`;
    const preview = await paste(bad, true);
    expect(preview.rows.map((row) => row.problem === null)).toEqual([true, true, true, false, false, false, false]);
    expect(preview.rows.map((row) => row.line)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(await paste(bad, false)).toMatchObject({ invited: 0, problems: [{ code: "INVALID" }] });
    const seats = () =>
      seed.client.query(
        "select role from app.seat where coalesce(chapter_id, region_id) in ($1, $2) and granted_by is not null",
        [chapter, world.regions.east],
      );
    expect((await seats()).rows).toEqual([]);
    const key = uuidv7();
    expect(await paste(good, true)).toMatchObject({ invited: 0, problems: [] });
    expect(await paste(good, false, key)).toMatchObject({ invited: 3, problems: [] });
    expect(await paste(good, false, key)).toMatchObject({ invited: 3, problems: [] });
    expect((await seats()).rows).toHaveLength(3);
    // pasted twice, by another press: nobody gets a second mail
    expect((await paste(good, true)).rows.every((row) => row.already)).toBe(true);
    expect(await paste(good, false)).toMatchObject({ invited: 0, problems: [] });
    expect(await paste(`${good}\nAda;ada@lag.example;${names!.name};styremedlem`, false)).toMatchObject({ invited: 1 });
    expect((await seats()).rows).toHaveLength(4);
  });

  describe("of one's own board", () => {
    const ownSeats = async (chapterId: string) =>
      (
        await seed.client.query<{ role: string; holder_name: string }>(
          "select role, holder_name from app.seat where chapter_id = $1 and granted_by is not null order by holder_name",
          [chapterId],
        )
      ).rows;
    async function board() {
      const chapterId = await seed.chapter(world.organizationId);
      return { chapterId, leader: await seed.seat(world.organizationId, "CHAPTER_LEADER", { chapterId }) };
    }

    test("is read in any order, with a header or without", async () => {
      const { chapterId, leader } = await board();
      const text = "Leder\tIda Ås\tida@lag.example\nbo@lag.example\tBo Li\tkasserer\nAda\tnestleder\tada@lag.example";
      const seen = await paste(text, true, uuidv7(), leader);
      expect(seen.rows.map(({ problem, role }) => [problem, role])).toEqual([
        [null, "CHAPTER_LEADER"],
        [null, "CHAPTER_BOARD"],
        [null, "CHAPTER_BOARD"],
      ]);
      expect(await paste(text, false, uuidv7(), leader)).toMatchObject({ invited: 3, problems: [] });
      expect((await ownSeats(chapterId)).map((seat) => seat.holder_name)).toEqual(["Ada", "Bo Li", "Ida Ås"]);
      const more = "Verv,Navn,E-post\nsekretær,Eva,eva@lag.example";
      expect(await paste(more, false, uuidv7(), leader)).toMatchObject({ invited: 1, problems: [] });
    });

    test("gives no seat elsewhere, and none a leader may not give", async () => {
      const { chapterId, leader } = await board();
      const names = async (id: string) =>
        (await seed.client.query<{ name: string }>("select name from app.chapter where id = $1", [id])).rows[0]!.name;
      const [own, sibling, foreign] = [
        await names(chapterId),
        await names(world.chapters.sibling),
        await names(world.chapters.foreign),
      ];
      const lines = [sibling, foreign].map((name, i) => `P${i};p${i}@lag.example;${name};leder`);
      const roles = ["fadder", "regionkoordinator", "nasjonal administrator"].map(
        (r, i) => `R${i};r${i}@lag.example;${r}`,
      );
      const text = [`Ida;ida@lag.example;${own};leder`, ...lines, ...roles].join("\n");
      const seen = await paste(text, true, uuidv7(), leader);
      expect(seen.rows.map(({ problem }) => problem === null)).toEqual([true, false, false, false, false, false]);
      expect(JSON.stringify(seen.rows)).not.toContain(world.chapters.sibling);
      expect(await paste(text, false, uuidv7(), leader)).toMatchObject({ invited: 0, problems: [{ code: "INVALID" }] });
      expect(await ownSeats(chapterId)).toEqual([]);
    });

    test("is no mail gun", async () => {
      const { chapterId, leader } = await board();
      const many = Array.from({ length: 31 }, (_, i) => `P${i};p${i}@lag.example;styremedlem`).join("\n");
      expect((await paste(many, false, uuidv7(), leader)).problems[0]!.code).toBe("LOCKED");
      expect(await ownSeats(chapterId)).toEqual([]);
    });
  });

  test("is refused when empty or too long, and for those who give no seats", async () => {
    expect((await paste(" \n", true)).problems[0]!.code).toBe("INVALID");
    expect((await paste("a;a@lag.example;b;leder\n".repeat(301), true)).problems[0]!.code).toBe("INVALID");
    expect(await server.code(world.board, BOARDS, { input: { key: uuidv7(), text: "x", dryRun: true } })).toBe(
      "FORBIDDEN",
    );
  });
});

test("the operator's new organization has its first administrator invited, who gets in", async () => {
  const { organizationId } = await createOrganization({
    env: server.env,
    name: "Mental Helse Prøve",
    shortName: "MHP",
    adminName: "Kari Prøve",
    adminEmail: "kari@prove.example",
  });
  const waiting = (await queued(seed, "sendInvitation")).find(
    ({ payload }) => payload.organizationId === organizationId,
  )!;
  await send(waiting.payload, context);
  expect(mailer.sent.at(-1)).toMatchObject({ to: "kari@prove.example", senderName: "MHP" });
  // a new organization asks its administrators for a passkey: the seat waits for it
  expect(await accept(lastLink())).toMatchObject({
    viewer: { seat: null, demand: { seat: { role: "NATIONAL_ADMIN" }, passkeyOnly: true, from: null } },
  });
  await expect(
    createOrganization({
      env: server.env,
      name: "X",
      shortName: "Psykisk helse",
      adminName: "K",
      adminEmail: "k@prove.example",
    }),
  ).rejects.toThrow(/lock screen/);
});
