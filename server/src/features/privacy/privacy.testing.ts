import { v7 as uuidv7 } from "uuid";
import type { Federation, Seed } from "../../testkit/seed.js";

const digits = (mark: string) => [...mark].map((letter) => letter.charCodeAt(0) % 10).join("");

/** The words and numbers of one person, told apart from everybody else's by a mark of five letters that stand in no id. */
export const canaryOf = (mark: string) => ({
  first: `Kanari${mark}`,
  last: `Kvitring${mark}`,
  email: `kanari.${mark}@canary.example`,
  mobile: `+47900${digits(mark)}`,
  guardian: { name: `Foresatt${mark}`, email: `foresatt.${mark}@canary.example`, mobile: `+47910${digits(mark)}` },
  number: `NR-${mark}`,
  text: `tekst-${mark}`,
});
export type Canary = ReturnType<typeof canaryOf>;

const DEFINITION = {
  name: { nb: "Velkomstsamtale" },
  purpose: { nb: "Ingen venter" },
  stage: "WELCOME",
  trigger: { kind: "MEMBER_JOINED", offsets: [3] },
  schedule: { dueAfterDays: 10, missAfterDays: 20, lateAllowed: true },
  steps: [],
  messages: [],
  reportFields: [
    { key: "came", type: "YES_NO", label: { nb: "Vil komme" }, required: false },
    { key: "rate", type: "RATING", label: { nb: "Hvordan gikk det" }, required: false },
    { key: "met_on", type: "DATE", label: { nb: "Møttes" }, required: false },
  ],
  targets: [],
  locks: [],
};

/** A published template about members. */
export async function welcomeTemplate(seed: Seed, organizationId: string) {
  const [templateId, versionId] = [uuidv7(), uuidv7()];
  await seed.rows("touchpoint_template", { organization_id: organizationId, id: templateId, key: "velkomst" });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: versionId,
    template_id: templateId,
    state: "PUBLISHED",
    published_at: new Date("2024-01-01"),
    about_member: true,
    definition: DEFINITION,
  });
  return { templateId, versionId };
}

type Template = Awaited<ReturnType<typeof welcomeTemplate>>;

/** A member with a value of the canary in every column that can hold one, and rows in the tables that point at members. */
export async function canaryMember(
  seed: Seed,
  federation: Federation,
  template: Template,
  chapterId: string,
  canary: Canary,
): Promise<{ id: string; meetingId: string; closed: string; open: string }> {
  const [id, meetingId, closed, open] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const { organizationId } = federation;
  const tenant = { organization_id: organizationId, chapter_id: chapterId };
  const sealed = (value: string, column: string) => seed.sealer.seal(value, `member/${id}/${column}`);
  await seed.rows("member", {
    ...tenant,
    id,
    member_no: canary.number,
    first_name: canary.first,
    last_name: canary.last,
    birth_date: "1987-06-05",
    birth_year: 1987,
    email_ct: sealed(canary.email, "email"),
    email_bidx: seed.sealer.blindIndex(organizationId, canary.email),
    mobile_ct: sealed(canary.mobile, "mobile"),
    mobile_bidx: seed.sealer.blindIndex(organizationId, canary.mobile),
    guardian_ct: sealed(JSON.stringify(canary.guardian), "guardian"),
    postcode: "9876",
    joined_on: "2025-03-17",
    joined_chapter_on: "2025-04-19",
    contact_preference: "NOT_NOW",
    contact_again_on: "2031-07-23",
    mobile_wrong_on: "2031-07-24",
    preference_before: "TEXT",
  });
  const year = new Date().getFullYear();
  await seed.rows("member_fee", { ...tenant, member_id: id, year, paid_on: `${year}-01-13` });
  await seed.rows("meeting", { ...tenant, id: meetingId, kind: "GATHERING", held_on: "2025-05-05", attendance: 7 });
  await seed.rows("attendance", { ...tenant, meeting_id: meetingId, member_id: id, held_on: "2025-05-05" });
  const touchpoint = {
    ...tenant,
    template_id: template.templateId,
    version_id: template.versionId,
    major: 1,
    about_member: true,
    member_id: id,
    opens_on: "2025-03-17",
    due_on: "2025-03-27",
    miss_on: "2025-04-06",
    first_due_on: "2025-03-27",
  };
  await seed.rows("touchpoint", {
    ...touchpoint,
    id: closed,
    occurrence: `${canary.text}-1`,
    closed_at: new Date("2025-03-20T12:00:00Z"),
    outcome: "REACHED",
    attempts: 1,
    answers: { came: true, rate: 4, met_on: "2031-07-25", gone_field: canary.text },
    steps_done: [canary.text],
  });
  await seed.rows("touchpoint", {
    ...touchpoint,
    id: open,
    occurrence: `${canary.text}-2`,
    opens_on: "2026-11-01",
    due_on: "2099-01-01",
    miss_on: "2099-02-01",
    first_due_on: "2099-01-01",
  });
  await seed.rows("trigger_skip", {
    ...tenant,
    id: uuidv7(),
    template_id: template.templateId,
    version_id: template.versionId,
    member_id: id,
    occurrence: `${canary.text}-3`,
    opens_on: "2026-05-01",
    due_on: "2026-05-10",
    reason: "NEVER",
    skipped_on: "2026-05-01",
  });
  await seed.rows("member_move", {
    ...tenant,
    id: uuidv7(),
    member_id: id,
    proposed_by: federation.leader.seatId,
  });
  return { id, meetingId, closed, open };
}

/** Every value of every table as text, a line a row: what whoever holds the database can read. */
export async function everything(seed: Seed): Promise<{ table: string; id: string; row: string }[]> {
  const { rows: tables } = await seed.client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app' where c.relkind = 'r'`,
  );
  const found = [];
  for (const { name } of tables) {
    const { rows } = await seed.client.query<{ row: string; id: string | null }>(
      `select to_jsonb(t)::text as row, to_jsonb(t) ->> 'id' as id from app.${name} t`,
    );
    found.push(...rows.map(({ row, id }) => ({ table: name, id: id ?? "", row })));
  }
  return found;
}
