import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, type BrowserContext, type Page, browserApp } from "../../server/src/testkit/browser.js";

let app: BrowserApp;
const open: BrowserContext[] = [];
beforeAll(async () => {
  app = await browserApp();
});
afterEach(async () => {
  for (const visitor of open.splice(0)) await visitor.close();
});
afterAll(() => app?.close());

const visit = async (): Promise<Page> => {
  const visitor = await app.visitor(390, 844);
  open.push(visitor);
  return visitor.newPage();
};

/** asks for a link and opens the mail it comes in */
const openMail = async (page: Page): Promise<void> => {
  await page.getByRole("textbox", { name: "E-postadresse" }).fill("jonas.eide@mhu.example");
  await page.getByRole("button", { name: "Send meg en lenke" }).click();
  await page.getByRole("heading", { name: "Se i e-posten din" }).waitFor();
  await page.getByRole("link", { name: "Åpne postkassen" }).click();
  const link = page.getByRole("link", { name: "Åpne lenken" }).first();
  await expect
    .poll(
      async () => {
        await page.getByRole("button", { name: "Se etter ny post" }).click();
        return link.count();
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(0);
  await link.click();
};

it("signs in by the link of a mail and goes to the page one wanted", async () => {
  const page = await visit();
  await page.goto("/konto");
  await page.waitForURL("**/logg-inn");
  await openMail(page);
  await page.getByRole("button", { name: "Logg inn" }).click();
  await page.waitForURL("**/konto");
  await page.getByRole("heading", { name: "Jonas Eide" }).waitFor();
});

it("takes the link's secret out of the address at once", async () => {
  const page = await visit();
  await page.goto(`/logg-inn/lenke#${"x".repeat(43)}`);
  await page.getByRole("button", { name: "Logg inn" }).waitFor();
  expect(page.url()).not.toContain("#");
  await page.getByRole("button", { name: "Logg inn" }).click();
  await page.getByRole("heading", { name: "Lenken virker ikke lenger" }).waitFor();
});

it("signs in as a demo person, changes seat, and signs out", async () => {
  const page = await visit();
  await page.goto("/logg-inn");
  await page.getByRole("button", { name: "Ingrid Dahl" }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/rolle");
  await page.getByRole("button", { name: "direktemedlemmer" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("link", { name: "Oppgaver", exact: true }).waitFor();
  await page.goto("/logg-ut");
  await page.getByRole("button", { name: "Logg ut" }).click();
  await page.waitForURL("**/logg-inn");
  await page.goto("/konto");
  await page.waitForURL("**/logg-inn");
});

it("asks for the sign-in over the page when the session ends, and the page goes on", async () => {
  const page = await visit();
  await page.goto("/logg-inn");
  await page.getByRole("button", { name: "Jonas Eide" }).first().click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/konto/paminnelser");
  const mails = page.getByText("Send meg påminnelser på e-post");
  await mails.waitFor();
  await page.context().clearCookies();
  await mails.click();
  await page.getByRole("button", { name: "Lagre" }).click();
  await page.getByRole("button", { name: "Fortsett som Jonas Eide" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  // what was chosen stands, and can be sent again
  expect(await page.getByRole("checkbox", { name: "Send meg påminnelser på e-post" }).isChecked()).toBe(false);
  await page.getByRole("button", { name: "Lagre" }).click();
  await page.getByText("Lagret").first().waitFor();
});
