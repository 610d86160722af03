import { osloDate, periodOf, shiftPeriod } from "@varde/domain";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type BrowserApp, browserApp, type Page } from "../../server/src/testkit/browser.js";
import { axeFindings, overflowing } from "./inspect.js";
import { DESK, listenForErrors, open, PHONE, settled, shot, visitors } from "./people.js";

let app: BrowserApp;
const people = visitors();
beforeAll(async () => {
  app = await browserApp();
});
afterEach(() => people.close());
afterAll(() => app?.close());

const fine = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await shot(page, `${name}-${colorScheme}`);
    expect(await axeFindings(page, name)).toEqual([]);
    expect(await overflowing(page, name)).toEqual([]);
  }
};

type Place = { organization: string; chapter: string; name: string; from: string; to: string; template: string };

/** A chapter of the eastern region, another region, and a duty of the core set. */
const place = async (): Promise<Place> => {
  const [found] = await app.sql<Place>(
    `select c.organization_id as organization, c.id as chapter, c.short_name as name, m.region_id as "from",
            (select r.id from app.region r where r.organization_id = c.organization_id and r.id <> m.region_id and r.closed_on is null order by r.id limit 1) as "to",
            (select t.id from app.touchpoint_template t join app.template_version v on v.organization_id = t.organization_id and v.template_id = t.id
              where t.organization_id = c.organization_id and t.core_position is not null and v.state = 'PUBLISHED' and not v.about_member limit 1) as template
       from app.chapter c join app.chapter_region m on m.organization_id = c.organization_id and m.chapter_id = c.id and m.valid_to is null
      where c.short_name like '%Asker'`,
  );
  return found!;
};

it("reads a region as it is and as it was, and names to its coordinator the chapter that has left", async () => {
  const { organization, chapter, name, from, to, template } = await place();
  await app.sql(
    "update app.chapter_region set valid_to = authz.today() where organization_id = $1 and chapter_id = $2 and valid_to is null",
    [organization, chapter],
  );
  await app.sql(
    "insert into app.chapter_region (organization_id, chapter_id, region_id, valid_from) values ($1, $2, $3, authz.today())",
    [organization, chapter, to],
  );
  const period = shiftPeriod(periodOf(osloDate(new Date()), "HALF_YEAR"), -1);
  const national = await people.of(app, "national-admin", DESK);
  const errors = listenForErrors(national);
  await open(national, `/sammenlign?punkt=${template}&periode=${period}&region=${from}`);
  await national.getByText(/^Lag har byttet region siden/).waitFor();
  const row = national.getByRole("row").filter({ hasText: name });
  expect(await row.count()).toBe(0);
  await fine(national, "regions-as-is");
  await national.getByRole("link", { name: /^Se regionene slik de var/ }).click();
  await row.waitFor();
  expect(new URL(national.url()).searchParams.get("som")).toBe("da");
  await national.getByText(/^Regionene er slik de var/).waitFor();
  await fine(national, "regions-as-was");

  const coordinator = await people.of(app, "region-ost", PHONE);
  errors.push(...listenForErrors(coordinator));
  await open(coordinator, `/sammenlign?punkt=${template}&periode=${period}&som=da`);
  await coordinator.getByText(`${name} hørte til her da, og er flyttet siden.`).waitFor();
  await fine(coordinator, "regions-elsewhere");
  await coordinator.getByRole("link", { name: "Se regionene slik de er nå" }).click();
  await coordinator.getByText(/^Lag har byttet region siden/).waitFor();
  expect(errors).toEqual([]);
}, 120_000);

it("tells an administrator that the numbers were counted anew, and what differs and how it is mended", async () => {
  const { organization, chapter, template } = await place();
  const national = await people.of(app, "national-admin", PHONE);
  const errors = listenForErrors(national);
  await open(national, "/");
  await national.getByText("Tallene ble etterregnet i dag: ingen forskjell.").waitFor();
  const sample = [{ of: "CLOSED", chapterId: chapter, templateId: template, month: "2026-05-01" }];
  await app.sql("update app.standing_check set differing = 2, sample = $2::jsonb where organization_id = $1", [
    organization,
    JSON.stringify(sample),
  ]);
  await national.reload();
  await settled(national);
  await national.getByText("Tallene ble etterregnet i dag: 2 av dem stemmer ikke.").waitFor();
  await national.getByText(/Asker, .*, mai 2026: det som er avgjort/).waitFor();
  await national.getByText("pnpm varde standings rebuild").waitFor();
  await fine(national, "numbers-differ");
  expect(errors).toEqual([]);
});
