import { randomUUID } from "node:crypto";
import { osloDate, type TemplateDefinition } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { duty, rolledOut } from "./duties.js";
import { axeFindings, overflowing } from "./inspect.js";
import { ask, DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

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

it("takes a message from national to the boards, once to each, and back", async () => {
  const national = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(national);
  await open(national, "/beskjeder/ny");
  await national.getByLabel("Overskrift").fill("Skriv inn datoen for årsmøtet");
  await national.getByLabel("Beskjed", { exact: true }).fill("Gjør det denne uka.\nDa får alle innkallingen i tide.");
  await national.getByText("Noen styrer").click();
  for (const chapter of ["Asker", "Drammen"])
    await national.getByText(`Mental Helse Ungdom ${chapter}`, { exact: true }).click();
  await fine(national, "news-write");
  await national.getByRole("button", { name: "Se over og send" }).click();
  await national.getByRole("heading", { name: "Sende til 2 styrer?" }).waitFor();
  await fine(national, "news-confirm");
  await national.getByRole("button", { name: "Send til 2 styrer" }).click();
  await national.getByRole("heading", { name: "Skriv inn datoen for årsmøtet" }).waitFor();
  await national.getByText("lest i 0 av 2 lag").waitFor();
  await fine(national, "news-sent");

  const board = await people.of(app, "asker-board", PHONE);
  await open(board, "/");
  const read = board.getByRole("button", { name: "Merk som lest: Skriv inn datoen for årsmøtet" });
  await read.waitFor();
  await fine(board, "news-today");
  await read.click();
  await read.waitFor({ state: "hidden" });
  await open(board, "/");
  expect(await read.count()).toBe(0);
  await open(board, "/beskjeder");
  await board.getByText("Skriv inn datoen for årsmøtet").waitFor();
  await board.emulateMedia({ colorScheme: "dark" });
  await fine(board, "news-board-dark");

  const other = await people.of(app, "tromso-leader", PHONE);
  await open(other, "/beskjeder");
  expect(await other.getByText("Skriv inn datoen for årsmøtet").count()).toBe(0);

  await open(national, "/beskjeder");
  await national.getByText("lest i 1 av 2 lag").waitFor();
  await national.getByRole("button", { name: "Trekk tilbake «Skriv inn datoen for årsmøtet»" }).click();
  await national.getByRole("dialog").getByRole("button", { name: "Trekk tilbake", exact: true }).click();
  await national.getByText("Trukket tilbake").waitFor();
  await open(board, "/beskjeder");
  expect(await board.getByText("Skriv inn datoen for årsmøtet").count()).toBe(0);
  expect(errors).toEqual([]);
});

/** National writes the next version, and Asker gets it. */
async function newVersion(templateId: string, definition: TemplateDefinition): Promise<void> {
  const page = await people.of(app, "national-admin", DESK);
  const act = (field: string, input: string, variables: object) =>
    ask<Record<string, { template: { draft: { rev: number } } | null; problems: object[] }>>(
      page,
      `mutation ($input: ${input}!) { ${field}(input: $input) { ${field === "rollOut" ? "" : "template { draft { rev } }"} problems { message } } }`,
      { input: { key: randomUUID(), templateId, ...variables } },
    );
  const versionId = randomUUID();
  await act("createDraft", "CreateDraftInput", { versionId });
  const saved = await act("saveDraft", "SaveDraftInput", { versionId, rev: 1, definition });
  const rev = saved["saveDraft"]!.template!.draft.rev;
  await act("publishDraft", "PublishDraftInput", { versionId, rev, notes: "Dere kan skrive også." });
  const { chapters } = await ask<{ chapters: { nodes: { id: string; shortName: string }[] } }>(
    page,
    "{ chapters(first: 100) { nodes { id shortName } } }",
  );
  const asker = chapters.nodes.find(({ shortName }) => shortName === "MHU Asker")!.id;
  const effectiveFrom = osloDate(new Date());
  const out = await act("rollOut", "RollOutInput", { id: randomUUID(), versionId, chapterIds: [asker], effectiveFrom });
  expect(out["rollOut"]!.problems).toEqual([]);
}

it("tells a board of a new task and of what is new in it, once", async () => {
  const steps = [{ key: "a", text: { nb: "Ring utleieren." } }];
  const templateId = await rolledOut(app, duty("Sommerleir", { steps }));
  const board = await people.of(app, "asker-board", PHONE);
  const errors = listenForErrors(board);
  await open(board, "/");
  await board.getByRole("heading", { name: "Ny oppgave: Sommerleir" }).waitFor();
  await board.getByRole("button", { name: "Se hva dere skal gjøre" }).first().click();
  await board.getByText("Ring utleieren.").waitFor();
  await fine(board, "news-new-task");
  await board.keyboard.press("Escape");
  const got = board.getByRole("button", { name: "Skjønner: Sommerleir" });
  await got.click();
  await got.waitFor({ state: "hidden" });
  await open(board, "/");
  expect(await got.count()).toBe(0);
  // the leader has not seen it yet
  const leader = await people.of(app, "asker-leader", PHONE);
  await open(leader, "/");
  await leader.getByRole("heading", { name: "Ny oppgave: Sommerleir" }).waitFor();

  await newVersion(
    templateId,
    duty("Sommerleir", { steps: [{ key: "a", text: { nb: "Ring eller skriv til utleieren." } }] }),
  );
  await open(board, "/");
  await board.getByRole("heading", { name: "Nytt i Sommerleir 1.1" }).waitFor();
  await board.getByText("Dere kan skrive også.").waitFor();
  await board.emulateMedia({ colorScheme: "dark" });
  await fine(board, "news-version-dark");
  await board.getByRole("button", { name: "Se hva som er endret" }).click();
  const change = board.getByRole("dialog");
  await change.getByText("Fra versjon 1.0 til 1.1").waitFor();
  await change.getByText("eller skriv til", { exact: false }).first().waitFor();
  await fine(board, "news-diff-dark");
  expect(errors).toEqual([]);
});

it("keeps the numbers to call fresh, and shows the day to the boards", async () => {
  const admin = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(admin);
  await open(admin, "/");
  await admin.getByRole("link", { name: "1 nummer i trygg ramme bør sjekkes" }).click();
  await admin.getByRole("heading", { name: "Innstillinger", level: 1 }).waitFor();
  await settled(admin);
  await admin.getByText("Bør sjekkes igjen").waitFor();
  await fine(admin, "settings");
  await admin.setViewportSize({ width: PHONE[0], height: PHONE[1] });
  await admin.emulateMedia({ colorScheme: "dark" });
  await fine(admin, "settings-phone-dark");
  await admin.setViewportSize({ width: DESK[0], height: DESK[1] });
  await admin.getByRole("button", { name: "Sjekket i dag: Alarmtelefonen for barn og unge" }).click();
  await admin.getByText("Alarmtelefonen for barn og unge er sjekket i dag").waitFor();
  await admin.getByText("Bør sjekkes igjen").waitFor({ state: "hidden" });

  await admin.getByRole("button", { name: "Legg til nummer" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Hvem som svarer").fill("Studentlinja");
  await dialog.getByLabel("Nummer", { exact: true }).fill("12");
  await dialog.getByLabel("Når man ringer, og åpningstid").fill("Alle dager 17-23");
  await dialog.getByRole("button", { name: "Lagre nummeret" }).click();
  await dialog.getByText("Skriv nummeret med 3 til 8 siffer").waitFor();
  await fine(admin, "settings-dialog");
  await dialog.getByLabel("Nummer", { exact: true }).fill("815 00 000");
  await dialog.getByRole("button", { name: "Lagre nummeret" }).click();
  await dialog.waitFor({ state: "hidden" });
  await admin.getByText("Studentlinja").waitFor();

  await admin.getByRole("button", { name: "Endre Studentlinja" }).click();
  await dialog.getByRole("button", { name: "Fjern" }).click();
  await dialog.getByRole("heading", { name: "Fjerne Studentlinja?" }).waitFor();
  await dialog.getByRole("button", { name: "Fjern" }).click();
  await dialog.waitFor({ state: "hidden" });
  await admin.getByText("Studentlinja").waitFor({ state: "hidden" });

  const board = await people.of(app, "asker-board", PHONE);
  await open(board, "/");
  await board.getByRole("link", { name: /^Ta kontakt med/ }).click();
  await board.getByRole("button", { name: "Trygg ramme" }).first().click();
  await board.getByRole("dialog").getByText("Sjekket").first().waitFor();
  await fine(board, "safe-frame-checked");

  // somebody else changes the cap meanwhile: this one is told, and then goes on from there
  const organization = await ask<{ organization: { rev: number } }>(admin, "{ organization { rev } }");
  await ask(admin, "mutation ($input: SetBurdenCapInput!) { setBurdenCap(input: $input) { problems { code } } }", {
    input: { key: randomUUID(), rev: organization.organization.rev, minutes: 300 },
  });
  await admin.getByLabel("Minutter i måneden", { exact: true }).fill("360");
  const save = admin
    .locator("section", { hasText: "Tid som kan kreves av et lag" })
    .getByRole("button", { name: "Lagre" });
  await save.click();
  await admin.getByText("Noen andre har endret dette i mellomtiden").waitFor();
  await save.click();
  await admin.getByText("Endringen er lagret.").last().waitFor();
  expect(errors).toEqual([]);
});

it("sends a message of a draft to whoever writes it, as it stands now", async () => {
  const page = await people.of(app, "national-editor", DESK);
  const errors = listenForErrors(page);
  const { templates } = await ask<{ templates: { nodes: { id: string; draft: { id: string } | null }[] } }>(
    page,
    "{ templates(first: 50) { nodes { id draft { id } } } }",
  );
  const id = templates.nodes.find(({ draft }) => draft)?.id ?? "";
  await open(page, `/punkter/${id}/utkast?del=messages`);
  await page.getByRole("button", { name: "Legg til melding" }).click();
  await page.getByLabel("Tekst", { exact: true }).fill("Hei {{fornavn}}, vi ses!");
  await fine(page, "test-message");
  await page.getByRole("button", { name: /^Send til meg selv/ }).click();
  await page.getByText("Sendt. Se i innboksen din.").waitFor();
  await expect
    .poll(async () => {
      await open(page, "/postkasse");
      return page.getByText("Test fra Varde").count();
    })
    .toBeGreaterThan(0);
  expect(errors).toEqual([]);
});
