import { addDays } from "@varde/domain";
import type { TemplateDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";

const t = (nb: string) => ({ nb, nn: nb, en: nb });

/** A small definition of a duty with every kind of question. */
export const DUTY: TemplateDefinition = {
  name: t("Medlemsmøte"),
  purpose: t("Møtes"),
  stage: "TAKE_PART",
  trigger: { kind: "CALENDAR", dates: [{ key: "spring", name: t("Vår"), opens: "03-15", due: "05-31" }] },
  schedule: { opensAfterDays: 0, dueAfterDays: 0, missAfterDays: 30, lateAllowed: true },
  minutes: 30,
  steps: [
    { key: "date", text: t("Sett dato") },
    { key: "invite", text: t("Inviter alle") },
  ],
  messages: [
    {
      key: "sms",
      channel: "SMS",
      title: t("Invitasjon"),
      body: t("Hei fra {{avsender}} i {{kortnavn}}: {{dato}} kl. {{klokka}}, {{sted}}"),
      locked: false,
    },
  ],
  reportFields: [
    { key: "date", type: "DATE", label: t("Dato"), required: true, source: "MEETING_DATE" },
    {
      key: "invited",
      type: "AUTO",
      label: t("Inviterte"),
      required: false,
      counts: "PERSONS",
      source: "INVITED_MEMBERS",
    },
    { key: "attendance", type: "NUMBER", label: t("Til stede"), required: true, counts: "PERSONS", max: 500 },
    { key: "cost", type: "NUMBER", label: t("Kroner"), required: false, counts: "KRONER" },
    { key: "decided", type: "TEXT", label: t("Hva ble bestemt?"), required: false, maxLength: 500 },
  ],
  targets: [],
  locks: [],
};

/** About one new member each, with one question and the period's own. */
export const WELCOME: TemplateDefinition = {
  ...DUTY,
  name: t("Velkomst"),
  stage: "WELCOME",
  trigger: { kind: "MEMBER_JOINED", offsets: [0] },
  messages: [
    {
      key: "sms",
      channel: "SMS",
      title: t("Velkomst"),
      body: t("Hei {{fornavn}}! {{avsender}}, {{telefon}}"),
      locked: false,
    },
  ],
  reportFields: [{ key: "next_step", type: "YES_NO", label: t("Avtalt et neste steg?"), required: true }],
  periodReport: {
    period: "QUARTER",
    field: { key: "worked", type: "TEXT", label: t("Hva fungerte?"), required: false, maxLength: 300 },
    dueAfterDays: 14,
    missAfterDays: 14,
  },
};

export const PERIODIC: TemplateDefinition = {
  ...DUTY,
  name: t("Takk"),
  trigger: { kind: "PERIOD", period: "MONTH" },
  steps: [],
  messages: [],
  reportFields: [{ key: "thanked", type: "NUMBER", label: t("Antall"), required: true, counts: "OTHER" }],
};

export const BY_HAND: TemplateDefinition = { ...PERIODIC, name: t("Sommertreff"), trigger: { kind: "MANUAL" } };

/** What each board member does and nobody reports. */
export const FOR_EACH: TemplateDefinition = {
  ...DUTY,
  name: t("Les trygg ramme"),
  doneBy: "EACH",
  messages: [],
  reportFields: [],
};

export type Placed = { id: string; templateId: string; versionId: string; chapterId: string; memberId: string | null };

/** Rows of this feature, made as the owner. Days are relative to the database's today. */
export async function touchpointSeed(seed: Seed, world: Federation) {
  const { rows } = await seed.client.query<{ today: string }>("select authz.today()::text as today");
  const today = rows[0]!.today;

  async function template(definition: TemplateDefinition, organizationId = world.organizationId) {
    const templateId = uuidv7();
    const versionId = uuidv7();
    await seed.rows("touchpoint_template", {
      organization_id: organizationId,
      id: templateId,
      key: `t-${seed.unique()}`,
    });
    await seed.rows("template_version", {
      organization_id: organizationId,
      id: versionId,
      template_id: templateId,
      state: "PUBLISHED",
      definition,
      about_member: definition.trigger.kind === "MEMBER_JOINED",
      published_at: new Date(),
    });
    return { templateId, versionId };
  }

  async function member(chapterId: string, over: Record<string, unknown> = {}): Promise<string> {
    const id = uuidv7();
    await seed.rows("member", {
      organization_id: world.organizationId,
      chapter_id: chapterId,
      id,
      first_name: "Ida",
      last_name: "Berg",
      joined_on: addDays(today, -5),
      joined_chapter_on: addDays(today, -5),
      mobile_ct: seed.sealer.seal("+4790000001", `member/${id}/mobile`),
      email_ct: seed.sealer.seal("ida@test.example", `member/${id}/email`),
      ...over,
    });
    return id;
  }

  async function touchpoint(
    of: { templateId: string; versionId: string },
    over: Record<string, unknown> & { chapter_id?: string; member_id?: string | null } = {},
  ): Promise<Placed> {
    const chapterId = over.chapter_id ?? world.chapters.own;
    const memberId = over.member_id ?? null;
    const occurrence = (over["occurrence"] as string | undefined) ?? `o-${seed.unique()}`;
    const { rows: made } = await seed.client.query<{ id: string }>("select app.touchpoint_id($1, $2, $3, $4) as id", [
      chapterId,
      of.templateId,
      memberId,
      occurrence,
    ]);
    const id = made[0]!.id;
    const dueOn = (over["due_on"] as string | undefined) ?? addDays(today, 10);
    await seed.rows("touchpoint", {
      organization_id: world.organizationId,
      chapter_id: chapterId,
      id,
      template_id: of.templateId,
      version_id: of.versionId,
      major: 1,
      about_member: memberId !== null,
      member_id: memberId,
      occurrence,
      opens_on: addDays(dueOn, -20),
      due_on: dueOn,
      miss_on: addDays(dueOn, 20),
      first_due_on: dueOn,
      ...over,
    });
    return { id, ...of, chapterId, memberId };
  }

  return { today, template, member, touchpoint };
}
export type TouchpointSeed = Awaited<ReturnType<typeof touchpointSeed>>;

const DETAIL = `detail { touchpoint { id status rev outcome attempts returnsOn closedAt startedAt dueOn missOn stepsDone closedByName canSubmit { allowed reason } canCorrect { allowed } }
  answers { field yesNo number text date choices hidden } meeting { id } }`;
export type Problems = { code: string; path: string[]; message: string }[];
export type Payload = {
  detail: {
    touchpoint: Record<string, unknown> & { id: string; rev: number; status: string };
    answers: { field: string; number: number | null; text: string | null; hidden: boolean }[];
    meeting: { id: string } | null;
  } | null;
  problems: Problems;
};

/** The document of one of the feature's mutations. */
export const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${DETAIL} problems { code path message } } }`;

const INPUTS = {
  submitReport: "SubmitReportInput",
  correctReport: "CorrectReportInput",
  closeEmpty: "CloseEmptyInput",
  reopenTouchpoint: "ReopenTouchpointInput",
  takeBackNote: "TakeBackNoteInput",
  tickStep: "TickStepInput",
  chooseMeeting: "ChooseMeetingInput",
} as const;

/** Runs a mutation of the feature with a fresh key and rev 1 unless told otherwise. */
export async function act(
  server: TestServer,
  seat: SeededSeat,
  name: keyof typeof INPUTS,
  input: Record<string, unknown>,
): Promise<Payload> {
  const variables = { input: { key: uuidv7(), rev: 1, ...input } };
  const data = await server.ask<Record<string, Payload>>(seat, mutation(name, INPUTS[name]), variables);
  return data[name]!;
}

/** The code of the error, or "OK". */
export const codeOf = (
  server: TestServer,
  seat: SeededSeat | null,
  name: keyof typeof INPUTS,
  input: Record<string, unknown>,
): Promise<string> => server.code(seat, mutation(name, INPUTS[name]), { input: { key: uuidv7(), rev: 1, ...input } });

/** A full set of answers to `DUTY`. */
export const dutyAnswers = (today: string, attendance = 14) => [
  { field: "date", date: today },
  { field: "attendance", number: attendance },
  { field: "decided", text: "Mer filmkveld" },
];
