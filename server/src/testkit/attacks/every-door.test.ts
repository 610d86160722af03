import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { unsubscribeLinks } from "../../features/accounts/unsubscribe.js";
import { leaveAloneLinks } from "../../features/outreach/links.js";
import { outreachRows } from "../../features/outreach/outreach.testing.js";
import { hashSecret, newSecret } from "../../kernel/crypto/sealer.js";
import { testDatabase } from "../database.js";
import type { TestDatabase } from "../database.js";
import { askByToken, seedToken } from "../integration.js";
import { openSeed, seedFederation } from "../seed.js";
import type { Federation, Seed } from "../seed.js";
import { testServer } from "../server.js";
import type { TestServer } from "../server.js";
import { seedInvitation, testBrowser } from "../sign-in.js";

// Every secret we give out, tried at every door: each opens its own and no other, and not when it is old, used up, ended or made up.

let database: TestDatabase, seed: Seed, world: Federation, server: TestServer, rows: ReturnType<typeof outreachRows>;

beforeAll(async () => {
  database = await testDatabase();
  seed = await openSeed(database);
  world = await seedFederation(seed);
  server = await testServer(database);
  const { rows: days } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
  rows = outreachRows(seed, days[0]!.today);
});
afterAll(async () => {
  await server.stop();
  await seed.close();
  await database.drop();
});
beforeEach(() => seed.client.query("delete from app.rate_limit"));

const KINDS = ["session", "link", "invitation", "token", "calendar", "unsubscribe", "leaveAlone", "rsvp"] as const;
type Kind = (typeof KINDS)[number];
/** what a secret is bound to: the browser that asked for a link */
const BROWSER = newSecret();

/** A fresh secret of a kind, and what ends it in the database: by its time, and by hand. */
const GIVEN: Record<Kind, () => Promise<{ secret: string; ends: string[] }>> = {
  async session() {
    const secret = await seed.session(world.board.accountId, world.board.seatId);
    const row = `where token_hash = '\\x${hashSecret(secret).toString("hex")}'`;
    const ends = ["idle_until = now()", "hard_exp = now()", "revoked_at = now()"];
    return { secret, ends: ends.map((end) => `update app.session set ${end} ${row}`) };
  },
  async link() {
    const [id, secret] = [randomUUID(), newSecret()];
    await seed.rows("sign_in_request", {
      id,
      account_id: world.board.accountId,
      browser_hash: hashSecret(BROWSER),
      token_hash: hashSecret(secret),
      expires_at: new Date(Date.now() + 600_000),
    });
    const ends = [
      "expires_at = now()",
      "consumed_at = now() - interval '1 second'",
      `browser_hash = sha256('another')`,
    ];
    return { secret, ends: ends.map((end) => `update app.sign_in_request set ${end} where id = '${id}'`) };
  },
  async invitation() {
    const { seatId, token } = await seedInvitation(seed, world);
    const ends = ["expires_at = now()", "revoked_at = now()", "accepted_at = now()"];
    return { secret: token, ends: ends.map((end) => `update app.invitation set ${end} where seat_id = '${seatId}'`) };
  },
  async token() {
    const { id, token } = await seedToken(seed, (await seedFederation(seed)).admin);
    const ends = ["expires_at = now()", "revoked_at = now()"];
    return { secret: token, ends: ends.map((end) => `update app.integration_token set ${end} where id = '${id}'`) };
  },
  async calendar() {
    const [id, secret] = [randomUUID(), newSecret()];
    await seed.client.query("update app.calendar_feed set revoked_at = now() where revoked_at is null");
    await seed.rows("calendar_feed", {
      organization_id: world.organizationId,
      id,
      seat_id: world.board.seatId,
      account_id: world.board.accountId,
      token_hash: hashSecret(secret),
    });
    return { secret, ends: [`update app.calendar_feed set revoked_at = now() where id = '${id}'`] };
  },
  async unsubscribe() {
    const { oneClick } = unsubscribeLinks(server.installation, world.board.accountId);
    // made to last, and able to turn mails off and nothing else
    return { secret: oneClick.split("/").at(-1)!, ends: [] };
  },
  async leaveAlone() {
    const unit = { organizationId: world.organizationId, chapterId: world.chapters.own };
    const { oneClick } = leaveAloneLinks(server.installation, unit.chapterId, await rows.member(unit));
    return { secret: oneClick.split("/").at(-1)!, ends: [] };
  },
  async rsvp() {
    const meeting = await rows.meeting({ organizationId: world.organizationId, chapterId: world.chapters.own });
    return { secret: await rows.page(meeting), ends: [`delete from app.meeting where id = '${meeting}'`] };
  },
};

