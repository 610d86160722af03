import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing, pageFaults } from "./inspect.js";
import { ask, CORE_YEAR, DESK, listenForErrors, open, PHONE, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const looksRight = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await shot(page, `${name}-${colorScheme}`);
    expect(await axeFindings(page, name)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  expect(await overflowing(page, name)).toEqual([]);
};
const LAY = `mutation ($input: LayDotsInput!) { layDots(input: $input) { problems { code } } }`;

it("goes from candidates to a frozen five, with forty voters, two phones and the big screen", async () => {
  const admin = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(admin);
  await open(admin, "/punkter/kjernepakke");
  await admin.getByRole("link", { name: "Velg for neste år" }).click();
  await admin.getByRole("heading", { name: `Hvilke punkter skal alle lag få til i ${CORE_YEAR}?` }).waitFor();

  await admin.getByRole("button", { name: "Endre tallene for Velkomstsamtale", exact: true }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Verdi, 0 til 100" }).fill("90");
  await dialog.getByLabel("Hvorfor, og hvor det er fra").fill("Spørsmål 3 i høstens undersøkelse");
  await dialog.getByRole("button", { name: "Lagre tallet" }).click();
  await dialog.waitFor({ state: "hidden" });
  await admin.getByText("satt for hånd").first().waitFor();
  await looksRight(admin, "core-choice-desk");

  await admin.getByRole("button", { name: "Åpne avstemning" }).last().click();
  await admin.getByRole("heading", { name: "Hva er viktigst?" }).waitFor();
  const id = new URL(admin.url()).pathname.split("/").at(-1);
  const { coreWorkshop } = await ask<{ coreWorkshop: { code: string; now: { id: string; name: { nb: string } }[] } }>(
    admin,
    `query ($id: ID!) { coreWorkshop(id: $id) { code now { id name { nb } } } }`,
    { id },
  );
  const { code, now } = coreWorkshop;
  const [first, second] = [now[0]!, now[1]!];
  const voters = Array.from({ length: 38 }, () =>
    ask<{ layDots: { problems: object[] } }>(admin, LAY, {
      input: {
        key: randomUUID(),
        code,
        token: randomBytes(32).toString("hex"),
        round: 1,
        rev: 0,
        laid: [{ id: second.id, dots: 3 }],
      },
    }),
  );
  expect((await Promise.all(voters)).flatMap(({ layDots }) => layDots.problems)).toEqual([]);

  // two phones of people without an account
  for (const [taps, name] of [
    [2, "one"],
    [3, "two"],
  ] as const) {
    const visitor = await app.visitor(...PHONE);
    const phone = await visitor.newPage();
    const faults = listenForErrors(phone);
    await open(phone, `/stem/${code}`);
    const more = phone.getByRole("button", { name: `Legg en prikk på ${first.name.nb}`, exact: true });
    for (let tap = 0; tap < taps; tap++) await more.click();
    await phone.getByText("Prikkene dine er med.").waitFor();
    if (name === "two") {
      expect(await more.isDisabled()).toBe(true);
      await looksRight(phone, "core-vote-phone");
      await open(phone, `/stem/${code}`);
      await phone.getByText("2 prikker igjen").waitFor();
    }
    expect(faults).toEqual([]);
    await visitor.close();
  }
  await admin.getByText("40 av 60 telefoner har lagt prikker").waitFor();
  const rows = admin.getByRole("list", { name: "Prikker" }).getByRole("listitem");
  await rows.filter({ hasText: first.name.nb }).getByText("5", { exact: false }).first().waitFor();
  await rows.filter({ hasText: second.name.nb }).getByText("114").waitFor();
  await looksRight(admin, "core-screen-desk");

  await admin.getByRole("button", { name: "Lukk runden" }).click();
  await admin.getByRole("button", { name: "Ny runde med de seks øverste" }).waitFor();
  await admin.getByRole("button", { name: "Avslutt" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Avslutt" }).click();
  await admin.getByText("Avstemning, runde 1, over").waitFor();
  await admin.getByRole("link", { name: "Velg kjernepakken" }).click();
  await admin.getByText("Runde 1: 40 telefoner").waitFor();

  const five = now.slice(0, 5).map(({ name }) => name.nb);
  const card = admin.locator("section.v-card", { hasText: "De som velges, blir kjernepakken" });
  for (const name of five) await card.locator("label").getByText(name, { exact: true }).click();
  for (const name of five)
    await card.getByLabel(`Hvorfor ${name}?`).fill("Flest prikker, og medlemmene sier det betyr mye.");
  const effort = card.getByLabel("Hvorfor er det verdt det?");
  if (await effort.count()) await effort.fill("Vi tar bort to andre punkter.");
  await card.getByRole("button", { name: `Frys valget for ${CORE_YEAR}` }).click();
  await admin
    .getByRole("dialog")
    .getByRole("button", { name: `Frys valget for ${CORE_YEAR}` })
    .click();
  await admin.getByText(`Kjernepakken for ${CORE_YEAR} er valgt`).waitFor();
  await admin.getByRole("heading", { name: `Valgt for ${CORE_YEAR}` }).waitFor();
  await looksRight(admin, "core-choice-frozen");
  expect(errors).toEqual([]);

  const phone = await people.of(app, "national-editor", PHONE);
  await open(phone, "/punkter/kjernepakke/velg");
  expect(await pageFaults(phone, "/punkter/kjernepakke/velg")).toEqual([]);
  await looksRight(phone, "core-choice-phone");
  const board = await people.of(app, "asker-leader", PHONE);
  await open(board, "/beskjeder");
  await board.getByText(`Kjernepakken for ${CORE_YEAR}`).first().waitFor();
}, 120_000);
