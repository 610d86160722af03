import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { fromBase32 } from "../../server/src/features/accounts/factors/totp.js";
import { type BrowserApp, type BrowserContext, type Page, browserApp } from "../../server/src/testkit/browser.js";
import { type TestIdentityProvider, testIdentityProvider } from "../../server/src/testkit/identity-provider.js";
import { codeApp } from "../../server/src/testkit/second-factor.js";
import { axeInBothSchemes } from "./inspect.js";
import { ask, enter, listenForErrors, shot } from "./people.js";

let app: BrowserApp;
let fjellpass: TestIdentityProvider;
const open: BrowserContext[] = [];
beforeAll(async () => {
  fjellpass = await testIdentityProvider();
  app = await browserApp(fjellpass.env);
});
afterEach(async () => {
  for (const visitor of open.splice(0)) await visitor.close();
});
afterAll(async () => {
  await app?.close();
  await fjellpass?.stop();
});

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

it("connects another provider to the account, and signs in with it from then on", async () => {
  const page = await visit();
  const errors = listenForErrors(page);
  await enter(page, "asker-board");
  await page.goto("/konto/innlogging");
  await page.getByRole("button", { name: "Koble til Fjellpass" }).click();
  await page.getByText("Koblet til").waitFor();
  expect(new URL(page.url()).search).toBe("");
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, "provider-0");
  await page.goto("/logg-ut");
  await page.getByRole("button", { name: "Logg ut" }).click();
  await page.waitForURL("**/logg-inn");
  await page.getByRole("button", { name: "Logg inn med Fjellpass" }).waitFor();
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, "provider-1");
  // somebody the provider knows and we do not
  fjellpass.state.subject = "somebody-else";
  await page.getByRole("button", { name: "Logg inn med Fjellpass" }).click();
  await page.getByText("er ikke koblet til en konto her ennå").waitFor();
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, "provider-2");
  fjellpass.state.subject = "person-1";
  await page.getByRole("link", { name: "Gå til innloggingen" }).click();
  await page.getByRole("button", { name: "Logg inn med Fjellpass" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("link", { name: "Oppgaver", exact: true }).waitFor();
  expect(errors).toEqual([]);
});

it("asks for the factor again before somebody is invited, over the form, and goes on with what was written", async () => {
  const page = await visit();
  // tried a second time, it begins anew
  await app.sql("delete from app.totp");
  await enter(page, "asker-leader");
  const begun = await ask<{ beginTotp: { secret: string } }>(
    page,
    "mutation ($input: BeginTotpInput!) { beginTotp(input: $input) { secret } }",
    { input: { key: randomUUID() } },
  );
  const phone = codeApp(fromBase32(begun.beginTotp.secret));
  await ask(page, "mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { problems { message } } }", {
    input: { key: randomUUID(), code: phone.code(-1) },
  });
  await app.sql("update app.session set stepup_at = now() - interval '11 minutes' where aal = 2");
  await page.goto("/styret");
  await page.getByRole("button", { name: "Inviter", exact: true }).click();
  await page.getByRole("textbox", { name: "Navn" }).fill("Ny Nabo");
  await page.getByRole("textbox", { name: "E-post" }).fill("ny.nabo@mhu.example");
  await page.getByRole("button", { name: "Send invitasjon" }).click();
  const asked = page.getByRole("dialog", { name: "Er det fortsatt deg?" });
  await asked.waitFor();
  await page.mouse.move(0, 0);
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, "step-up-0");
  await asked.getByRole("textbox", { name: "Kode fra appen" }).fill(phone.code());
  await asked.getByRole("button", { name: "Fortsett" }).click();
  await asked.waitFor({ state: "hidden" });
  await page.getByText("Ny Nabo").first().waitFor();
});
