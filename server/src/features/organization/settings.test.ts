import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { CRISIS_CONTACTS } from "./crisis-contacts.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, today: string;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  today = (await seed.client.query<{ today: string }>("select authz.today()::text as today")).rows[0]!.today;
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(async () => {
  await seed.client.query("delete from app.audit");
  await seed.client.query(
    "update app.organization set crisis_contacts = $2, burden_cap_minutes = 240, rev = 1 where id = $1",
    [world.organizationId, JSON.stringify(CRISIS_CONTACTS)],
  );
});

type Contact = { name: string; phone: string; checkedOn: string | null };
type Organization = {
  name: string;
  shortName: string;
  senderName: string;
  burdenCapMinutes: number;
  rev: number;
  memberGoal: object | null;
  crisisContacts: Contact[];
};
type Payload = { organization: Organization | null; problems: { code: string; path: string[]; message: string }[] };
const FIELDS = `name shortName senderName burdenCapMinutes rev memberGoal { members on startMembers startOn } crisisContacts { name phone note { nb nn } urgent checkedOn }`;
const INPUTS = {
  updateOrganization: "UpdateOrganizationInput",
  setBurdenCap: "SetBurdenCapInput",
  setMemberGoal: "SetMemberGoalInput",
  saveCrisisContacts: "SaveCrisisContactsInput",
};
type Field = keyof typeof INPUTS;
const document = (field: Field) =>
  `mutation ($input: ${INPUTS[field]}!) { ${field}(input: $input) { organization { ${FIELDS} } problems { code path message } } }`;
const run = (field: Field, input: object, seat: SeededSeat = world.admin) =>
  server.run<Record<Field, Payload>>(seat, document(field), { input: { key: uuidv7(), rev: 1, ...input } });
const set = async (field: Field, input: object): Promise<Payload> => (await run(field, input)).data![field];
const actions = async () =>
  (await seed.client.query<{ action: string }>("select action from app.audit order by id")).rows.map(
    ({ action }) => action,
  );

const contact = (over: object = {}) => ({
  name: "Legevakt",
  phone: "116 117",
  note: { nb: "Når det haster" },
  urgent: true,
  checkedToday: false,
  ...over,
});

