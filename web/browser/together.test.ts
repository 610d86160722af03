import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

/** what a person would call at once: two seconds, and the time a page takes to draw */
const AT_ONCE = { timeout: 2_500 };
const within = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

/** Two of Asker's board with the same fresh task, each on a phone of their own. */
async function both(): Promise<{ leader: Page; board: Page; id: string; errors: string[] }> {
  const template = await rolledOut(app, duty("Ryddedugnad"));
  const leader = await people.of(app, "asker-leader", PHONE);
  const board = await people.of(app, "asker-board", PHONE);
  const errors = [...listenForErrors(leader), ...listenForErrors(board)];
  await open(leader, "/");
  await open(board, "/");
  return { leader, board, id: await started(leader, template), errors };
}
const card = (page: Page) => page.locator("section", { hasText: "Hvem gjør den?" });

it("one takes a task, and the other sees it within two seconds, on the task and in the list", async () => {
  const { leader, board, id, errors } = await both();
  await open(leader, `/oppgaver/${id}`);
  await open(board, `/oppgaver/${id}`);
  await leader.getByText("Ingen har tatt denne ennå.").waitFor();
  await board.getByText("Amina ser på denne nå").waitFor(AT_ONCE);
  await board.getByRole("button", { name: "Jeg tar den" }).click();
  await card(board).getByText("Du har tatt denne").waitFor();
  expect(
    await within(() =>
      card(leader)
        .getByText(/har tatt denne$/)
        .waitFor(AT_ONCE),
    ),
  ).toBeLessThan(2_500);
  await shot(leader, "together-taken");
  expect(await axeFindings(leader, "task")).toEqual([]);
  expect(await overflowing(leader, "task")).toEqual([]);

  await open(leader, "/oppgaver");
  await board.getByRole("button", { name: "Slipp den" }).click();
  await card(board).getByText("Ingen har tatt denne ennå.").waitFor();
  await open(leader, `/oppgaver/${id}`);
  await leader.getByRole("button", { name: "Gi til noen" }).click();
  await leader.getByRole("dialog").locator("label", { hasText: /\S/ }).last().click();
  await leader.getByRole("button", { name: "Gi oppgaven" }).click();
  await card(leader)
    .getByText(/har tatt denne$/)
    .waitFor();
  expect(errors).toEqual([]);
});

it("both take it at once: one has it, the other is told who, and both pages say the same", async () => {
  const { leader, board, id } = await both();
  await open(leader, `/oppgaver/${id}`);
  await open(board, `/oppgaver/${id}`);
  const take = (page: Page) => page.getByRole("button", { name: "Jeg tar den" }).click();
  await Promise.all([take(leader), take(board)]);
  await Promise.all(
    [leader, board].map((page) =>
      card(page)
        .getByText(/(har tatt denne$)/)
        .waitFor(AT_ONCE),
    ),
  );
  const said = await Promise.all([leader, board].map((page) => card(page).innerText()));
  expect(said.filter((text) => text.includes("Du har tatt denne"))).toHaveLength(1);
});

it("says something to the board, which the other reads at once; only one's own can be taken away", async () => {
  const { leader, board, id } = await both();
  await open(leader, `/oppgaver/${id}`);
  await open(board, `/oppgaver/${id}`);
  await board.getByText("Skriv aldri noe om helse eller hvordan noen har det.").waitFor();
  const text = board.getByRole("textbox", { name: "Si noe til resten av styret" });
  await leader.getByRole("button", { name: "Skriv til styret" }).click();
  await board.getByRole("button", { name: "Skriv til styret" }).click();
  // what one is writing stays while the page is fetched anew
  await leader.getByRole("textbox", { name: "Si noe til resten av styret" }).fill("Halvskrevet");
  await text.fill("Jeg har nøkkelen til lokalet.");
  await board.getByRole("button", { name: "Send til styret" }).click();
  await leader.getByText("Jeg har nøkkelen til lokalet.").waitFor(AT_ONCE);
  expect(await leader.getByRole("textbox", { name: "Si noe til resten av styret" }).inputValue()).toBe("Halvskrevet");
  expect(await leader.getByRole("button", { name: /Ta bort/ }).count()).toBe(0);
  await shot(leader, "together-talk");
  await board.getByRole("button", { name: /Ta bort/ }).click();
  await leader.getByText("Jeg har nøkkelen til lokalet.").waitFor({ state: "detached", ...AT_ONCE });
  // above the board nobody reads any of it
  const above = await people.of(app, "region-ost", PHONE);
  await open(above, "/");
  await expect(
    ask(above, "query ($id: ID!) { together(touchpointId: $id) { comments { text } } }", { id }),
  ).rejects.toThrow("FORBIDDEN");
});

