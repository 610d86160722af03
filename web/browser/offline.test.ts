import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { BrowserContext, Page } from "../../server/src/testkit/browser.js";
import { type KillableApp, killableApp } from "../../server/src/testkit/killable-app.js";
import { duty, rolledOut, started } from "./duties.js";
import { ask, enter, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: KillableApp;
const people = visitors();
beforeAll(async () => {
  app = await killableApp();
});
afterEach(async () => {
  await people.close();
  await app.up().catch(() => undefined);
});
afterAll(() => app?.close());

type Item = {
  touchpoint: { id: string; aboutMember: boolean; rev: number; member: { firstName: string } | null };
  reportFields: { key: string; required: boolean }[];
};
const itemsOf = async (page: Page): Promise<Item[]> => {
  const { offlineDay } = await ask<{ offlineDay: { items: Item[] } }>(
    page,
    "{ offlineDay { items { touchpoint { id aboutMember rev member { firstName } } reportFields { key required } } } }",
  );
  return offlineDay.items;
};

type Row = { closed_at: Date | null; outcome: string | null; attempts: number; steps_done: string[]; rev: number };
async function row(id: string): Promise<Row> {
  const [found] = await app.sql<Row>(
    "select closed_at, outcome, attempts, steps_done, rev from app.touchpoint where id = $1",
    [id],
  );
  return found!;
}

/** When the day on the phone was fetched, in ms; 0 when there is none. Reads the store past the app. */
const syncedAt = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    // opening what is not there yet would make it, and make it empty
    if (!(await indexedDB.databases()).some(({ name }) => name === "varde")) return 0;
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("varde");
      opening.addEventListener("success", () => done(opening.result));
    });
    const days = await new Promise<{ syncedAt: number }[]>((done) => {
      const asked = database.transaction("day").objectStore("day").getAll();
      asked.addEventListener("success", () => done(asked.result as { syncedAt: number }[]));
    });
    database.close();
    return days[0]?.syncedAt ?? 0;
  });

/** The service worker holds the page, and the day is on the phone. */
async function ready(page: Page): Promise<void> {
  const caught = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
  await expect.poll(caught, { timeout: 20_000 }).toBe(true);
  await expect.poll(() => syncedAt(page), { timeout: 20_000 }).toBeGreaterThan(0);
}

/** The network is said to be back: the day is fetched anew. */
async function fetchedAnew(page: Page): Promise<void> {
  const before = await syncedAt(page);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => syncedAt(page), { timeout: 20_000 }).toBeGreaterThan(before);
}

type Found = { keys: number; day: number; queue: number; text: string; extractable: boolean };
/** All that stands in the browser's store, bytes as letters: what somebody with the phone could read. */
const inspect = (page: Page): Promise<Found> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open("varde");
      opening.addEventListener("success", () => done(opening.result));
      opening.addEventListener("error", () => failed(opening.error ?? new Error("no store")));
    });
    const all = (store: string): Promise<unknown[]> =>
      new Promise((done) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.addEventListener("success", () => done(asked.result as unknown[]));
      });
    const [keys, day, queue] = await Promise.all([all("keys"), all("day"), all("queue")]);
    database.close();
    const decoder = new TextDecoder("latin1");
    const text = JSON.stringify([day, queue], (_key, value: unknown) =>
      value instanceof ArrayBuffer || value instanceof Uint8Array ? decoder.decode(value) : value,
    );
    const extractable = keys.some((key) => key instanceof CryptoKey && key.extractable);
    return { keys: keys.length, day: day.length, queue: queue.length, text, extractable };
  });

