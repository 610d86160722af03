import { randomUUID } from "node:crypto";
import { addDays, isAboutMember, osloDate } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";

export const today = osloDate(new Date());

/** A duty asked every month, ready to publish. */
export const duty = (over: Partial<TemplateDefinition> = {}): TemplateDefinition => ({
  name: { nb: "Sommertreff" },
  purpose: { nb: "Samle medlemmene." },
  stage: "TAKE_PART",
  trigger: { kind: "PERIOD", period: "MONTH" },
  schedule: { opensAfterDays: 0, dueAfterDays: 7, missAfterDays: 14, lateAllowed: true },
  steps: [{ key: "invite", text: { nb: "Inviter" } }],
  messages: [],
  reportFields: [{ key: "held", type: "YES_NO", label: { nb: "Ble treffet holdt?" }, required: true }],
  targets: [],
  locks: [],
  ...over,
});

export const PILOT = `id templateId versionId versionNumber comparedNumber chosen seed eligible startsOn endsOn phase startedBy
  chapters { id name } answers { chapterId chapterName verdict why rev } decision decidedBy decidedAt reason rev`;
export type PilotData = {
  id: string;
  versionId: string;
  versionNumber: string;
  comparedNumber: string | null;
  chosen: string;
  seed: string | null;
  eligible: number;
  endsOn: string;
  phase: string;
  chapters: { id: string; name: string }[];
  answers: { chapterId: string; chapterName: string; verdict: string; why: string; rev: number }[];
  decision: string | null;
  decidedBy: string | null;
  reason: string | null;
  rev: number;
};
export type Payload = { pilot: PilotData | null; problems: { code: string; path: string[]; message: string }[] };
export type Act = "startPilot" | "extendPilot" | "closePilot" | "decidePilot";

export const documentOf = (act: Act): string =>
  `mutation ($input: ${act[0]!.toUpperCase()}${act.slice(1)}Input!) { ${act}(input: $input) { pilot { ${PILOT} } problems { code path message } } }`;

export function pilotKit(seed: Seed, federation: Federation, server: TestServer) {
  const organization_id = federation.organizationId;

  /** one published 1.0 that all chapters have, and a draft after it (or only the draft) */
  async function template(options: { definition?: TemplateDefinition; published?: boolean } = {}) {
    const definition = options.definition ?? duty();
    const [templateId, publishedId, versionId] = [randomUUID(), randomUUID(), randomUUID()];
    const about_member = isAboutMember(definition.trigger);
    const own = { organization_id, template_id: templateId, definition, about_member };
    await seed.rows("touchpoint_template", { organization_id, id: templateId, key: `t${seed.unique()}` });
    if (options.published ?? true) {
      await seed.rows("template_version", { ...own, id: publishedId, state: "PUBLISHED", published_at: new Date() });
      await seed.rollout(
        { organizationId: organization_id, templateId, versionId: publishedId },
        federation.admin.seatId,
      );
    }
    const changed = { ...definition, purpose: { nb: "Samle medlemmene oftere." } };
    await seed.rows("template_version", { ...own, id: versionId, minor: 1, state: "DRAFT", definition: changed });
    return { templateId, publishedId, versionId };
  }

  async function act(seat: SeededSeat, name: Act, input: object): Promise<Payload> {
    const data = await server.ask<Record<Act, Payload>>(seat, documentOf(name), {
      input: { key: randomUUID(), ...input },
    });
    return data[name];
  }

  async function start(ids: { templateId: string; versionId: string }, over: object = {}): Promise<PilotData> {
    const input = { id: randomUUID(), rev: 1, startsOn: today, endsOn: addDays(today, 60), ...over };
    const { templateId, versionId } = ids;
    const { pilot, problems } = await act(federation.admin, "startPilot", {
      templateId,
      versionId,
      chapterIds: [federation.chapters.own],
      ...input,
    });
    if (!pilot || problems.length > 0) throw new Error(JSON.stringify(problems));
    return pilot;
  }

  /** as if it had begun earlier, and was over today */
  async function over(pilotId: string, startsOn: LocalDate = addDays(today, -84)): Promise<void> {
    await seed.client.query("update app.pilot set starts_on = $2, ends_on = $3, first_ends_on = $3 where id = $1", [
      pilotId,
      startsOn,
      today,
    ]);
  }

  return { template, act, start, over };
}
