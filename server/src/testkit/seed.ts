import { randomBytes } from "node:crypto";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { hashSecret, newSecret, sealer } from "../kernel/crypto/sealer.js";
import type { TestDatabase } from "./database.js";

export type SeatRole =
  | "NATIONAL_ADMIN"
  | "NATIONAL_EDITOR"
  | "REGION_COORDINATOR"
  | "CHAPTER_LEADER"
  | "CHAPTER_BOARD"
  | "MENTOR";
export type Seed = Awaited<ReturnType<typeof openSeed>>;
const unique = () => randomBytes(4).toString("hex");

export type SeededSeat = {
  seatId: string;
  accountId: string;
  organizationId: string;
  chapterId: string | null;
  secret: string;
};

const UNIT_OF: Record<SeatRole, "ORGANIZATION" | "REGION" | "CHAPTER"> = {
  NATIONAL_ADMIN: "ORGANIZATION",
  NATIONAL_EDITOR: "ORGANIZATION",
  REGION_COORDINATOR: "REGION",
  CHAPTER_LEADER: "CHAPTER",
  CHAPTER_BOARD: "CHAPTER",
  MENTOR: "CHAPTER",
};

/**
 * The seeding language of tests: makes rows as the owner, past row-level security, and answers with ids. Names are made
 * unique, so that tests can share a database; a new organization is foreign to every other.
 */
