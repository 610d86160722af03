import { osloDate } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { ask, listenForErrors, open, PHONE, settled, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

type Found = {
  id: string;
  status: string;
  aboutMember: boolean;
  isPeriodReport: boolean;
  mayBeEmpty: boolean;
  opensOn: string;
  member: { firstName: string } | null;
  templateKey: string;
  templateId: string;
};

/** The chapter's own tasks, as its board sees them. */
async function tasks(page: Page, status: string[] = ["OPEN", "OVERDUE"]): Promise<Found[]> {
  const { touchpoints } = await ask<{ touchpoints: { nodes: Found[] } }>(
    page,
    `query ($filter: TouchpointFilter) { touchpoints(filter: $filter, first: 100) { nodes {
       id status aboutMember isPeriodReport mayBeEmpty opensOn member { firstName } templateKey templateId } } }`,
    { filter: { status } },
  );
  return touchpoints.nodes;
}

const NO_DASH = /[^\s]/;

/** A talk about one member that is open now. */
async function memberTask(page: Page): Promise<Found> {
  const found = (await tasks(page)).find((task) => task.member !== null && task.templateKey === "ip-02");
  if (!found) throw new Error("the demo has no open welcome talk in Asker");
  return found;
}

const monthStart = (): string => `${osloDate(new Date()).slice(0, 7)}-01`;

const statusOf = async (page: Page, id: string): Promise<string> => {
  const { touchpoint } = await ask<{ touchpoint: { touchpoint: { status: string } } }>(
    page,
    "query ($id: ID!) { touchpoint(id: $id) { touchpoint { status } } }",
    { id },
  );
  return touchpoint.touchpoint.status;
};

/** presses what is pressed, and counts */
const taps = (page: Page) => {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async on(name: string): Promise<void> {
      count += 1;
      await page
        .locator("label, button", { hasText: new RegExp(`^${name}$`) })
        .first()
        .click();
    },
  };
};

it("closes a task about a member in two taps on its page, and takes it back within ten seconds", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  const { id, member } = await memberTask(page);
  await open(page, `/oppgaver/${id}`);
  const tap = taps(page);
  await tap.on("Nådd");
  await tap.on("Ja, ferdig");
  await page.getByText(/er ferdig$/).waitFor();
  expect(tap.count).toBe(2);
  expect(await statusOf(page, id)).toMatch(/^DONE_/);

  await page.getByRole("button", { name: "Angre" }).click();
  await page.waitForURL(`**/oppgaver/${id}`);
  await settled(page);
  expect(await statusOf(page, id)).toMatch(/^(OPEN|OVERDUE)$/);
  expect(member?.firstName).toMatch(NO_DASH);
  // what was answered is there for the next try
  await tap.on("Nådd");
  const solid = page.locator(".v-outcome__answers .v-button--primary");
  await solid.waitFor();
  expect(await solid.innerText()).toBe("Ja, ferdig");
  expect(errors).toEqual([]);
});

it("counts a double tap once, also when the answer is slow", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const { id } = await memberTask(page);
  await open(page, `/oppgaver/${id}`);
  const sent: string[] = [];
  await page.route("**/graphql", async (route) => {
    const body = route.request().postData() ?? "";
    if (body.includes("SubmitReport")) sent.push(body);
    await route.continue();
  });
  const tap = taps(page);
  await tap.on("Nådd");
  await page.getByRole("button", { name: "Ja, ferdig" }).dblclick();
  await page.getByText(/er ferdig$/).waitFor();
  expect(await statusOf(page, id)).toMatch(/^DONE_/);
  expect(new Set(sent.map((body) => /"key":"([^"]+)"/.exec(body)?.[1])).size).toBe(1);
  expect(await page.getByRole("alert").count()).toBe(0);
  await page.getByRole("button", { name: "Angre" }).click();
  await page.waitForURL(`**/oppgaver/${id}`);
});

it("tells the second of two who did it, and keeps what the second wrote", async () => {
  const template = await rolledOut(app, duty("Ryddedugnad"));
  const first = await people.of(app, "asker-leader", PHONE);
  const second = await people.of(app, "asker-board", PHONE);
  // the line on which the second would have heard of it at once is down
  await second.route("**/live", (route) => route.abort());
  await open(first, "/");
  await open(second, "/");
  const id = await started(first, template);
  await open(first, `/oppgaver/${id}/rapport`);
  await open(second, `/oppgaver/${id}/rapport`);
  for (const [page, text] of [
    [first, "Lederen skrev dette"],
    [second, "Styremedlemmet skrev noe annet"],
  ] as const) {
    await page.locator("label", { hasText: /^Ja$/ }).click();
    await page.getByRole("textbox", { name: "Hva vil dere si?" }).fill(text);
  }
  await first.getByRole("button", { name: "Send rapporten" }).click();
  await first.getByText(/er ferdig$/).waitFor();
  await second.getByRole("button", { name: "Send rapporten" }).click();
  await second.getByText("Noen kom deg i forkjøpet").waitFor();
  await second.getByText("Lederen skrev dette").waitFor();
  const said = await second.getByRole("main").innerText();
  expect(said).toContain("Amina Strand har allerede gjort denne ferdig");
  expect(said).toContain("Styremedlemmet skrev noe annet");
});

