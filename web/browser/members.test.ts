import { randomUUID } from "node:crypto";
import { addDays, osloDate } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut } from "./duties.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp({}, async (fresh) => {
    const congratulate = duty("Gratulasjon", {
      trigger: { kind: "MANUAL", aboutMember: true },
      reportFields: [{ key: "done", type: "YES_NO", label: { nb: "Ble det noe av?" }, required: true }],
    });
    await rolledOut(fresh, congratulate);
  });
});
afterEach(() => people.close());
afterAll(() => app?.close());

const NAME = "Solveig Testdatter";

/** A member of Asker's that the page has made, at their own page. */
async function added(page: Page, over: { birthDate?: string } = {}): Promise<void> {
  await open(page, "/medlemmer");
  await page.getByRole("link", { name: "Nytt medlem" }).click();
  await page.getByLabel("Fornavn").fill("Solveig");
  await page.getByLabel("Etternavn").fill("Testdatter");
  await page.getByLabel("Fødselsdato").fill(over.birthDate ?? "2004-05-06");
  await page.getByLabel("Mobil", { exact: false }).last().fill("900 12 345");
  await page.getByLabel("E-post", { exact: false }).last().fill(`solveig-${randomUUID()}@medlem.example`);
  await page.getByRole("button", { name: "Legg til" }).click();
}

it("adds a member, finds one by a part of the name, and keeps the name out of every address and title", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  const said: string[] = [];
  page.on("request", (request) => said.push(request.url()));
  await added(page);
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  await open(page, "/medlemmer");
  await shot(page, "medlemmer");
  await page.getByRole("searchbox").fill("testd");
  const row = page.getByRole("link", { name: new RegExp(NAME) });
  await row.waitFor();
  await page.getByText("Ett medlem", { exact: true }).waitFor();
  await row.click();
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  expect(await page.title()).toBe("Medlem · Varde");
  expect(page.url()).toMatch(/\/medlemmer\/[0-9a-f-]{36}$/);
  expect(await page.getByRole("link", { name: "Ring Solveig" }).getAttribute("href")).toBe("tel:+4790012345");
  await shot(page, "medlem");
  // the way back leads to the same search
  await page.goBack();
  await row.waitFor();
  expect(await page.getByRole("searchbox").inputValue()).toBe("testd");
  expect(said.filter((url) => /testd|solveig/i.test(decodeURIComponent(url)))).toEqual([]);
  // an identity number is not even asked for
  await page.getByRole("searchbox").fill("01010750160");
  await page.getByText("Vi søker aldri med det").waitFor();
  expect(errors).toEqual([]);
});

it("corrects a member and takes it back, asks for a guardian where one is needed", async () => {
  const page = await people.of(app, "asker-leader", DESK);
  const errors = listenForErrors(page);
  await added(page, { birthDate: addDays(osloDate(new Date()), -14 * 365) });
  // told beside what is missing
  await page.getByText("Under 15 år trenger vi en foresatt", { exact: false }).first().waitFor();
  await page.getByLabel("Navn på foresatt").fill("Berit Testdatter");
  await page.getByLabel("Mobil til foresatt").fill("90054321");
  await page.getByRole("button", { name: "Legg til" }).click();
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  await page.getByText("Under 15 år tar vi kontakt gjennom en foresatt.").waitFor();
  await shot(page, "medlem-ung");
  await page.getByRole("link", { name: "Rett opplysninger" }).click();
  await page.getByLabel("Etternavn").fill("Annetnavn");
  await shot(page, "medlem-rett");
  await page.getByRole("button", { name: "Lagre" }).click();
  await page.getByRole("heading", { level: 1, name: "Solveig Annetnavn" }).waitFor();
  await page.getByRole("button", { name: /Angre/ }).click();
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  expect(errors).toEqual([]);
});

it("writes down a wish and a payment, and takes the payment back", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await added(page);
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  const year = osloDate(new Date()).slice(0, 4);
  await page.getByRole("button", { name: `Skriv inn betaling for ${year}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Lagre" }).click();
  await page.getByRole("button", { name: `Ta bort betalingen for ${year}` }).waitFor();
  await page.getByRole("button", { name: /Angre/ }).click();
  await page.getByRole("button", { name: `Skriv inn betaling for ${year}` }).waitFor();

  await page.getByRole("button", { name: "Endre" }).click();
  await page.getByRole("dialog").getByText("Ingen kontakt").click();
  await shot(page, "medlem-onske");
  await page.getByRole("dialog").getByRole("button", { name: "Lagre" }).click();
  await page.getByText("Solveig vil ikke kontaktes. Det respekterer vi.", { exact: false }).waitFor();
  // the number is folded away, and still to be found
  expect(await page.getByRole("link", { name: "Ring Solveig" }).isVisible()).toBe(false);
  await page.getByText("Vis kontaktopplysninger likevel").click();
  await page.getByRole("link", { name: "Ring Solveig" }).waitFor();
  expect(errors).toEqual([]);
});

it("starts a task about a member by hand, from the member's page and from the tasks", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(page);
  await added(page);
  await page.getByRole("heading", { level: 1, name: NAME }).waitFor();
  const member = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Start en oppgave" }).click();
  await page.getByRole("dialog").getByText("Gratulasjon").click();
  await page.getByRole("dialog").getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/oppgaver\/[0-9a-f-]{36}/);
  await settled(page);
  expect(await page.locator("h1").innerText()).toContain("Solveig");
  await open(page, member);
  await page.getByRole("link", { name: /Gratulasjon/ }).waitFor();

  await open(page, "/oppgaver");
  await page.getByRole("button", { name: "Start en oppgave" }).click();
  await page.getByRole("dialog").getByText("Gratulasjon").click();
  expect(await page.getByRole("dialog").getByRole("button", { name: "Start" }).isDisabled()).toBe(true);
  await page.getByRole("dialog").getByRole("searchbox").fill("solveig testd");
  await page.getByRole("dialog").getByText(NAME).first().click();
  await shot(page, "start-om-medlem");
  await page.getByRole("dialog").getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/oppgaver\/[0-9a-f-]{36}/);
  expect(errors).toEqual([]);
});