it("one closes it, and the other is told who, with what they had written", async () => {
  const { leader, board, id } = await both();
  await open(leader, `/oppgaver/${id}/rapport`);
  await open(board, `/oppgaver/${id}/rapport`);
  await board.getByRole("textbox", { name: "Hva vil dere si?" }).fill("Dette skrev jeg på bussen");
  await leader.locator("label", { hasText: /^Ja$/ }).click();
  await leader.getByRole("button", { name: "Send rapporten" }).click();
  await leader.getByText(/er ferdig$/).waitFor();
  await board.getByText("Noen kom deg i forkjøpet").waitFor(AT_ONCE);
  const said = await board.getByRole("main").innerText();
  expect(said).toContain("Amina Strand har gjort denne ferdig mens du hadde den åpen");
  expect(said).toContain("Dette skrev jeg på bussen");
  await shot(board, "together-overtaken");
  // and whoever did it is not told about themselves
  expect(await leader.getByText("Noen kom deg i forkjøpet").count()).toBe(0);
});

it("a task that is done leaves the other's day by itself, and one who closes the page is no longer on it", async () => {
  const { leader, board, id } = await both();
  await open(leader, `/oppgaver/${id}`);
  await open(board, `/oppgaver/${id}`);
  await leader.getByText(/ser på denne nå/).waitFor(AT_ONCE);
  await board.goto("/oppgaver");
  await settled(board);
  await leader.getByText(/ser på denne nå/).waitFor({ state: "hidden", timeout: 15_000 });
  const rows = board.locator(`a[href*="${id}"]`);
  await rows.first().waitFor();
  await open(leader, `/oppgaver/${id}/rapport`);
  await leader.locator("label", { hasText: /^Ja$/ }).click();
  await leader.getByRole("button", { name: "Send rapporten" }).click();
  await leader.getByText(/er ferdig$/).waitFor();
  await rows.first().waitFor({ state: "detached", ...AT_ONCE });
});

it("a session that is ended under an open page is told at once, over it", async () => {
  const { board } = await both();
  await open(board, "/oppgaver");
  await app.sql(
    "update app.session set revoked_at = now() where seat_id = (select seat_id from app.demo_person where seat_key = 'asker-board')",
  );
  await board.getByRole("dialog").waitFor(AT_ONCE);
});

it("shows what was missed while the line was down, as soon as it is back", async () => {
  const { leader, board, id } = await both();
  await open(leader, `/oppgaver/${id}`);
  await open(board, `/oppgaver/${id}`);
  await leader.context().setOffline(true);
  await board.getByRole("button", { name: "Jeg tar den" }).click();
  await card(board).getByText("Du har tatt denne").waitFor();
  await card(leader).getByText("Ingen har tatt denne ennå.").waitFor();
  await leader.context().setOffline(false);
  await card(leader).getByText("Jonas Eide har tatt denne").waitFor({ timeout: 5_000 });
});

it("a seat that is ended lets go of the page at once", async () => {
  const { leader, board, id } = await both();
  await open(leader, `/oppgaver/${id}`);
  await leader.getByRole("button", { name: "Gi til noen" }).waitFor();
  await open(board, `/oppgaver/${id}`);
  await board.getByRole("button", { name: "Jeg tar den" }).click();
  await card(leader).getByText("Jonas Eide har tatt denne").waitFor(AT_ONCE);
  await app.sql(
    "update app.seat set valid_to = authz.today() where id = (select seat_id from app.demo_person where seat_key = 'asker-board')",
  );
  await board.getByRole("heading", { name: "Ryddedugnad" }).waitFor({ state: "detached", ...AT_ONCE });
  // whoever looks at it next finds it free
  await open(leader, `/oppgaver/${id}`);
  await card(leader).getByText("Ingen har tatt denne ennå.").waitFor();
});