it("keeps a draft through a reload, forgets it when sent, and lets the report be corrected", async () => {
  const template = await rolledOut(app, duty("Plakatdag"));
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const id = await started(page, template);
  const text = page.getByRole("textbox", { name: "Hva vil dere si?" });
  await open(page, `/oppgaver/${id}/rapport`);
  await text.fill("Halvferdig");
  await page.getByText(/Lagret/).waitFor();
  await page.reload();
  await settled(page);
  expect(await text.inputValue()).toBe("Halvferdig");
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("varde.draft.")));
  expect(await drafts()).toHaveLength(1);

  // what is missing is said where it is, and nothing is lost
  await page.getByRole("button", { name: "Send rapporten" }).click();
  await page.getByText("Svar på dette før du sender.").waitFor();
  await page.locator("label", { hasText: /^Ja$/ }).click();
  await page.getByRole("button", { name: "Send rapporten" }).click();
  await page.getByText(/er ferdig$/).waitFor();
  expect(await drafts()).toEqual([]);

  await open(page, `/oppgaver/${id}`);
  await page.getByRole("button", { name: "Rett rapporten" }).click();
  await settled(page);
  await text.fill("Rettet");
  await page.getByRole("button", { name: "Lagre rettelsen" }).click();
  await page.getByText("Dette ble sendt").waitFor();
  await page.getByText("Rettet").waitFor();
  expect(await drafts()).toEqual([]);
});

it("says that one is offline, fails kindly, loses nothing, and sends when the network is back", async () => {
  const template = await rolledOut(app, duty("Kakesalg"));
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const id = await started(page, template);
  await open(page, `/oppgaver/${id}/rapport`);
  await page.context().setOffline(true);
  await page.getByText("Du er uten nett.", { exact: true }).first().waitFor();
  await page.locator("label", { hasText: /^Ja$/ }).click();
  const text = page.getByRole("textbox", { name: "Hva vil dere si?" });
  await text.fill("Skrevet på bussen");
  await page.getByRole("button", { name: "Send rapporten" }).click();
  await page.getByText("Det du har skrevet er trygt her.").waitFor();
  expect(await text.inputValue()).toBe("Skrevet på bussen");
  await page.context().setOffline(false);
  await page.getByText("Du er uten nett.", { exact: true }).first().waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Send rapporten" }).click();
  await page.getByText(/er ferdig$/).waitFor();
  expect(await statusOf(page, id)).toBe("DONE_ON_TIME");
});

it("says which fields of a message are empty, and copies it only when they are filled", async () => {
  const body = { nb: "Hei! Ta med {{bidrag}}, og ring {{telefon}} om du lurer." };
  const message = { key: "bring", channel: "SMS" as const, title: { nb: "Ta med" }, body, locked: false };
  const template = await rolledOut(app, duty("Grillkveld", { messages: [message] }));
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const id = await started(page, template);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, `/oppgaver/${id}`);
  await page.getByText("Før du kan kopiere, mangler bidrag og telefonnummeret ditt.").waitFor();
  expect(await page.getByRole("button", { name: "Kopier" }).count()).toBe(0);
  await page.getByRole("textbox", { name: "Bidrag" }).fill("saft");
  await page.getByText("Før du kan kopiere, mangler telefonnummeret ditt.").waitFor();
  await page.getByRole("textbox", { name: "Telefonnummeret ditt" }).fill("900 00 000");
  await page.getByRole("button", { name: "Kopier" }).click();
  await page.getByRole("button", { name: "Kopiert" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe("Hei! Ta med saft, og ring 900 00 000 om du lurer.");
});

it("closes a period with nothing to tell in one tap", async () => {
  const template = await rolledOut(
    app,
    duty("Loddsalg", { trigger: { kind: "PERIOD", period: "MONTH" } }),
    monthStart(),
  );
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const found = (await tasks(page)).find((task) => task.templateId === template);
  const id = found?.id ?? "";
  await open(page, `/oppgaver/${id}`);
  await page.getByRole("button", { name: "Ingen nye" }).click();
  await page
    .getByText(/ingen nye/)
    .first()
    .waitFor();
  expect(await statusOf(page, id)).toBe("EMPTY");
});
