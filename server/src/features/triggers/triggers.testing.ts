import { randomUUID } from "node:crypto";
import { emptyDefinition } from "@varde/domain";
import type { LocalDate, TemplateDefinition, Trigger } from "@varde/domain";
import type { Seed } from "../../testkit/seed.js";
import { templateMaker } from "../templates/burden/burden.testing.js";

/** A template that begins with an event: open from the day, due three days after, missed seven days later. */
export const begunBy = (trigger: Trigger, over: Partial<TemplateDefinition> = {}): TemplateDefinition => ({
  ...emptyDefinition("Velkommen"),
  purpose: { nb: "Ingen nye venter." },
  schedule: { opensAfterDays: 0, dueAfterDays: 3, missAfterDays: 7, lateAllowed: true },
  trigger,
  ...over,
});

export type Row = { member: string | null; occurrence: string; days: string; version: string };

/** Makes an organization of its own with templates that begin with events, and reads what came of it. */
export function triggerWorld(seed: Seed) {
  const make = templateMaker(seed);

  async function organization(chapters = 1) {
    const id = await seed.organization();
    const admin = await seed.seat(id, "NATIONAL_ADMIN");
    const ids: string[] = [];
    for (let i = 0; i < chapters; i++) ids.push(await seed.chapter(id));
    return { id, admin, chapters: ids, chapter: ids[0]! };
  }
  type Made = Awaited<ReturnType<typeof organization>>;

  /** A published version, in force in all chapters or those named, from a day on. */
  async function rolledOut(of: Made, definition: TemplateDefinition, over: Record<string, unknown> = {}) {
    const made = await make.template(of.id, definition, {
      about_member: definition.trigger.kind !== "AFTER" || definition.trigger.aboutMember === true,
    });
    await seed.rollout(made, of.admin.seatId, { effective_from: "2025-01-01", ...over });
    return made;
  }
  const member = (of: Made, over: Record<string, unknown> = {}, chapter = of.chapter) =>
    make.member(of.id, chapter, over);
  const fee = (of: Made, memberId: string, year: number, paidOn: LocalDate | null) =>
    seed.rows("member_fee", {
      organization_id: of.id,
      chapter_id: of.chapter,
      member_id: memberId,
      year,
      paid_on: paidOn,
    });
  async function came(of: Made, heldOn: LocalDate, ...members: string[]) {
    const meeting = randomUUID();
    const at = { organization_id: of.id, chapter_id: of.chapter };
    await seed.rows("meeting", { ...at, id: meeting, kind: "GATHERING", held_on: heldOn });
    for (const id of members)
      await seed.rows("attendance", { ...at, meeting_id: meeting, member_id: id, held_on: heldOn });
  }
  const quiet = (of: Made, from: LocalDate, to: LocalDate) =>
    seed.rows("quiet_period", {
      organization_id: of.id,
      id: randomUUID(),
      name: "Stille",
      from_day: from,
      to_day: to,
    });

  /** What the template has, as «opens due miss», in a plain order. */
  async function made(templateId: string): Promise<Row[]> {
    const { rows } = await seed.client.query<Row>(
      `select member_id as member, occurrence, concat_ws(' ', opens_on, due_on, miss_on) as days, version_id as version
         from app.touchpoint where template_id = $1 order by member_id, occurrence`,
      [templateId],
    );
    return rows;
  }
  async function days(templateId: string): Promise<string[]> {
    return (await made(templateId)).map((row) => row.days).sort();
  }
  async function skipped(templateId: string): Promise<string[]> {
    const { rows } = await seed.client.query<{ line: string }>(
      `select concat_ws(' ', reason, occurrence, until_day) as line from app.trigger_skip where template_id = $1`,
      [templateId],
    );
    return rows.map(({ line }) => line).sort();
  }
  async function logged(templateId: string): Promise<Record<string, number>> {
    const { rows } = await seed.client.query<{ outcome: string; n: number }>(
      `select outcome, sum(n)::int as n from app.trigger_log where template_id = $1 group by 1`,
      [templateId],
    );
    return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
  }
  return { make, organization, rolledOut, member, fee, came, quiet, made, days, skipped, logged };
}
export type TriggerWorld = ReturnType<typeof triggerWorld>;