const post = (path: string): Promise<boolean> => fetch(`${server.url}${path}`, { method: "POST" }).then(({ ok }) => ok);
const anonymous = async <T>(document: string, variables: object): Promise<T | null> =>
  (await server.run<T>(null, document, variables)).data;

/** Whether a secret opens a door. */
const DOORS: Record<Kind, (secret: string) => Promise<boolean>> = {
  session: async (secret) => {
    // as a browser sends it: a cookie of the given value, or none
    const { data } = await server.run<{ viewer: object | null }>(
      { secret: secret.trim() },
      "{ viewer { account { id } } }",
    );
    return data !== null && data.viewer !== null;
  },
  async link(token) {
    const browser = testBrowser(server);
    browser.jar.set("__Host-b", BROWSER);
    const { data } = await browser.run<{ consumeSignInLink: { viewer: object | null } }>(
      `mutation ($input: ConsumeSignInLinkInput!) { consumeSignInLink(input: $input) { viewer { account { id } } } }`,
      { input: { key: randomUUID(), token } },
    );
    return browser.jar.has("__Host-s") && data?.consumeSignInLink.viewer !== null;
  },
  async invitation(token) {
    const shown = await anonymous<{ invitation: object | null }>(
      `query ($t: String!) { invitation(token: $t) { role } }`,
      { t: token },
    );
    const browser = testBrowser(server);
    await browser.run(
      `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { account { id } } } }`,
      {
        input: { key: randomUUID(), token },
      },
    );
    expect(browser.jar.has("__Host-s")).toBe(Boolean(shown?.invitation));
    return browser.jar.has("__Host-s");
  },
  token: async (secret) => (await askByToken(server, secret, "{ organization { id } }")).status === 200,
  calendar: async (secret) => (await fetch(`${server.url}/kalender/${encodeURIComponent(secret)}.ics`)).ok,
  unsubscribe: (secret) => post(`/avmeld/${encodeURIComponent(secret)}`),
  leaveAlone: (secret) => post(`/avmeld-medlem/${encodeURIComponent(secret)}`),
  rsvp: async (page) =>
    Boolean(
      (
        await anonymous<{ rsvpPage: object | null }>(`query ($p: String!) { rsvpPage(page: $p) { state } }`, {
          p: page,
        })
      )?.rsvpPage,
    ),
};

const tail = (secret: string) => (secret.endsWith("A") ? "B" : "A");

test.each(KINDS)(
  "a secret of the kind %s opens its own door and no other, also cut, made longer or changed",
  async (kind) => {
    for (const door of KINDS) {
      const { secret } = await GIVEN[kind]();
      if (door !== kind) expect([door, await DOORS[door](secret)]).toEqual([door, false]);
    }
    const { secret } = await GIVEN[kind]();
    const middle = Math.floor(secret.length / 2);
    const swapped = secret.slice(0, middle) + tail(secret[middle]!) + secret.slice(middle + 1);
    for (const forged of [
      secret.slice(1),
      secret.slice(0, -1),
      `${secret}A`,
      swapped,
      secret.split("").toReversed().join(""),
      "",
    ])
      expect([forged, await DOORS[kind](forged)]).toEqual([forged, false]);
    // what was tried in vain has not used it up
    await seed.client.query("delete from app.rate_limit");
    expect(await DOORS[kind](secret)).toBe(true);
  },
);

test.each(KINDS)(
  "a secret of the kind %s is worth nothing when its time is out, it is ended or it was used",
  async (kind) => {
    const { ends } = await GIVEN[kind]();
    for (const at of ends.keys()) {
      const { secret, ends: endings } = await GIVEN[kind]();
      await seed.client.query(endings[at]!);
      expect([endings[at], await DOORS[kind](secret)]).toEqual([endings[at], false]);
    }
    if (kind !== "link" && kind !== "invitation") return;
    const { secret } = await GIVEN[kind]();
    expect([await DOORS[kind](secret), await DOORS[kind](secret)]).toEqual([true, false]);
  },
);
