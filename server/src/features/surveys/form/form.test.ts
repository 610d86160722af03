import { STARTING_SURVEY } from "@varde/domain";
import type { SurveyDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Federation, Seed } from "../../../testkit/seed.js";
import { countSurveys } from "../count-surveys.js";
import { hashOfStyles } from "./conditions.js";
import { formWorld, oldTicket, seedSurvey, written } from "./form.testing.js";
import type { FormWorld } from "./form.testing.js";

let at: FormWorld, seed: Seed, world: Federation;
beforeAll(async () => {
  at = await formWorld();
  ({ seed, world } = at);
});
afterAll(() => at?.close());

const get: FormWorld["get"] = (path, headers) => at.get(path, headers);
const send: FormWorld["send"] = (code, body, more) => at.send(code, body, more);
const said: FormWorld["said"] = (code, body) => at.said(code, body);
const ticketFor: FormWorld["ticketFor"] = (code, seconds) => at.ticketFor(code, seconds);
const waiting: FormWorld["waiting"] = (surveyId) => at.waiting(surveyId);
const whole: FormWorld["whole"] = (surveyId) => at.whole(surveyId);

describe("the page", () => {
  test("is all there without a script, in the language that is asked for, and nobody keeps a copy", async () => {
    const { codes } = await seedSurvey(seed, world, [world.chapters.own]);
    const answer = await get(codes[0]!, { "accept-language": "nn-NO,nn;q=0.9" });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(text).toContain('<html lang="nn">');
    for (const { title } of STARTING_SURVEY.questions) expect(text).toContain(title.nn!);
    // a guardian first, then what is asked
    expect(text.indexOf(STARTING_SURVEY.underAge.nn!)).toBeLessThan(text.indexOf(STARTING_SURVEY.intro.nn!));
    expect(text).toContain('href="tel:116123"');
    expect(text).not.toMatch(/<script(?! type="module" src)|\son\w+=|style="/);
    expect(await (await get(`${codes[0]!.toUpperCase()}?sprak=en`)).text()).toContain('<html lang="en">');
    expect(await (await get(`${codes[0]!}?sprak=%00<b>`)).text()).toContain('<html lang="nb">');
  });

  test("says nothing of a link that leads nowhere, or to a draft; and kindly that it is over, or not yet begun", async () => {
    const draft = await seedSurvey(seed, world, [world.chapters.own], { state: "DRAFT" });
    const unknown = await get("aaaaaaaaaa");
    const same = await unknown.text();
    for (const path of [
      draft.codes[0]!,
      "x",
      "../../graphql",
      "%00",
      "a".repeat(5000),
      `${draft.codes[0]}/takk`,
      "utkast/x",
    ]) {
      const answer = await get(path);
      if (!answer.url.includes("/u/")) continue;
      expect([path, answer.status, await answer.text()]).toEqual([path, 404, same]);
    }
    const over = await seedSurvey(seed, world, [world.chapters.own], { state: "CLOSED" });
    expect(await (await get(over.codes[0]!)).text()).toContain("Undersøkelsen er stengt");
    const later = await seedSurvey(seed, world, [world.chapters.own], { opensIn: 3 });
    const planned = await (await get(later.codes[0]!)).text();
    expect(planned).toContain("har ikke åpnet ennå");
    expect(planned).not.toContain("<form");
    expect(await said(later.codes[0]!, written(ticketFor(later.codes[0]!)))).toBe("CLOSED");
  });

  test("shows a draft to those who make it, in a frame of ours alone, and to nobody else", async () => {
    const { id } = await seedSurvey(seed, world, [], { state: "DRAFT" });
    const as = (secret: string | null) => get(`utkast/${id}`, secret ? { cookie: `__Host-s=${secret}` } : {});
    const shown = await as(world.admin.secret);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect(await shown.text()).not.toMatch(/<form|billett/);
    for (const secret of [
      null,
      "x".repeat(43),
      world.leader.secret,
      world.coordinator.secret,
      world.foreignAdmin.secret,
    ])
      expect((await as(secret)).status).toBe(404);
  });

  test("hides a question until it is asked, by styles that the policy knows by their hash", async () => {
    const [first, second] = [STARTING_SURVEY.questions[3]!, STARTING_SURVEY.questions[4]!];
    const definition: SurveyDefinition = {
      ...STARTING_SURVEY,
      questions: [first, { ...second, showIf: { question: first.key, anyOf: ["no"] } }],
    };
    const { id, codes } = await seedSurvey(seed, world, [world.chapters.own], { definition });
    const answer = await get(codes[0]!);
    const [, styles] = /<style>(.*?)<\/style>/s.exec(await answer.text())!;
    expect(styles).toContain("#c-contacted-no");
    expect(answer.headers.get("content-security-policy")).toContain(`style-src 'self' ${hashOfStyles(styles!)};`);
    // what was not asked is not counted, whatever is sent
    for (let i = 0; i < 5; i++)
      expect(await said(codes[0]!, written(ticketFor(codes[0]!), { contacted: "later", welcome: "5" }))).toBe("TAKEN");
    await countSurveys(at.context);
    const { rows } = await seed.client.query(
      "select question, cell, n from app.survey_count where survey_id = $1 order by 1, 2",
      [id],
    );
    expect(rows).toEqual([
      { question: "", cell: "", n: 5 },
      { question: "contacted", cell: "", n: 5 },
      { question: "contacted", cell: "later", n: 5 },
    ]);
  });
});

describe("a form", () => {
  test("counts once however often it is sent, also after it was counted, and is thanked each time", async () => {
    const { id, codes } = await seedSurvey(seed, world, [world.chapters.own]);
    const code = codes[0]!;
    const body = written(ticketFor(code), { took_part: "never" });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(code, body)));
    for (const answer of answers) {
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/u/${code}/takk?sprak=nb`]);
    }
    expect(await whole(id)).toBe(1);
    for (let i = 0; i < 5; i++) expect(await said(code, written(ticketFor(code)))).toBe("TAKEN");
    await countSurveys(at.context);
    expect(await waiting(id)).toEqual([]);
    expect(await said(code, body)).toBe("AGAIN");
    expect(await whole(id)).toBe(6);
    expect(await (await get(`${code}/takk?sprak=nb`)).text()).toContain("Svaret er sendt");
  });

  test("comes back with all that was typed when its ticket is forged, foreign, stale or too fresh, and when a trap was filled", async () => {
    const { id, codes } = await seedSurvey(seed, world, [world.chapters.own, world.chapters.sibling]);
    const [code, other] = [codes[0]!, codes[1]!];
    const good = ticketFor(code);
    const typed = { do_differently: "Flere turer <b>nå</b>", want_to_do: ["trips", "making"], "agree.heard": "4" };
    const tickets = {
      STALE: [
        "",
        "x".repeat(72),
        `${good.slice(0, -1)}${good.endsWith("A") ? "B" : "A"}`,
        ticketFor(other),
        ticketFor(code, 4 * 86_400),
        oldTicket("another secret, of another installation", code),
        `${good} `,
      ],
      YOUNG: [ticketFor(code, 1), ticketFor(code, -3600)],
    };
    for (const [why, all] of Object.entries(tickets))
      for (const ticket of all) {
        expect([ticket, await said(code, written(ticket, typed))]).toEqual([ticket, why]);
        const page = await (await send(code, written(ticket, typed))).text();
        expect(page).toContain("Flere turer &lt;b&gt;nå&lt;/b&gt;");
        expect(page).toMatch(/id="c-want_to_do-making"[^>]*checked/);
        expect(page).toMatch(/id="c-agree-heard-4"[^>]*checked/);
        expect(page).not.toMatch(/id="c-want_to_do-courses"[^>]*checked/);
      }
    // to be sent as it is: without looking for the button below all the questions
    const young = await (await send(code, written(ticketFor(code, 1), typed))).text();
    expect(young.indexOf('class="send"')).toBeLessThan(young.indexOf("<h1>"));
    const trapped = await send(code, written(good, typed, { nettside: "https://ondt.example" }));
    const back = await trapped.text();
    expect(back).toContain("Flere turer");
    expect(back).not.toContain("ondt.example");
    expect(await whole(id)).toBe(0);
    // another language is a wish, and no answer
    const english = await (await send(code, written(good, typed, { sprak: "en" }))).text();
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("Flere turer");
    expect(english).toContain(good);
    expect(await whole(id)).toBe(0);
  });

  test("that meets a closed or a full survey is told so, and keeps what was typed", async () => {
    const { id, codes } = await seedSurvey(seed, world, [world.chapters.own, world.chapters.sibling]);
    const [code, other] = [codes[0]!, codes[1]!];
    const all = await Promise.all(Array.from({ length: 63 }, () => said(other, written(ticketFor(other)))));
    expect(all.filter((one) => one === "TAKEN")).toHaveLength(60);
    expect(all.filter((one) => one === "FULL")).toHaveLength(3);
    const full = await send(other, written(ticketFor(other), { do_differently: "Mer kake" }));
    const fullPage = await full.text();
    expect([full.status, fullPage.includes("Mer kake")]).toEqual([409, true]);
    expect(fullPage).toContain("Her er det fullt nå");
    const spent = written(ticketFor(code));
    expect(await said(code, spent)).toBe("TAKEN");
    await seed.client.query("update app.survey set state = 'CLOSED', closed_at = now() where id = $1", [id]);
    const late = await send(code, written(ticketFor(code), { do_differently: "Mer kake" }));
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain("ble stengt før du fikk sendt");
    expect(page).toContain("Mer kake");
    expect(page).not.toContain('class="send"');
    // it was taken before: thanked, though the survey is over
    expect(await said(code, spent)).toBe("AGAIN");
  });

  test("meets a limit that doubles, so that whoever floods a link learns no number of members", async () => {
    const [chapter_id, organization_id] = [world.chapters.far, world.organizationId];
    const { id, codes } = await seedSurvey(seed, world, [chapter_id]);
    const sizes: Record<string, number> = {};
    for (const members of [1, 20, 21, 40, 41]) {
      const { rows } = await seed.client.query<{ n: number }>(
        "select count(*)::int as n from app.member where chapter_id = $1 and left_on is null",
        [chapter_id],
      );
      for (let n = rows[0]!.n; n < members; n += 1)
        await seed.rows("member", {
          organization_id,
          chapter_id,
          id: uuidv7(),
          first_name: "A",
          last_name: "B",
          joined_on: "2020-01-01",
          joined_chapter_on: "2020-01-01",
        });
      await seed.client.query("delete from app.survey_count where survey_id = $1", [id]);
      let most = 0;
      for (const n of [59, 60, 119, 120, 239, 240]) {
        const sum = { organization_id, survey_id: id, chapter_id, question: "", cell: "", n };
        await seed.client.query("delete from app.survey_count where survey_id = $1", [id]);
        await seed.client.query("delete from app.survey_waiting where survey_id = $1", [id]);
        await seed.rows("survey_count", sum);
        if ((await said(codes[0]!, written(ticketFor(codes[0]!)))) === "FULL") break;
        most = n + 1;
      }
      sizes[members] = most;
    }
    expect(sizes).toEqual({ 1: 60, 20: 60, 21: 120, 40: 120, 41: 240 });
  });

  test("that is no form is refused, and what is odd in one is passed by", async () => {
    const { id, codes } = await seedSurvey(seed, world, [world.chapters.own]);
    const code = codes[0]!;
    const body = (answers?: Record<string, string | string[]>) => written(ticketFor(code), answers);
    const status = async (text: string, headers: Record<string, string>) =>
      (await send(code, text, { headers })).status;
    for (const type of ["application/json", "text/plain", "multipart/form-data; boundary=x"])
      expect(await status(body(), { "content-type": type })).toBe(415);
    expect(await status(body(), { "content-type": "application/x-www-form-urlencoded; charset=utf-7" })).toBe(415);
    expect(await status(body(), { "content-encoding": "gzip" })).toBe(415);
    expect(await status(body(), { "sec-fetch-site": "cross-site" })).toBe(303);
    const large = await status(`${body()}&svar.do_differently=${"a".repeat(10_000_000)}`, {}).catch(() => 413);
    expect(large).toBe(413);
    expect((await send("aaaaaaaaaa", body())).status).toBe(404);
    expect(await whole(id)).toBe(0);

    const many = Array.from({ length: 10_000 }, (_, i) => `x${i}=1`).join("&");
    expect(await said(code, `${body()}&${many}`)).toBe("TAKEN");
    const odd = {
      do_differently: "a\u0000b\r\nc\u202E",
      age: ["from_15", "from_18"],
      constructor: "x",
      "__proto__.x": "1",
    };
    expect(await said(code, body(odd))).toBe("TAKEN");
    expect(await said(code, `${body()}&svar.do_differently=%ED%A0%80%FF%00&svar.age=%3Cscript%3E`)).toBe("TAKEN");
    expect(await said(code, body({ do_differently: "😀".repeat(3000) }))).toBe("TAKEN");
    expect(await said(code, body({ renew: "11", "agree.heard": "none", "agree.nobody": "5" }))).toBe("TAKEN");
    await countSurveys(at.context);
    const { rows } = await seed.client.query<{ text: string }>(
      "select text from app.survey_text where survey_id = $1",
      [id],
    );
    expect(rows.map(({ text }) => text).toSorted()).toContain("ab\nc");
    expect(await whole(id)).toBe(5);
  });

  test("whose server dies on it is given back, and counts once when it is sent again", async () => {
    const { id, codes } = await seedSurvey(seed, world, [world.chapters.own]);
    const code = codes[0]!;
    const body = written(ticketFor(code), { do_differently: "Mer kake" });
    // taken, and the answer never arrives
    const gone = new AbortController();
    const unheard = send(code, body, { signal: gone.signal }).catch(() => null);
    await expect.poll(() => whole(id)).toBe(1);
    gone.abort();
    await unheard;
    expect(await said(code, body)).toBe("AGAIN");
    // not taken: the connection ends in the middle
    const next = written(ticketFor(code), { do_differently: "Mindre kake" });
    await seed.client.query("begin; lock table app.survey_waiting in exclusive mode");
    const broken = send(code, next);
    await expect
      .poll(async () => {
        const { rows } = await seed.client.query<{ ended: number }>(
          `select count(pg_terminate_backend(pid))::int as ended from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
        );
        return rows[0]!.ended;
      })
      .toBeGreaterThan(0);
    await seed.client.query("rollback");
    const answer = await broken;
    expect([answer.status, (await answer.text()).includes("Mindre kake")]).toEqual([503, true]);
    expect(await whole(id)).toBe(1);
    expect([await said(code, next), await said(code, next)]).toEqual(["TAKEN", "AGAIN"]);
    expect(await whole(id)).toBe(2);
  });

  test("is one of 150 at once over three links, and none is lost", async () => {
    const { chapters } = world;
    const { id, codes } = await seedSurvey(seed, world, [chapters.own, chapters.sibling, chapters.far]);
    const all = await Promise.all(
      Array.from({ length: 150 }, async (_, i) => {
        const code = codes[i % 3]!;
        await (await get(code)).text();
        return said(code, written(ticketFor(code), { took_part: "never" }));
      }),
    );
    expect(new Set(all)).toEqual(new Set(["TAKEN"]));
    await seed.client.query("update app.survey set state = 'CLOSED', closed_at = now() where id = $1", [id]);
    await countSurveys(at.context);
    expect([await waiting(id), await whole(id)]).toEqual([[], 150]);
  });
});

test("a form without an answer is given back, and neither waits nor spends its ticket", async () => {
  const { id, codes } = await seedSurvey(seed, world, [world.chapters.own]);
  const ticket = ticketFor(codes[0]!);
  expect(await said(codes[0]!, written(ticket, {}))).toBe("EMPTY");
  const page = await send(codes[0]!, written(ticket, { wish: "   " }));
  expect(page.status).toBe(422);
  expect(await page.text()).toContain("Skjemaet er tomt");
  expect(await whole(id)).toBe(0);
  expect(await said(codes[0]!, written(ticket, { contacted: "no" }))).toBe("TAKEN");
  expect(await whole(id)).toBe(1);
});