export async function openSeed(database: TestDatabase) {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const seal = sealer(database.secret);

  async function rows(table: string, values: Record<string, unknown>): Promise<void> {
    const names = Object.keys(values);
    await client.query(
      `insert into app.${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
      Object.values(values).map((v) =>
        v && typeof v === "object" && !Array.isArray(v) && !Buffer.isBuffer(v) && !(v instanceof Date)
          ? JSON.stringify(v)
          : v,
      ),
    );
  }

  async function organization(over: Record<string, unknown> = {}): Promise<string> {
    const id = uuidv7();
    const name = `Organization ${unique()}`;
    await rows("organization", { id, name, short_name: name.slice(0, 40), sender_name: "Varde", ...over });
    return id;
  }

  async function region(organizationId: string, over: Record<string, unknown> = {}): Promise<string> {
    const id = uuidv7();
    await rows("region", {
      organization_id: organizationId,
      id,
      name: `Region ${unique()}`,
      opened_on: "2020-01-01",
      ...over,
    });
    return id;
  }

  async function chapter(
    organizationId: string,
    regionId: string | null = null,
    over: Record<string, unknown> = {},
  ): Promise<string> {
    const id = uuidv7();
    const name = `Chapter ${unique()}`;
    await rows("chapter", {
      organization_id: organizationId,
      id,
      name,
      short_name: name,
      county: "32",
      opened_on: "2020-01-01",
      ...over,
    });
    if (regionId) {
      await rows("chapter_region", {
        organization_id: organizationId,
        chapter_id: id,
        region_id: regionId,
        valid_from: "2020-01-01",
      });
    }
    return id;
  }

  async function account(over: Record<string, unknown> = {}): Promise<string> {
    const id = uuidv7();
    const email = `${unique()}@test.example`;
    await rows("account", {
      id,
      name: `Person ${unique()}`,
      email_ct: seal.seal(email, `account/${id}/email`),
      email_bidx: seal.blindIndex("account", email),
      ...over,
    });
    return id;
  }

  /** a session's secret for a seat: what the cookie holds */
  async function session(
    accountId: string,
    seatId: string | null,
    over: Record<string, unknown> = {},
  ): Promise<string> {
    const secret = newSecret();
    await rows("session", {
      token_hash: hashSecret(secret),
      account_id: accountId,
      seat_id: seatId,
      idle_seconds: 3600,
      idle_until: new Date(Date.now() + 3_600_000),
      hard_exp: new Date(Date.now() + 7_200_000),
      ...over,
    });
    return secret;
  }

  /** a person who holds a seat and is signed in, acting in it */
  async function seat(
    organizationId: string,
    role: SeatRole,
    unit: { regionId?: string; chapterId?: string } = {},
    over: Record<string, unknown> = {},
  ): Promise<SeededSeat> {
    const accountId = (over.account_id as string | undefined) ?? (await account());
    const id = uuidv7();
    await rows("seat", {
      organization_id: organizationId,
      id,
      role,
      unit_kind: UNIT_OF[role],
      region_id: unit.regionId ?? null,
      chapter_id: unit.chapterId ?? null,
      account_id: accountId,
      holder_name: `Holder ${unique()}`,
      valid_from: "2020-01-01",
      ...over,
    });
    return {
      seatId: id,
      accountId,
      organizationId,
      chapterId: unit.chapterId ?? null,
      secret: await session(accountId, id),
    };
  }

  /** a version given to chapters from a day on, as a roll-out leaves it; for all that are there when none is named */
  async function rollout(
    version: { organizationId: string; templateId: string; versionId: string },
    createdBy: string,
    over: { chapterIds?: string[] } & Record<string, unknown> = {},
  ): Promise<string> {
    const { chapterIds, ...rest } = over;
    const id = uuidv7();
    const { organizationId, templateId, versionId } = version;
    await rows("rollout", {
      organization_id: organizationId,
      id,
      template_id: templateId,
      version_id: versionId,
      ring: chapterIds ? "WAVE" : "ALL",
      all_chapters: !chapterIds,
      effective_from: "2020-01-01",
      catch_up: "SKIP",
      created_by: createdBy,
      ...rest,
    });
    await client.query(
      `insert into app.rollout_chapter (organization_id, rollout_id, chapter_id, template_id, version_id, from_day)
       select $1, r.id, c.id, r.template_id, r.version_id, greatest(r.effective_from, c.opened_on) from app.rollout r join app.chapter c on c.organization_id = $1
        where r.organization_id = $1 and r.id = $2 and (r.all_chapters or c.id = any ($3::uuid[]))`,
      [organizationId, id, chapterIds ?? []],
    );
    return id;
  }

  return {
    client,
    rows,
    rollout,
    organization,
    region,
    chapter,
    account,
    session,
    seat,
    unique,
    sealer: seal,
    close: () => client.end(),
  };
}

/** The federation most tests need: two regions, chapters in each, every role; and a foreign organization beside it. */
export async function seedFederation(seed: Seed) {
  const organizationId = await seed.organization();
  const [east, west] = [await seed.region(organizationId), await seed.region(organizationId)];
  const own = await seed.chapter(organizationId, east);
  const sibling = await seed.chapter(organizationId, east);
  const far = await seed.chapter(organizationId, west);
  const foreignOrganizationId = await seed.organization();
  const foreign = await seed.chapter(foreignOrganizationId, await seed.region(foreignOrganizationId));
  return {
    organizationId,
    foreignOrganizationId,
    regions: { east, west },
    chapters: { own, sibling, far, foreign },
    admin: await seed.seat(organizationId, "NATIONAL_ADMIN"),
    editor: await seed.seat(organizationId, "NATIONAL_EDITOR"),
    coordinator: await seed.seat(organizationId, "REGION_COORDINATOR", { regionId: east }),
    leader: await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: own }),
    board: await seed.seat(organizationId, "CHAPTER_BOARD", { chapterId: own }),
    mentor: await seed.seat(organizationId, "MENTOR", { chapterId: own }),
    siblingLeader: await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: sibling }),
    farCoordinator: await seed.seat(organizationId, "REGION_COORDINATOR", { regionId: west }),
    expired: await seed.seat(organizationId, "CHAPTER_LEADER", { chapterId: own }, { valid_to: "2021-01-01" }),
    foreignAdmin: await seed.seat(foreignOrganizationId, "NATIONAL_ADMIN"),
    foreignLeader: await seed.seat(foreignOrganizationId, "CHAPTER_LEADER", { chapterId: foreign }),
  };
}
export type Federation = Awaited<ReturnType<typeof seedFederation>>;
