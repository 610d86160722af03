import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TemplateDefinition } from "@varde/domain";
import { testDatabase } from "../../testkit/database.js";
import type { TestDatabase } from "../../testkit/database.js";
import { openSeed, seedFederation } from "../../testkit/seed.js";
import type { Federation, Seed } from "../../testkit/seed.js";
import { testServer } from "../../testkit/server.js";
import type { TestServer } from "../../testkit/server.js";
import { actions, DEFINITION, overlay, OWN, PROPOSALS_QUERY, seedVersion } from "./adaptations.testing.js";
import type { Actions } from "./adaptations.testing.js";

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, act: Actions;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  act = actions(server);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});

const ALL = [
  { part: "STEPS", key: "date" },
  { part: "STEPS", key: "invite" },
  { part: "STEPS", key: "own-pizza" },
  { part: "MESSAGES", key: "sms" },
];
const DATE = [{ part: "STEPS", key: "date" }];

/** A published version with the board's overlay on it, as it is proposed. */
async function proposed(seat = world.board, message = "Slik gjør vi det.") {
  const made = await seedVersion(seed, world.organizationId);
  const saved = await act.adapt("saveOverlay", seat, { id: uuidv7(), rev: 0, versionId: made.versionId, content: OWN });
  const { proposal, problems } = await act.propose("proposeOverlay", seat, {
    versionId: made.versionId,
    rev: 1,
    message,
  });
  return { ...made, overlayId: saved.adaptation!.overlayId!, id: proposal!.id, proposal: proposal!, problems };
}

type Draft = { id: string; rev: number; definition: TemplateDefinition; notes: string | null };
const draftOf = async (templateId: string): Promise<Draft | undefined> =>
  (
    await seed.client.query<Draft>(
      "select id, rev, definition, notes from app.template_version where template_id = $1 and state = 'DRAFT'",
      [templateId],
    )
  ).rows[0];
const draftFrom = (templateId: string, definition: TemplateDefinition) =>
  seedVersion(seed, world.organizationId, { templateId, state: "DRAFT", minor: 1, definition });
const trailOf = async (templateId: string) =>
  (
    await seed.client.query<{ action: string }>("select action from app.audit where subject_id = $1 order by at, id", [
      templateId,
    ])
  ).rows.map(({ action }) => action);

