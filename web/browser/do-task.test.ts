import { addDays, isAboutMember, osloDate } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { LIBRARY } from "../../server/src/features/templates/library/library.js";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut, started } from "./duties.js";
import { axeFindings, overflowing, pageFaults } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

type Found = { id: string; templateKey: string; dueOn: string; member: { firstName: string; lastName: string } | null };

const WAITING = ["OPEN", "OVERDUE"];

async function tasks(page: Page): Promise<Found[]> {
  const { touchpoints } = await ask<{ touchpoints: { nodes: Found[] } }>(
    page,
    `query ($filter: TouchpointFilter) { touchpoints(filter: $filter, first: 100, latestFirst: true) { nodes {
       id templateKey dueOn member { firstName lastName } } } }`,
    { filter: { status: WAITING, coming: false } },
  );
  return touchpoints.nodes;
}

const stateOf = async (page: Page, id: string) =>
  (
    await ask<{ touchpoint: { touchpoint: { status: string; returnsOn: string | null; attempts: number } } }>(
      page,
      "query ($id: ID!) { touchpoint(id: $id) { touchpoint { status returnsOn attempts } } }",
      { id },
    )
  ).touchpoint.touchpoint;

/** Talks about a member that wait in Asker, the demo's chapter. */
async function talks(page: Page): Promise<Found[]> {
  const found = (await tasks(page)).filter(({ templateKey }) => templateKey === "ip-02");
  if (found.length === 0) throw new Error("the demo has no open welcome talk in Asker");
  return found;
}

it("closes a talk in three taps from «I dag», and goes straight on to the next", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/");
  // whichever of the talks the day shows first
  const ids = (await talks(page)).map(({ id }) => id);
  const link = page
    .getByRole("main")
    .locator(ids.map((id) => `a[href="/oppgaver/${id}"]:visible`).join(", "))
    .first();
  const id = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
  await link.click();
  await page.locator("label", { hasText: /^Nådd$/ }).click();
  await page.getByRole("button", { name: "Ja, ferdig" }).click();
  await page.getByRole("heading", { level: 1, name: /^Takk, / }).waitFor();
  expect((await stateOf(page, id)).status).toMatch(/^DONE_/);
  expect(new URL(page.url()).pathname).toBe(`/oppgaver/${id}/ferdig`);
  await settled(page);
  const faults = [...(await pageFaults(page, "ferdig")), ...(await overflowing(page, "ferdig"))];
  expect([...faults, ...(await axeFindings(page, "ferdig"))]).toEqual([]);
  await shot(page, "ferdig-neste");

  // «Neste», with the way back still at hand; and the answer that was given is there for the next try
  await page.getByRole("link", { name: /^Neste: / }).click();
  await page.waitForURL((url) => url.pathname !== `/oppgaver/${id}/ferdig` && !url.pathname.includes(id));
  await page.getByRole("button", { name: "Angre" }).click();
  await page.waitForURL(`**/oppgaver/${id}`);
  await settled(page);
  expect((await stateOf(page, id)).status).toMatch(/^(OPEN|OVERDUE)$/);
  // what was done is kept in memory alone: by its address there is nothing to see
  await open(page, `/oppgaver/${id}/ferdig`);
  await page.waitForURL((url) => !url.pathname.endsWith("/ferdig"));
  expect(errors).toEqual([]);
});

it("says when a talk comes back after nobody answered, lets it be changed, and goes on", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const today = osloDate(new Date());
  const found = (await talks(page)).find(({ dueOn }) => dueOn > addDays(today, 2)) ?? (await talks(page))[0];
  const id = found?.id ?? "";
  const before = await stateOf(page, id);
  await open(page, `/oppgaver/${id}`);
  await page.locator("label", { hasText: /^Ikke svar$/ }).click();
  await page.getByText(/^Kommer tilbake /).waitFor();
  // what one reads stays where it is while the dock grows
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.locator(".v-chip", { hasText: /^I morgen$/ }).click();
  await page.getByText("Kommer tilbake i morgen.", { exact: true }).waitFor();
  await shot(page, "ikke-svar");
  await page.getByRole("button", { name: "Noter" }).click();
  await page.getByText("Notert. Kommer tilbake i morgen.").waitFor();
  expect(await stateOf(page, id)).toMatchObject({ returnsOn: addDays(today, 1), attempts: before.attempts + 1 });
  // and within the ten seconds it was never noted
  await page.getByRole("button", { name: "Angre" }).click();
  await expect.poll(() => stateOf(page, id)).toMatchObject({ returnsOn: before.returnsOn, attempts: before.attempts });
  await page.getByRole("link", { name: /^Neste: / }).click();
  await page.waitForURL((url) => !url.pathname.includes(id));
});

