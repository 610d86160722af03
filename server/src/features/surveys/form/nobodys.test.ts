import { afterAll, beforeAll, expect, test } from "vitest";
import type { Federation, Seed } from "../../../testkit/seed.js";
import { countSurveys } from "../count-surveys.js";
import { formWorld, seedSurvey, written } from "./form.testing.js";
import type { FormWorld } from "./form.testing.js";

// Sixty forms with marks on everything that can carry one are sent, and looked for in every column of every table and in the log.

let at: FormWorld, seed: Seed, world: Federation;
beforeAll(async () => {
  at = await formWorld();
  ({ seed, world } = at);
});
afterAll(() => at?.close());

/** Every table as one text each. */
async function tables(): Promise<Map<string, string>> {
  const { rows } = await seed.client.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('app', 'graphile_worker') and table_type = 'BASE TABLE'",
  );
  const found = new Map<string, string>();
  for (const { name } of rows) {
    const { rows: texts } = await seed.client.query<{ text: string }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as text from ${name} t`,
    );
    found.set(name, texts[0]!.text);
  }
  return found;
}
const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after]
    .filter(([name, text]) => before.get(name) !== text)
    .map(([name]) => name)
    .toSorted();

test("sixty forms with marks on them leave sums and loose texts, and nothing that says when, from where, by whom or beside what", async () => {
  const { id, codes } = await seedSurvey(seed, world, [world.chapters.own]);
  const code = codes[0]!;
  const before = await tables();
  at.lines.length = 0;
  for (let i = 0; i < 60; i++) {
    const answer = await at.send(
      code,
      written(
        at.ticketFor(code, 60 + i),
        {
          age: "from_15",
          took_part: i % 2 ? "never" : "three_to_six",
          do_differently: `ønske nummer ${String(i).padStart(2, "0")}`,
        },
        { kjennetegn: `felt-${i}` },
      ),
      {
        headers: {
          cookie: `__Host-s=${world.board.secret}; __Host-b=${"k".repeat(43)}`,
          "user-agent": `Kjennetegn/${i}`,
          "x-forwarded-for": `203.0.113.${i}`,
          referer: `https://kjennetegn.example/${i}`,
          "accept-language": `nb;q=0.${i}`,
        },
      },
    );
    expect(answer.status).toBe(303);
    await answer.text();
  }
  const sent = await tables();
  expect(changed(before, sent)).toEqual(["app.survey_spent", "app.survey_waiting"]);
  const rows = await at.waiting(id);
  expect(Object.keys(rows[0]!).toSorted()).toEqual(["chapter_id", "id", "organization_id", "sealed", "survey_id"]);
  expect(new Set(rows.map(({ sealed }) => String(sealed).length)).size).toBe(1);
  // marks that letters of base64, which the sealed forms are written in, cannot spell by chance
  const MARKS = /kjennetegn|203\.0\.113|felt-|ønske|from_15|three_to/i;
  for (const name of changed(before, sent)) expect(sent.get(name)).not.toMatch(MARKS);

  await countSurveys(at.context);
  const after = await tables();
  // the job's own session beside them
  expect(changed(before, after)).toEqual(["app.session", "app.survey_count", "app.survey_spent", "app.survey_text"]);
  expect(await at.waiting(id)).toEqual([]);
  const kept = ["survey_count", "survey_spent", "survey_text", "survey_waiting"];
  const { rows: times } = await seed.client.query(
    `select table_name, column_name from information_schema.columns where table_schema = 'app' and table_name = any ($1) and data_type ~ 'time|date|interval|inet|cidr'`,
    [kept],
  );
  expect(times).toEqual([]);
  // no mark of a header anywhere, a text stands by itself, and no transaction or place in the file puts them in order
  for (const [name, text] of after) expect([name, /kjennetegn|203\.0\.113|felt-/i.test(text)]).toEqual([name, false]);
  const { rows: texts } = await seed.client.query<Record<string, string>>(
    "select t.*, xmin::text as made from app.survey_text t where survey_id = $1 order by ctid",
    [id],
  );
  expect(texts).toHaveLength(60);
  expect(new Set(texts.map(({ made }) => made)).size).toBe(1);
  const order = texts.map(({ text }) => text!);
  expect(order).not.toEqual(order.toSorted());
  expect(JSON.stringify(texts)).not.toMatch(/from_15|never|three_to_six/);
  expect(JSON.stringify(texts)).not.toContain(world.chapters.own);
  const { rows: sums } = await seed.client.query<{ cell: string; n: number }>(
    "select cell, n from app.survey_count where survey_id = $1 and question = 'took_part' order by cell",
    [id],
  );
  expect(sums).toEqual([
    { cell: "", n: 60 },
    { cell: "never", n: 30 },
    { cell: "three_to_six", n: 30 },
  ]);
  // nothing at all was logged of it
  expect(at.lines).toEqual([]);
});