describe("a proposal", () => {
  test("is a copy of the overlay without the own deadline, which national reads beside its own", async () => {
    const { id, templateId, proposal, overlayId, versionId } = await proposed();
    expect(proposal).toMatchObject({ state: "OPEN", rev: 1, message: "Slik gjør vi det." });
    await act.adapt("saveOverlay", world.leader, { id: overlayId, rev: 1, versionId, content: overlay() });
    const { nodes, totalCount } = await act.proposals(world.editor, { id: templateId, state: "OPEN" });
    expect(totalCount).toBe(1);
    expect(nodes).toMatchObject([{ id, parts: ALL.map((part) => ({ ...part, movedOn: false })) }]);
    expect(nodes[0]!.before.steps.map(({ key }) => key)).toEqual(["date", "invite"]);
    expect(nodes[0]!.after.steps.map(({ key }) => key)).toEqual(["date", "own-pizza"]);
    expect((await act.proposals(world.admin, { state: "OPEN" })).nodes.map((node) => node.id)).toContain(id);
  });

  test("is one at a time for each version, also when sent twice at once", async () => {
    const made = await seedVersion(seed, world.organizationId);
    await act.adapt("saveOverlay", world.board, { id: uuidv7(), rev: 0, versionId: made.versionId, content: OWN });
    const input = { versionId: made.versionId, rev: 1, message: "" };
    const all = await Promise.all(
      [world.board, world.leader, world.board].map((seat) => act.propose("proposeOverlay", seat, input)),
    );
    expect(all.map(({ problems }) => problems[0]?.code ?? "OK").toSorted()).toEqual(["CONFLICT", "CONFLICT", "OK"]);
    const { id } = all.find(({ proposal }) => proposal)!.proposal!;
    const taken = await act.propose("withdrawProposal", world.leader, { id, rev: 1 });
    expect(taken.proposal).toMatchObject({ state: "WITHDRAWN", rev: 2 });
    expect((await act.propose("proposeOverlay", world.board, input)).problems).toEqual([]);
    expect(await trailOf(made.templateId)).toEqual([
      "OVERLAY_SAVED",
      "PROPOSAL_SENT",
      "PROPOSAL_WITHDRAWN",
      "PROPOSAL_SENT",
    ]);
  });

  test("needs something to propose, the overlay one has seen, and no person in it", async () => {
    const made = await seedVersion(seed, world.organizationId);
    const propose = (over: object) =>
      act.propose("proposeOverlay", world.board, { versionId: made.versionId, rev: 1, message: "", ...over });
    expect((await propose({ rev: 0 })).problems).toMatchObject([{ code: "INVALID" }]);
    await act.adapt("saveOverlay", world.board, {
      id: uuidv7(),
      rev: 0,
      versionId: made.versionId,
      content: overlay({ dueDaysEarlier: 3 }),
    });
    expect((await propose({})).problems).toMatchObject([{ code: "INVALID" }]);
    expect((await propose({ rev: 2 })).problems).toMatchObject([{ code: "CONFLICT" }]);
    expect((await propose({ message: "Spør 13097248022" })).problems).toMatchObject([
      { code: "INVALID", path: ["message"] },
    ]);
    expect((await propose({ message: "x".repeat(501) })).problems).toMatchObject([
      { code: "INVALID", path: ["message"] },
    ]);
    const closed = await seedVersion(seed, world.organizationId, { state: "CLOSED" });
    expect((await propose({ versionId: closed.versionId, rev: 0 })).problems).toMatchObject([{ code: "LOCKED" }]);
  });

  test("is read by its own chapter and national alone, and decided by national alone", async () => {
    const { id, templateId } = await proposed();
    for (const seat of [world.siblingLeader, world.foreignAdmin, world.foreignLeader])
      expect((await act.proposals(seat, { id: templateId })).nodes).toEqual([]);
    for (const seat of [world.coordinator, world.mentor])
      expect(await server.code(seat, PROPOSALS_QUERY, { id: templateId })).toBe("FORBIDDEN");
    const accept = { id, rev: 1, parts: DATE };
    const decline = { id, rev: 1, reason: "Nei" };
    for (const seat of [world.leader, world.coordinator, world.mentor]) {
      expect(await act.code("acceptProposal", seat, accept)).toBe("FORBIDDEN");
      expect(await act.code("declineProposal", seat, decline)).toBe("FORBIDDEN");
    }
    expect(await act.code("acceptProposal", world.foreignAdmin, accept)).toBe("NOT_FOUND");
    expect(await act.code("withdrawProposal", world.siblingLeader, { id, rev: 1 })).toBe("NOT_FOUND");
    expect(await act.code("seeProposal", world.siblingLeader, { id })).toBe("NOT_FOUND");
    expect(await act.code("withdrawProposal", world.admin, { id, rev: 1 })).toBe("FORBIDDEN");
    expect((await act.proposals(world.admin, { id: templateId })).nodes).toMatchObject([{ state: "OPEN", rev: 1 }]);
  });

  test("the database lets a chapter decide nothing, and nobody decide twice", async () => {
    const { id } = await proposed();
    const asSeat = async (seat: typeof world.board, sql: string) => {
      const { hashSecret } = await import("../../kernel/crypto/sealer.js");
      const { roleNames, roleUrl } = await import("../../kernel/db/roles.js");
      const { default: pg } = await import("pg");
      const client = new pg.Client({
        connectionString: roleUrl(database.adminUrl, database.secret, roleNames(database.rolePrefix).app),
      });
      await client.connect();
      try {
        await client.query(`begin; set local app.session = '${hashSecret(seat.secret).toString("hex")}'`);
        const { rowCount } = await client.query(sql, [id, seat.seatId]);
        await client.query("commit");
        return rowCount;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.end();
      }
    };
    const to = (state: string) =>
      `update app.proposal set state = '${state}', decided_by = $2, decided_at = now() where id = $1`;
    expect(await asSeat(world.board, to("ACCEPTED"))).toBe("VA009");
    expect(await asSeat(world.admin, to("WITHDRAWN"))).toBe("VA009");
    expect(await asSeat(world.siblingLeader, to("WITHDRAWN"))).toBe(0);
    expect(await asSeat(world.coordinator, to("DECLINED"))).toBe(0);
    expect(await asSeat(world.admin, to("DECLINED"))).toBe(1);
    expect(await asSeat(world.admin, to("ACCEPTED"))).toBe("VA009");
    expect(await asSeat(world.board, to("OPEN"))).toBe("VA009");
  });
});

