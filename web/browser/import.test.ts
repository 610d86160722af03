import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing, pageFaults } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const looksRight = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect([
    ...(await pageFaults(page, name)),
    ...(await axeFindings(page, name)),
    ...(await overflowing(page, name)),
  ]).toEqual([]);
};
const choose = (page: Page, name: string, lines: string[]) =>
  page.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1"),
  });
/** The page asks where its import stands before the file is in, and hears the answer only after: a slow line's order. */
async function hearLate(page: Page): Promise<() => boolean> {
  let late = false;
  const sent = page.waitForResponse("**/import");
  await page.route("**/graphql", async (route) => {
    if (late || !route.request().postData()?.includes("MemberImport")) return route.fallback();
    late = true;
    const early = JSON.stringify({ data: { memberImport: null } });
    await sent;
    return route.fulfill({ contentType: "application/json", body: early });
  });
  return () => late;
}
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

it("a board reads in a file with unknown headers, looks at what it does, and takes it in", async () => {
  const page = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(page);
  await open(page, "/medlemmer");
  await page.getByRole("link", { name: "Importer eller ta ut lista" }).click();
  await heading(page, "Les inn en medlemsliste");
  await settled(page);
  await looksRight(page, "import-start");

  await choose(page, "liste.csv", [
    "Fornavn;Slekt;Fødselsdato;E-post;Mobil;Yndlingsfarge",
    "Åse;Prøvesen;01.02.2005;aase.p@demo.example;90011223;blå",
    "Ole;Prøvesen;31.02.2006;ole.p@demo.example;90011224;gul",
  ]);
  await heading(page, "Hva betyr kolonnene?");
  await page.getByLabel("Slekt").selectOption("Etternavn");
  await page.getByLabel("Yndlingsfarge").selectOption("Leses ikke");
  await looksRight(page, "import-mapping");
  await press(page, "Lagre og les fila");
  await heading(page, "1 ny kan tas inn");
  await page.getByText("Åse Prøvesen").waitFor();
  await looksRight(page, "import-preview");

  await page.getByRole("tab", { name: "Kan ikke leses (1)" }).click();
  await page.getByText(/Linje 3, «Fødselsdato»/).waitFor();
  const [report] = await Promise.all([page.waitForEvent("download"), press(page, "Last ned feilrapport")]);
  expect(await readFile(await report.path(), "utf8")).toContain("3;Fødselsdato;");
  await page.getByRole("tab", { name: /^Ikke i fila/ }).click();
  await page.getByText("Skal disse meldes ut? Ingen endres nå", { exact: false }).waitFor();

  await press(page, "Ta inn 1 ny");
  await heading(page, "1 ny er tatt inn");
  await looksRight(page, "import-applied");
  expect(page.url()).not.toMatch(/Pr%C3%B8vesen|demo\.example/);

  await page.getByRole("link", { name: "Les inn en annen fil" }).click();
  await heading(page, "Les inn en medlemsliste");
  const [list] = await Promise.all([page.waitForEvent("download"), press(page, "Last ned som .csv")]);
  const text = await readFile(await list.path(), "utf8");
  expect(text.startsWith("\uFEFFMedlemsnummer;Fornavn;")).toBe(true);
  expect(text).toContain("Åse;Prøvesen;01.02.2005");
  // what came out goes in again, and changes nothing
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "ut.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await heading(page, "Registeret er likt fila");

  await open(page, "/medlemmer/importer");
  const heardLate = await hearLate(page);
  await choose(page, "tom.csv", ["Fornavn;Etternavn"]);
  await heading(page, "Fila kan ikke leses");
  expect(heardLate()).toBe(true);
  expect(errors).toEqual([]);
}, 90_000);

it("national reads in a file for all, and sees numbers and lines", async () => {
  const page = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(page);
  await open(page, "/mer");
  await page.getByRole("link", { name: "Importer medlemmer" }).click();
  await heading(page, "Les inn en medlemsliste");
  await looksRight(page, "import-national");
  await choose(page, "alle.csv", [
    "Fornavn;Etternavn;Fødselsdato;E-post;Lokallag",
    "Kari;Prøvestad;01.02.2004;kari.p@demo.example;Mental Helse Ungdom Bergen",
    "Per;Prøvestad;01.02.2003;per.p@demo.example;Et lag som ikke finnes",
  ]);
  await heading(page, "1 ny kan tas inn");
  await page.getByRole("tab", { name: "Ukjent lag (1)" }).click();
  await page.getByText("Linje 3").waitFor();
  expect(await page.getByText("Prøvestad").count()).toBe(0);
  await looksRight(page, "import-national-preview");
  await press(page, "Ta inn 1 ny");
  await heading(page, "1 ny er tatt inn");
  expect(errors).toEqual([]);
}, 60_000);