it("is done by keyboard alone, and the focus is never lost", async () => {
  const page = await people.of(app, "asker-board", DESK);
  await open(page, "/");
  const [talk] = await talks(page);
  const id = talk?.id ?? "";
  await open(page, `/oppgaver/${id}`);
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("value") ?? document.activeElement?.textContent);
  await page.getByRole("radio", { name: "Ikke svar" }).focus();
  await page.keyboard.press("Space");
  await page.getByText(/^Kommer tilbake /).waitFor();
  expect(await focused()).toBe("NO_ANSWER");
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: "Ja, ferdig" }).waitFor();
  expect(await focused()).toBe("REACHED");
  for (let i = 0; i < 4 && (await focused()) !== "Ja, ferdig"; i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /^Takk, / }).waitFor();
  expect(await focused()).toMatch(/^Takk, /);
  await page.getByRole("button", { name: "Angre" }).click();
  await page.waitForURL(`**/oppgaver/${id}`);
});

it("sends a meeting's report in a few taps, since the meeting and the register have filled the rest", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const { touchpoints } = await ask<{ touchpoints: { nodes: { id: string; name: { nb: string } }[] } }>(
    page,
    "query ($filter: TouchpointFilter) { touchpoints(filter: $filter, first: 100) { nodes { id name { nb } } } }",
    { filter: { status: WAITING, coming: false } },
  );
  const id = touchpoints.nodes.find(({ name }) => name.nb.startsWith("Medlemsmøte"))?.id;
  expect(id).toBeDefined();
  const begun = Date.now();
  await open(page, `/oppgaver/${id}/rapport`);
  let taps = 0;
  for (const more of await page.getByRole("button", { name: /^Én mer: / }).all()) {
    await more.click();
    taps += 1;
  }
  await page.getByRole("button", { name: "Send rapporten" }).click();
  taps += 1;
  await page.getByText(/er ferdig$/).waitFor();
  expect(taps).toBeLessThanOrEqual(4);
  expect(Date.now() - begun).toBeLessThan(60_000);
  await page.getByRole("button", { name: "Angre" }).click();
  await page.waitForURL((url) => url.pathname === `/oppgaver/${id}`);
});