describe("national accepts", () => {
  test("the chosen parts into a draft that is begun, with the chapter named in its notes", async () => {
    const { id, templateId, proposal } = await proposed();
    const done = await act.propose("acceptProposal", world.editor, { id, rev: 1, parts: [ALL[2], ALL[3]] });
    expect(done).toMatchObject({ problems: [], proposal: { state: "ACCEPTED", rev: 2 } });
    const draft = (await draftOf(templateId))!;
    expect(draft.definition.steps.map(({ key }) => key)).toEqual(["date", "invite", "own-pizza"]);
    expect(draft.definition.messages[0]).toMatchObject({
      key: "sms",
      body: { nb: "Hei, du!", nn: "Hei fra {{kortnavn}}" },
      locked: false,
    });
    expect(draft.definition.steps[0]).toEqual(DEFINITION.steps[0]);
    expect(draft.notes).toBe(`Fra ${proposal.chapterName}: «Bestill pizza», «Invitasjon».`);
    expect(await trailOf(templateId)).toEqual(["OVERLAY_SAVED", "PROPOSAL_SENT", "DRAFT_CREATED", "PROPOSAL_ACCEPTED"]);
    const unseen = await act.proposals(world.board, { id: templateId, unseen: true });
    expect(unseen.nodes.map((node) => node.id)).toEqual([id]);
    expect((await act.propose("seeProposal", world.board, { id })).problems).toEqual([]);
    expect((await act.proposals(world.leader, { id: templateId, unseen: true })).totalCount).toBe(0);
  });

  test("into the draft there is, and keeps what its notes and its other parts say", async () => {
    const { id, templateId, proposal } = await proposed();
    await draftFrom(templateId, { ...DEFINITION, minutes: 45 });
    await seed.client.query(
      "update app.template_version set notes = 'Ny tekst.' where template_id = $1 and state = 'DRAFT'",
      [templateId],
    );
    expect((await act.propose("acceptProposal", world.admin, { id, rev: 1, parts: DATE })).problems).toEqual([]);
    expect(await draftOf(templateId)).toMatchObject({
      rev: 2,
      notes: `Ny tekst.\nFra ${proposal.chapterName}: «Sett dato».`,
      definition: { minutes: 45, steps: [{ key: "date", text: { nb: "Sett dato på styremøtet" } }, { key: "invite" }] },
    });
  });

  test("and is told which parts the draft has moved on in, unless it insists", async () => {
    const { id, templateId } = await proposed();
    const [, invite] = DEFINITION.steps;
    await draftFrom(templateId, { ...DEFINITION, steps: [{ key: "date", text: { nb: "Nasjonal ny dato" } }, invite!] });
    expect(
      (await act.proposals(world.editor, { id: templateId })).nodes[0]!.parts.filter(({ movedOn }) => movedOn),
    ).toMatchObject(DATE);
    const refused = await act.propose("acceptProposal", world.editor, { id, rev: 1, parts: ALL });
    expect(refused.problems).toMatchObject([{ code: "CONFLICT", path: ["parts", "STEPS", "date"] }]);
    expect(refused.proposal).toMatchObject({ state: "OPEN", rev: 1 });
    expect((await draftOf(templateId))!.rev).toBe(1);
    const others = ALL.slice(1);
    const insisted = await act.propose("acceptProposal", world.editor, {
      id,
      rev: 1,
      parts: [...others, ...DATE],
      overwrite: true,
    });
    expect(insisted.problems).toEqual([]);
    expect((await draftOf(templateId))!.definition.steps.map(({ text }) => text.nb)).toEqual([
      "Sett dato på styremøtet",
      "Bestill pizza",
    ]);
  });

  test("nothing, when nothing or something else is chosen, and of an old version only what still stands", async () => {
    const { id, templateId, versionId } = await proposed();
    expect((await act.propose("acceptProposal", world.editor, { id, rev: 1, parts: [] })).problems).toMatchObject([
      { path: ["parts"] },
    ]);
    const other = await act.propose("acceptProposal", world.editor, {
      id,
      rev: 1,
      parts: [{ part: "MESSAGES", key: "guide" }],
    });
    expect(other.problems).toMatchObject([{ code: "INVALID", path: ["parts", "MESSAGES", "guide"] }]);
    expect(await draftOf(templateId)).toBeUndefined();
    // the version was followed by one that says something else
    await seed.client.query("update app.template_version set state = 'CLOSED' where id = $1", [versionId]);
    await seedVersion(seed, world.organizationId, {
      templateId,
      minor: 1,
      definition: { ...DEFINITION, steps: [{ key: "date", text: { nb: "Ny i 1.1" } }, DEFINITION.steps[1]!] },
    });
    expect((await act.propose("acceptProposal", world.editor, { id, rev: 1, parts: DATE })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    expect((await act.propose("acceptProposal", world.editor, { id, rev: 1, parts: [ALL[3]] })).problems).toEqual([]);
    expect((await draftOf(templateId))!.definition.steps[0]!.text.nb).toBe("Ny i 1.1");
  });

  test("once: twice at once, by two, or after it was withdrawn", async () => {
    const first = await proposed();
    const both = await Promise.all(
      [world.editor, world.admin].map((seat) =>
        act.propose("acceptProposal", seat, { id: first.id, rev: 1, parts: DATE }),
      ),
    );
    expect(both.map(({ problems }) => problems[0]?.code ?? "OK").toSorted()).toEqual(["LOCKED", "OK"]);
    expect((await draftOf(first.templateId))!.notes!.match(/Fra /g)).toHaveLength(1);
    const second = await proposed();
    const race = await Promise.all([
      act.propose("acceptProposal", world.editor, { id: second.id, rev: 1, parts: DATE }),
      act.propose("withdrawProposal", world.board, { id: second.id, rev: 1 }),
      act.propose("declineProposal", world.admin, { id: second.id, rev: 1, reason: "Nei takk" }),
    ]);
    expect(race.map(({ problems }) => problems[0]?.code ?? "OK").toSorted()).toEqual(["LOCKED", "LOCKED", "OK"]);
    expect(
      (await act.propose("declineProposal", world.admin, { id: first.id, rev: 2, reason: "Nei" })).problems,
    ).toMatchObject([{ code: "LOCKED" }]);
  });

  test("proposals of two chapters into one draft at once", async () => {
    const one = await proposed();
    const content = overlay({ steps: [{ key: "invite", text: { nb: "Ring alle" } }] });
    await act.adapt("saveOverlay", world.siblingLeader, { id: uuidv7(), rev: 0, versionId: one.versionId, content });
    const other = (
      await act.propose("proposeOverlay", world.siblingLeader, { versionId: one.versionId, rev: 1, message: "" })
    ).proposal!;
    const both = await Promise.all([
      act.propose("acceptProposal", world.editor, { id: one.id, rev: 1, parts: DATE }),
      act.propose("acceptProposal", world.admin, { id: other.id, rev: 1, parts: [{ part: "STEPS", key: "invite" }] }),
    ]);
    expect(both.map(({ problems }) => problems)).toEqual([[], []]);
    const draft = (await draftOf(one.templateId))!;
    expect(draft.definition.steps.map(({ text }) => text.nb)).toEqual(["Sett dato på styremøtet", "Ring alle"]);
    expect(draft.notes!.split("\n")).toHaveLength(2);
  });

  test("a stale rev is a conflict", async () => {
    const { id } = await proposed();
    expect((await act.propose("acceptProposal", world.editor, { id, rev: 7, parts: DATE })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
    expect((await act.propose("withdrawProposal", world.board, { id, rev: 7 })).problems).toMatchObject([
      { code: "CONFLICT" },
    ]);
  });
});

test("national declines with a reason that the chapter reads, and without one not", async () => {
  const { id, templateId } = await proposed();
  expect((await act.propose("declineProposal", world.editor, { id, rev: 1, reason: " " })).problems).toMatchObject([
    { path: ["reason"] },
  ]);
  const done = await act.propose("declineProposal", world.editor, { id, rev: 1, reason: "Passer bare for store lag." });
  expect(done.proposal).toMatchObject({ state: "DECLINED", reason: "Passer bare for store lag." });
  expect((await act.read(world.board, templateId)).proposals).toMatchObject([
    { id, state: "DECLINED", reason: "Passer bare for store lag." },
  ]);
  expect(await draftOf(templateId)).toBeUndefined();
  expect((await trailOf(templateId)).at(-1)).toBe("PROPOSAL_DECLINED");
});