describe("the goal for members", () => {
  const goal = { members: 3900, on: "2099-12-31", startMembers: 1200, startOn: "2026-01-01" };
  const kept = async () =>
    (
      await seed.client.query<{ member_goal: number | null; member_goal_start: number | null }>(
        "select member_goal, member_goal_start from app.organization where id = $1",
        [world.organizationId],
      )
    ).rows[0];

  test("is set, changed once a key, taken away, and written in the trail without a word of who", async () => {
    const key = uuidv7();
    expect((await set("setMemberGoal", { key, goal })).organization).toMatchObject({ rev: 2, memberGoal: goal });
    expect((await set("setMemberGoal", { key, goal })).organization).toMatchObject({ rev: 2 });
    expect((await set("setMemberGoal", { rev: 1, goal })).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect(await actions()).toEqual(["MEMBER_GOAL_CHANGED"]);
    expect((await set("setMemberGoal", { rev: 2, goal: null })).organization).toMatchObject({ memberGoal: null });
    expect(await kept()).toEqual({ member_goal: null, member_goal_start: null });
  });

  test.each([
    [{ ...goal, members: 0 }, ["goal", "members"]],
    [{ ...goal, startMembers: -1 }, ["goal", "startMembers"]],
    [{ ...goal, startOn: "2098-01-01" }, ["goal", "startOn"]],
    [{ ...goal, on: "2025-12-31" }, ["goal", "on"]],
  ])("begins before it ends, and counts somebody: %j", async (wrong, path) => {
    expect((await set("setMemberGoal", { goal: wrong })).problems).toMatchObject([{ code: "INVALID", path }]);
    expect(await kept()).toEqual({ member_goal: null, member_goal_start: null });
  });

  test("is the administrator's alone to set", async () => {
    for (const seat of [world.editor, world.coordinator, world.leader])
      expect((await run("setMemberGoal", { goal }, seat)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

describe("the numbers to call", () => {
  test("carry the day they were checked, which a changed number loses", async () => {
    const first = await set("saveCrisisContacts", {
      contacts: [contact({ checkedToday: true }), contact({ name: "Nødtelefon", phone: "113" })],
    });
    expect(first.problems).toEqual([]);
    expect(first.organization).toMatchObject({
      rev: 2,
      crisisContacts: [
        { phone: "116 117", checkedOn: today },
        { phone: "113", checkedOn: null },
      ],
    });
    await seed.client.query(
      "update app.organization set crisis_contacts = jsonb_set(crisis_contacts, '{0,checkedOn}', '\"2026-03-03\"') where id = $1",
      [world.organizationId],
    );
    const second = await set("saveCrisisContacts", {
      rev: 2,
      contacts: [contact({ name: "Nødtelefon", phone: "112" }), contact({ name: "Legevakta", phone: "116117" })],
    });
    expect(second.organization?.crisisContacts).toMatchObject([
      { phone: "112", checkedOn: null },
      { name: "Legevakta", phone: "116117", checkedOn: "2026-03-03" },
    ]);
    expect(await actions()).toEqual(["CRISIS_CONTACTS_CHANGED", "CRISIS_CONTACTS_CHANGED"]);
  });

  test("are never none, and each is a number", async () => {
    const wrong: [object[], string[]][] = [
      [[], ["contacts"]],
      [[contact({ phone: "12" })], ["contacts", "0", "phone"]],
      [[contact({ phone: "123456789" })], ["contacts", "0", "phone"]],
      [[contact({ phone: "ring oss" })], ["contacts", "0", "phone"]],
      [[contact({ phone: "tel:113" })], ["contacts", "0", "phone"]],
      [[contact({ phone: "+47" })], ["contacts", "0", "phone"]],
      [[contact({ name: "x".repeat(81) })], ["contacts", "0", "name"]],
      [[contact({ note: { nb: "" } })], ["contacts", "0", "note", "nb"]],
      [[contact({ note: { nb: "Hele døgnet", nn: "to\nlinjer" } })], ["contacts", "0", "note", "nn"]],
      [
        [contact(), contact({ phone: "11 61 17" })],
        ["contacts", "1", "phone"],
      ],
      [Array.from({ length: 21 }, (_, i) => contact({ phone: String(1000 + i) })), ["contacts"]],
    ];
    for (const [contacts, path] of wrong) {
      const { organization, problems } = await set("saveCrisisContacts", { contacts });
      expect([path, problems]).toMatchObject([path, [{ code: "INVALID", path }]]);
      expect(organization).toMatchObject({ rev: 1, crisisContacts: CRISIS_CONTACTS.map(({ phone }) => ({ phone })) });
    }
    expect((await set("saveCrisisContacts", { contacts: [contact({ phone: "+47 22 40 00 40" })] })).problems).toEqual(
      [],
    );
  });

  test("every number a new organization begins with would pass", async () => {
    const contacts = CRISIS_CONTACTS.map((one) => ({ ...one, checkedToday: false }));
    expect((await set("saveCrisisContacts", { contacts })).problems).toEqual([]);
  });
});

describe("the cap and the names", () => {
  test("are set within bounds", async () => {
    expect((await set("setBurdenCap", { minutes: 360 })).organization).toMatchObject({ burdenCapMinutes: 360, rev: 2 });
    for (const minutes of [59, 6001, -1])
      expect((await set("setBurdenCap", { rev: 2, minutes })).problems).toMatchObject([
        { code: "INVALID", path: ["minutes"] },
      ]);
    const names = { name: "Mental Helse Ungdom", shortName: "MHU", senderName: "MHU" };
    expect((await set("updateOrganization", { rev: 2, ...names })).organization).toMatchObject({ ...names, rev: 3 });
    expect(await actions()).toEqual(["BURDEN_CAP_CHANGED", "ORGANIZATION_RENAMED"]);
  });

  test("say nothing on a lock screen", async () => {
    const names = { name: "Mental Helse Ungdom", shortName: "MHU", senderName: "MHU" };
    for (const name of ["shortName", "senderName"] as const) {
      expect((await set("updateOrganization", { ...names, [name]: "Mental Helse" })).problems).toMatchObject([
        { code: "INVALID", path: [name] },
      ]);
    }
  });

  test("two at once: one wins, the other sees what stands", async () => {
    const both = await Promise.all([set("setBurdenCap", { minutes: 100 }), set("setBurdenCap", { minutes: 200 })]);
    expect(both.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(["CONFLICT"]);
    const key = uuidv7();
    const twins = await Promise.all([1, 2].map(() => set("setBurdenCap", { key, rev: 2, minutes: 300 })));
    expect(twins.map(({ problems, organization }) => [problems, organization?.rev])).toEqual([
      [[], 3],
      [[], 3],
    ]);
  });

  test("belong to the administrator of the own organization", async () => {
    for (const seat of [world.editor, world.coordinator, world.leader, world.mentor])
      expect((await run("setBurdenCap", { minutes: 300 }, seat)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    await run("setBurdenCap", { minutes: 999 }, world.foreignAdmin);
    const { rows } = await seed.client.query<{ burden_cap_minutes: number }>(
      "select burden_cap_minutes from app.organization where id = $1",
      [world.organizationId],
    );
    expect(rows[0]!.burden_cap_minutes).toBe(240);
  });
});
