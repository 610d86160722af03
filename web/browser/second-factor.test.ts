import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { codeApp } from "../../server/src/testkit/second-factor.js";
import { fromBase32 } from "../../server/src/features/accounts/factors/totp.js";
import { axeInBothSchemes } from "./inspect.js";
import { ask, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
let pictures = 0;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

/** the link of the newest letter to an address, once it has come */
async function letterTo(page: Page, to: string, path: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        const { mailbox } = await ask<{ mailbox: { nodes: { to: string; text: string }[] } }>(
          page,
          "{ mailbox { nodes { to text } } }",
        );
        const letters = mailbox.nodes
          .filter((letter) => letter.to === to)
          .map(({ text }) => /https?:\S+/.exec(text)?.[0]);
        found = letters.find((link) => link?.includes(path));
        return found;
      },
      { timeout: 15_000 },
    )
    .toBeDefined();
  // the installation's own address, at the port of this run
  return found!.slice(new URL(found!).origin.length);
}

it("a new board member comes in by a mail, adds a code app, and needs it from then on", async () => {
  const leader = await people.of(app, "asker-leader", PHONE);
  const email = "ny.styrekollega@mhu.example";
  const invited = await ask<{ inviteSeat: { problems: object[] } }>(
    leader,
    "mutation ($input: InviteSeatInput!) { inviteSeat(input: $input) { problems { message } } }",
    {
      input: {
        key: randomUUID(),
        id: randomUUID(),
        role: "CHAPTER_BOARD",
        holderName: "Sigrid Vik",
        email,
        chapterId: await chapterOf(leader),
      },
    },
  );
  expect(invited.inviteSeat.problems).toEqual([]);

  const visitor = await app.visitor(...PHONE);
  const page = await visitor.newPage();
  const errors = listenForErrors(page);
  let taps = 0;
  const tap = async (role: "button" | "link", name: string): Promise<void> => {
    taps += 1;
    await page.getByRole(role, { name }).first().click();
  };
  const began = Date.now();
  await page.goto(await letterTo(leader, email, "/invitasjon"));
  await tap("button", "Ta imot og logg inn");
  await page.waitForURL((url) => url.pathname === "/");
  // gone to by its address: a thumb goes by «Mer» and «Kontoen din»
  taps += 2;
  await open(page, "/konto");
  await tap("link", "Sikker innlogging");
  await tap("link", "Legg til kodeapp");
  const key = page.locator(".a-key__text");
  await key.waitFor();
  await page.getByRole("img", { name: "Nøkkelen som bilde" }).waitFor();
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, `factor-${pictures++}`);
  const phone = codeApp(fromBase32((await key.innerText()).replaceAll(/\s/g, "")));
  await page.getByRole("textbox", { name: "Koden appen viser nå" }).fill("000000");
  await page.getByRole("button", { name: "Sikre innloggingen" }).click();
  await page.getByText("Koden stemmer ikke").first().waitFor();
  await page.getByRole("textbox", { name: "Koden appen viser nå" }).fill(phone.code(-1));
  await tap("button", "Sikre innloggingen");
  await page.getByRole("heading", { name: "Ta vare på kodene" }).waitFor();
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, `factor-${pictures++}`);
  const codes = await page.getByRole("list", { name: "Gjenopprettingskoder" }).getByRole("listitem").allInnerTexts();
  expect(codes).toHaveLength(10);
  await tap("button", "Jeg har tatt vare på dem");
  await page.getByText("10 koder igjen").waitFor();
  expect(taps).toBeLessThanOrEqual(7);
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, `factor-${pictures++}`);

  // another day: the link is not enough
  await page.goto("/logg-ut");
  await page.getByRole("button", { name: "Logg ut" }).click();
  await page.waitForURL("**/logg-inn");
  await page.getByRole("textbox", { name: "E-postadresse" }).fill(email);
  await page.getByRole("button", { name: "Send meg en lenke" }).click();
  await page.getByRole("heading", { name: "Se i e-posten din" }).waitFor();
  await openSignIn(page, email);
  await page.getByRole("heading", { name: "Hei, Sigrid" }).waitFor();
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, `factor-${pictures++}`);
  await page.getByRole("textbox", { name: "Kode fra appen" }).fill(phone.code());
  await page.getByRole("button", { name: "Logg inn" }).click();
  await page.getByRole("link", { name: "Oppgaver", exact: true }).waitFor();

  // what matters more asks again, over the page, and then goes on
  await app.sql("update app.session set stepup_at = now() - interval '11 minutes' where aal = 2");
  await open(page, "/konto/innlogging");
  await page.getByRole("button", { name: "Lag nye koder" }).click();
  const dialog = page.getByRole("dialog", { name: "Er det fortsatt deg?" });
  await dialog.waitFor();
  expect(await axeInBothSchemes(page, page.url())).toEqual([]);
  await shot(page, `factor-${pictures++}`);
  await dialog.getByRole("button", { name: "Jeg har ikke telefonen" }).click();
  await dialog.getByRole("textbox", { name: "Gjenopprettingskode" }).fill(codes[0]!.trim());
  await dialog.getByRole("button", { name: "Fortsett" }).click();
  await page.getByRole("heading", { name: "Ta vare på kodene" }).waitFor();
  await page.getByRole("button", { name: "Jeg har tatt vare på dem" }).click();

  await page.getByRole("button", { name: "Fjern kodeappen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Fjern kodeappen" }).click();
  await page.getByRole("link", { name: "Legg til kodeapp" }).waitFor();
  expect(errors).toEqual([]);
  await visitor.close();
});

it("a page that is open when a factor is added elsewhere asks for the code, and goes on", async () => {
  const page = await people.of(app, "asker-board", PHONE);
  await open(page, "/konto/paminnelser");
  const [person] = await app.sql<{ id: string }>("select id from app.account where name = 'Jonas Eide'");
  await app.sql(
    "insert into app.totp (account_id, secret_ct, confirmed_at) values ($1, '\\x00', now()) on conflict do nothing",
    [person!.id],
  );
  await page.getByText("Send meg påminnelser på e-post").click();
  await page.getByRole("button", { name: "Lagre" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Kode fra appen" }).waitFor();
  // nothing of what was chosen is lost
  await app.sql("delete from app.totp where account_id = $1", [person!.id]);
  expect(await page.getByRole("checkbox", { name: "Send meg påminnelser på e-post" }).isChecked()).toBe(false);
});

async function chapterOf(page: Page): Promise<string> {
  const { viewer } = await ask<{ viewer: { seat: { chapterId: string } } }>(page, "{ viewer { seat { chapterId } } }");
  return viewer.seat.chapterId;
}

async function openSignIn(page: Page, email: string): Promise<void> {
  await page.goto(await letterTo(page, email, "/logg-inn/lenke"));
  await page.getByRole("button", { name: "Logg inn" }).click();
}