it("opens the phone's own apps with the text filled in, and the safe frame from anywhere on the page", async () => {
  const sms = {
    key: "hi",
    channel: "SMS" as const,
    title: { nb: "Hilsen" },
    body: { nb: "Hei & velkommen, {{fornavn}}" },
    locked: false,
  };
  const mail = {
    ...sms,
    key: "mail",
    channel: "EMAIL" as const,
    subject: { nb: "Bli med?" },
    body: { nb: "Hei!\nKom." },
  };
  const steps = Array.from({ length: 30 }, (_, i) => ({ key: `s${i}`, text: { nb: `Steg ${i}` } }));
  const template = await rolledOut(
    app,
    duty("Ringerunde", {
      trigger: { kind: "MANUAL", aboutMember: true },
      reportFields: [{ key: "done", type: "YES_NO", label: { nb: "Ble dere enige?" }, required: true }],
      messages: [sms, mail],
      steps,
    }),
  );
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/");
  const { members } = await ask<{ members: { nodes: { id: string; firstName: string }[] } }>(
    page,
    "query { members(first: 1) { nodes { id firstName } } }",
  );
  const member = members.nodes[0];
  const id = await started(page, template, member?.id);
  await open(page, `/oppgaver/${id}`);
  const hrefs = await page
    .locator(".v-contact a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const text = hrefs.find((href) => href.startsWith("sms:"));
  const letter = hrefs.find((href) => href.startsWith("mailto:"));
  expect(text ?? letter).toBeDefined();
  if (text) expect(decodeURIComponent(text.split("?&body=")[1] ?? "")).toBe(`Hei & velkommen, ${member?.firstName}`);
  if (letter) expect(letter).toMatch(/\?subject=Bli%20med%3F&body=Hei!%0D%0AKom\.$/);

  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const frame = page.getByRole("button", { name: "Trygg ramme" });
  await page.waitForFunction(() => document.querySelector(".v-safe-pill--floats") !== null);
  const box = await frame.boundingBox();
  expect(box && box.y >= 0 && box.y + box.height <= PHONE[1] && box.width >= 44).toBe(true);
  await frame.click();
  await page.getByRole("dialog").getByText("spørre rett ut").waitFor();
});

it("lets each of the board confirm for themselves, and take it back", async () => {
  const template = await rolledOut(app, duty("Les trygg ramme", { doneBy: "EACH", reportFields: [] }));
  const leader = await people.of(app, "asker-leader", PHONE);
  const page = await people.of(app, "asker-board", PHONE);
  await open(leader, "/");
  await open(page, "/");
  const id = await started(page, template);
  await open(leader, `/oppgaver/${id}`);
  await leader.getByRole("button", { name: "Jeg har gjort dette" }).click();
  await leader.getByText("Du har bekreftet: Les trygg ramme").waitFor();
  await open(page, `/oppgaver/${id}`);
  await page.getByText(/^1 av \d+ har gjort dette$/).waitFor();
  expect([...(await overflowing(page, "hver av oss")), ...(await axeFindings(page, "hver av oss"))]).toEqual([]);
  await shot(page, "hver-av-oss");
  await page.getByRole("button", { name: "Jeg har gjort dette" }).click();
  await page.getByText("Du har bekreftet: Les trygg ramme").waitFor();
  await open(page, `/oppgaver/${id}/rapport`);
  await page.waitForURL(`**/oppgaver/${id}`);
  await page.getByText(/^2 av \d+ har gjort dette$/).waitFor();
  await page.getByRole("button", { name: "Angre bekreftelsen" }).click();
  await page.getByText(/^1 av \d+ har gjort dette$/).waitFor();
});

/** Pages in a PDF as it is written. */
const pagesIn = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

it("prints the guide of every ready template on one sheet, without phone, e-mail or last name", async () => {
  const page = await people.of(app, "asker-board", DESK);
  await open(page, "/");
  const { members } = await ask<{ members: { nodes: { id: string; lastName: string }[] } }>(
    page,
    "query { members(first: 1) { nodes { id lastName } } }",
  );
  const [member] = members.nodes;
  const twelve = LIBRARY.filter(({ key }) => key.startsWith("ip-"));
  expect(twelve).toHaveLength(12);
  for (const { key, definition } of twelve) {
    const aboutMember = isAboutMember(definition.trigger);
    const name = { nb: `${definition.name.nb} på ark` };
    const template = await rolledOut(app, { ...definition, name, trigger: { kind: "MANUAL", aboutMember } });
    const id = await started(page, template, aboutMember ? member?.id : undefined);
    await open(page, `/oppgaver/${id}/utskrift`);
    const sheet = await page.locator(".v-sheet").innerText();
    const points = await page.locator(".v-sheet__content").evaluate((content) => {
      const paper = content.parentElement;
      const fits = paper !== null && content.scrollHeight <= paper.clientHeight;
      return fits ? (parseFloat(getComputedStyle(content).fontSize) * 3) / 4 : 0;
    });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await shot(page, `ark-${key}`);
    expect([key, pagesIn(pdf), points >= 8]).toEqual([key, 1, true]);
    for (const { text } of definition.steps) expect(sheet).toContain(text.nb);
    expect(sheet).toContain("116 117");
    // whom to call is on the sheet: the organization's own as well, and nobody else's
    expect(sheet).toContain("400 00 017");
    expect(sheet.replace("400 00 017", "")).not.toMatch(/@|\+47|\b[49]\d{2} ?\d{2} ?\d{3}\b/);
    expect(sheet).not.toContain(member?.lastName ?? "");
  }
  expect([...(await overflowing(page, "utskrift")), ...(await axeFindings(page, "utskrift"))]).toEqual([]);
});
