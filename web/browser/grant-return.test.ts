import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, THIS_YEAR, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  await shot(page, name);
  expect(await axeFindings(page, name)).toEqual([]);
  expect(await overflowing(page, name)).toEqual([]);
};
/** as if the second factor had been given just now */
const givesFactor = (name: string) =>
  app.sql(
    `update app.session set aal = 2, stepup_at = now() where account_id in (select account_id from app.seat where holder_name = $1)`,
    [name],
  );
const year = THIS_YEAR - 1;

it("a chapter signs its return, national sends it back, the chapter mends and signs again, and it is approved", async ({
  task,
}) => {
  // a second try begins as the first did
  if (task.result?.retryCount)
    await app.sql(
      `begin; set local session_replication_role = replica; ${["decision", "signature", "content", "words", "return"]
        .map(
          (one) =>
            `delete from app.grant_${one} where chapter_id = (select id from app.chapter where short_name = 'MHU Asker');`,
        )
        .join(" ")} commit`,
    );
  const leader = await people.of(app, "asker-leader", PHONE);
  const errors = listenForErrors(leader);
  await open(leader, `/aret?aar=${year + 1}`);
  await leader.getByRole("link", { name: /^Årsrapport/ }).click();
  await leader.waitForURL(`**/arsrapport/${year}`);
  await settled(leader);
  await leader.getByText("Fyll inn det som mangler først.").waitFor();
  await fine(leader, "grant-return-draft");

  await leader.getByLabel("Hva gjorde dere for medlemmer?").fill("Styremøte og planlegging i april.");
  // without a network it says so, loses nothing, and saves by itself when there is one
  const save = leader.getByRole("button", { name: "Lagre", exact: true });
  await leader.context().setOffline(true);
  await save.click();
  await leader.getByText("Du er uten nett", { exact: true }).waitFor();
  await leader.getByText("Lagret her, venter på nett").waitFor();
  await leader.context().setOffline(false);
  await leader.getByText(/^Lagret \d/).waitFor();
  await leader.getByText("Du er uten nett", { exact: true }).waitFor({ state: "hidden" });
  await givesFactor("Amina Strand");
  const sign = async (): Promise<void> => {
    await leader.getByRole("button", { name: "Les gjennom og signer" }).click();
    await leader.getByRole("dialog").getByRole("button", { name: "Signer det jeg har lest" }).click();
    await leader.getByText(/^Levert .*Godkjennes av seg selv om 30 dager/).waitFor();
  };
  await sign();
  await fine(leader, "grant-return-delivered");

  const national = await people.of(app, "national-admin", DESK);
  await open(national, `/arsrapporter?aar=${year}&vis=DELIVERED`);
  await fine(national, "grant-returns");
  await national.getByRole("link", { name: /Asker/ }).click();
  await national.waitForURL(/\/arsrapporter\/[0-9a-f-]{36}/);
  await settled(national);
  await national.getByRole("button", { name: "Send tilbake" }).click();
  const dialog = national.getByRole("dialog");
  await dialog.getByLabel("Til laget").fill("Et styremøte teller ikke. Fortell om noe for medlemmer.");
  await dialog.getByRole("button", { name: "Send tilbake" }).click();
  await dialog.waitFor({ state: "hidden" });
  await fine(national, "grant-review");

  await open(leader, `/arsrapport/${year}`);
  await leader.getByText("Et styremøte teller ikke.").first().waitFor();
  await leader.getByLabel("Hva gjorde dere for medlemmer?").fill("Quizkveld på biblioteket i april, 12 kom.");
  await leader.getByRole("button", { name: "Lagre", exact: true }).click();
  await sign();

  await open(national, `/arsrapporter?aar=${year}&vis=DELIVERED`);
  await national.getByRole("link", { name: /Asker/ }).click();
  await national.waitForURL(/\/arsrapporter\/[0-9a-f-]{36}/);
  await settled(national);
  await national.getByText("Levering nummer 2").waitFor();
  await national.getByRole("button", { name: "Godkjenn", exact: true }).click();
  await national.getByText("Godkjent", { exact: true }).first().waitFor();

  await open(leader, `/arsrapport/${year}`);
  await leader.getByText("Årsrapporten er godkjent").waitFor();
  // what was asked for without a network is in the browser's own log
  expect(errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
}, 90_000);