const phone = async (seat: string): Promise<{ page: Page; context: BrowserContext; errors: string[] }> => {
  const page = await people.of(app, seat, PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  await ready(page);
  return { page, context: page.context(), errors };
};

const choose = (page: Page, outcome: string): Promise<void> =>
  page
    .locator("label, button", { hasText: new RegExp(`^${outcome}$`) })
    .first()
    .click();

const reload = async (page: Page): Promise<void> => {
  await page.reload();
  await settled(page);
};

const keptNumbers = async () => {
  const tables = ["standing", "standing_unclosed", "answer_sum"];
  const all: unknown[] = [];
  for (const table of tables) {
    all.push(await app.sql(`select to_jsonb(k)::text as row from app.${table} k order by 1`));
  }
  return all;
};

it("does a board's whole day with and without a network, while the server is killed", async () => {
  const template = await rolledOut(app, duty("Plakatrunde"));
  const { page, context } = await phone("asker-board");
  const dutyId = await started(page, template);
  await reload(page);
  const items = await itemsOf(page);
  const [called, reached] = items.filter(({ touchpoint }) => touchpoint.aboutMember);
  if (!called || !reached) throw new Error("the demo has too few open talks in Asker");
  const before = { called: await row(called.touchpoint.id), reached: await row(reached.touchpoint.id) };
  // the duty that was just started is on the phone too
  await fetchedAnew(page);

  // in the tunnel: the app opens, and says what it is
  await context.setOffline(true);
  await reload(page);
  await page.getByText("Du er uten nett.").waitFor();
  await page.getByText(/Oppgavene er hentet/).waitFor();
  await shot(page, "uten-nett");

  // a call that nobody answers, by its task from the list
  await open(page, `/oppgaver/${called.touchpoint.id}`);
  const name = called.touchpoint.member!.firstName;
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(name);
  expect(await page.getByRole("link", { name: /^Ring / }).count()).toBe(0);
  await choose(page, "Ikke svar");
  await page.locator(".v-dock, main").locator(".v-button--primary").last().click();

  // a duty, with its report
  await open(page, `/oppgaver/${dutyId}/rapport`);
  await page.locator("label", { hasText: /^Ja$/ }).click();
  await page.getByRole("textbox", { name: "Hva vil dere si?" }).fill("Skrevet i tunnelen");
  await page.getByRole("button", { name: "Send rapporten" }).click();
  await page.getByText(/er ferdig$/).waitFor();
  await open(page, "/ko");
  await page.getByRole("heading", { name: "Venter" }).waitFor();
  await page.getByText("Plakatrunde").first().waitFor();
  await shot(page, "uten-nett-ko");
  expect((await row(dutyId)).closed_at).toBeNull();

  // one that was reached, and taken back, and reached again
  await open(page, `/oppgaver/${reached.touchpoint.id}`);
  await choose(page, "Nådd");
  await page.getByRole("button", { name: "Ja, ferdig" }).click();
  await page.getByText(/er ferdig$/).waitFor();
  await open(page, "/ko");
  const mine = page.locator(".v-work", { hasText: reached.touchpoint.member!.firstName });
  await mine
    .getByRole("button", { name: /^Angre/ })
    .last()
    .click();
  await mine.waitFor({ state: "detached" });
  await open(page, `/oppgaver/${reached.touchpoint.id}`);
  await choose(page, "Nådd");
  await page.getByRole("button", { name: "Ja, ferdig" }).click();
  await page.getByText(/er ferdig$/).waitFor();

  // nobody can read it on the phone
  const held = await inspect(page);
  expect(held).toMatchObject({ keys: 1, day: 1, queue: 3, extractable: false });
  for (const { touchpoint } of items) {
    if (touchpoint.member) expect(held.text).not.toContain(touchpoint.member.firstName);
  }
  expect(held.text).not.toContain("tunnelen");
  const cached = await page.evaluate(async () => {
    const urls: string[] = [];
    for (const cache of await caches.keys()) {
      for (const request of await (await caches.open(cache)).keys()) urls.push(new URL(request.url).pathname);
    }
    return urls;
  });
  expect(
    cached.filter((path) => !/^\/(?:assets\/|index\.html|favicon\.svg|icon-192\.png|manifest)/.test(path)),
  ).toEqual([]);

  // out of the tunnel: the server takes the first and is killed before it answers
  let taken = false;
  let killed = false;
  await page.route("**/graphql", async (route) => {
    if (taken || !(route.request().postData() ?? "").includes("DeliverWork")) return route.continue();
    taken = true;
    await route.fetch();
    await app.kill();
    killed = true;
    return route.abort("connectionreset");
  });
  await context.setOffline(false);
  await expect.poll(() => killed, { timeout: 20_000 }).toBe(true);
  await page.getByText("Du er uten nett.").waitFor();
  // and one goes on working meanwhile
  await app.up();
  await open(page, "/ko");
  await expect.poll(async () => (await inspect(page)).queue, { timeout: 40_000 }).toBe(0);

  const after = {
    called: await row(called.touchpoint.id),
    reached: await row(reached.touchpoint.id),
    duty: await row(dutyId),
  };
  expect(after.called).toMatchObject({ attempts: before.called.attempts + 1, outcome: "NO_ANSWER", closed_at: null });
  expect(after.reached).toMatchObject({ outcome: "REACHED", attempts: before.reached.attempts });
  expect(after.duty.closed_at).not.toBeNull();
  const kept = await keptNumbers();
  await app.sql("select authz.rebuild_standings(id) from app.organization");
  expect(await keptNumbers()).toEqual(kept);
}, 180_000);

it("drops what can be read when somebody signs out, keeps the queue sealed, and sends it when they are back", async () => {
  const { page, context } = await phone("asker-leader");
  const item = (await itemsOf(page)).find(({ touchpoint }) => touchpoint.aboutMember)!;
  const { id, member } = item.touchpoint;
  const before = await row(id);
  await context.setOffline(true);
  await open(page, `/oppgaver/${id}`);
  await choose(page, "Ikke svar");
  await page.locator(".v-button--primary").last().click();
  await expect.poll(async () => (await inspect(page)).queue).toBe(1);
  await open(page, "/logg-ut");
  await page.getByRole("button", { name: "Logg ut" }).click();
  await expect.poll(async () => (await inspect(page)).keys).toBe(0);
  const held = await inspect(page);
  expect(held).toMatchObject({ keys: 0, day: 0, queue: 1 });
  expect(held.text).not.toContain(member!.firstName);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("varde.draft")))).toEqual(
    [],
  );
  // nobody is let in without the server any more
  await page.goto("/");
  await page.getByRole("heading", { name: "Du er uten nett" }).waitFor();

  // somebody else signs in on the phone: it is not theirs to read, and not theirs to send
  await context.setOffline(false);
  await enter(page, "asker-board");
  await open(page, "/ko");
  await page.getByText("1 ting ligger låst her").waitFor();
  expect((await row(id)).attempts).toBe(before.attempts);
  await enter(page, "asker-leader");
  await open(page, "/");
  await expect.poll(async () => (await inspect(page)).queue, { timeout: 20_000 }).toBe(0);
  expect((await row(id)).attempts).toBe(before.attempts + 1);
}, 90_000);

it("drops what can be read at the first opening after 24 hours without the server", async () => {
  const { page, context } = await phone("asker-board");
  await page.clock.setFixedTime(Date.now() + 23 * 3_600_000);
  await context.setOffline(true);
  await reload(page);
  await page.getByText("Du er uten nett.").waitFor();
  await page.clock.setFixedTime(Date.now() + 25 * 3_600_000);
  await page.reload();
  await page.getByRole("heading", { name: "Du er uten nett" }).waitFor();
  expect(await inspect(page)).toMatchObject({ keys: 0, day: 0 });
}, 90_000);

it("tells who was first, shows both, and sends one's own as a correction when that is chosen", async () => {
  const template = await rolledOut(app, duty("Stand på torget"));
  const { page, context } = await phone("asker-board");
  const id = await started(page, template);
  await fetchedAnew(page);
  await context.setOffline(true);
  await open(page, `/oppgaver/${id}/rapport`);
  await page.locator("label", { hasText: /^Nei$/ }).click();
  await page.getByRole("textbox", { name: "Hva vil dere si?" }).fill("Min utgave");
  await page.getByRole("button", { name: "Send rapporten" }).click();
  await page.getByText(/er ferdig$/).waitFor();

  const other = await people.of(app, "asker-leader", PHONE);
  await open(other, `/oppgaver/${id}/rapport`);
  await other.locator("label", { hasText: /^Ja$/ }).click();
  await other.getByRole("textbox", { name: "Hva vil dere si?" }).fill("Lederens utgave");
  await other.getByRole("button", { name: "Send rapporten" }).click();
  await other.getByText(/er ferdig$/).waitFor();
  const theirs = await row(id);

  await context.setOffline(false);
  await open(page, "/ko");
  await page.getByText("Noen andre var før deg").waitFor({ timeout: 30_000 });
  const said = await page.getByRole("main").innerText();
  expect(said).toContain("Lederens utgave");
  expect(said).toContain("Min utgave");
  await shot(page, "uten-nett-konflikt");
  expect((await row(id)).rev).toBe(theirs.rev);
  await page.getByRole("button", { name: "Send mitt som rettelse" }).click();
  await expect.poll(async () => (await inspect(page)).queue, { timeout: 20_000 }).toBe(0);
  const [after] = await app.sql<{ answers: Record<string, unknown>; closed_at: Date }>(
    "select answers, closed_at from app.touchpoint where id = $1",
    [id],
  );
  expect(after!.answers).toMatchObject({ done: false, said: "Min utgave" });
  expect(after!.closed_at).toEqual(theirs.closed_at);
}, 120_000);

it("says that there is no network on a page it has never fetched, and fetches it when there is one", async () => {
  const { page, context } = await phone("asker-board");
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await context.setOffline(true);
  await open(page, "/");
  await page.goto("/ovelse");
  await page.getByRole("heading", { name: "Du er uten nett" }).waitFor();
  await page.goto("/treff");
  await page.getByText("Prøv igjen når nettet er tilbake.").waitFor();
  await context.setOffline(false);
  await page.locator("a.v-row-card").first().waitFor();
  expect(errors).toEqual([]);
}, 60_000);

it("is refused and told when the seat has ended", async () => {
  const { page, context } = await phone("asker-board");
  const item = (await itemsOf(page)).find(({ touchpoint }) => touchpoint.aboutMember)!;
  const { id } = item.touchpoint;
  const before = await row(id);
  await context.setOffline(true);
  await open(page, `/oppgaver/${id}`);
  await choose(page, "Ikke svar");
  await page.locator(".v-button--primary").last().click();
  await expect.poll(async () => (await inspect(page)).queue).toBe(1);
  await open(page, "/ko");
  const seats = await app.sql<{ id: string }>(
    "select s.id from app.seat s join app.session x on x.seat_id = s.id where x.revoked_at is null and s.holder_name like 'Jonas%'",
  );
  const seat = seats[0]!;
  await app.sql("update app.seat set valid_to = authz.today() where id = $1", [seat.id]);
  // the page stays open: what was written is still to be seen
  await context.setOffline(false);
  await page.getByText("Vervet ditt er slutt").waitFor({ timeout: 30_000 });
  await page.getByRole("button", { name: "Ta en kopi av det som venter" }).waitFor();
  expect((await row(id)).attempts).toBe(before.attempts);
  // at the next opening nothing of it can be read
  await page.reload();
  await expect.poll(async () => (await inspect(page)).day, { timeout: 20_000 }).toBe(0);
}, 90_000);
