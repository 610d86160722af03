import { addMonths, burdenSeconds } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { ABOUT_MEMBER, DUTY, STEPS } from "./definitions.js";
import { addDays, bytes, idOf, remembered, secretOf } from "./made-up.js";

export type Row = Record<string, unknown>;

/** What the bench asks about. `sessions` are secrets as the cookie holds them; ids are those of the rows. */
export type BenchFederation = {
  tables: [table: string, rows: Row[]][];
  boardSession: string;
  submitSession: string;
  coordinatorSession: string;
  dutyTemplate: string;
  duty: TemplateDefinition;
  dutyBurden: number;
  memberBurden: number;
  boardChapter: string;
  /** open duties to report, each once */
  toSubmit: string[];
};

export const CHAPTERS = 15;
const REGIONS = 3;
/** Open work does not grow with the years: what grows is what is done. */
const UNCLOSED = 60;
const HISTORY_DAYS = 540;

/** Somebody with a seat, signed in, as rows. */
export function person(
  organization_id: string,
  who: string,
  unit: Row,
  today: LocalDate,
): { seat: Row; account: Row; session: Row } {
  const [id, account_id, token] = [idOf("seat", who), idOf("account", who), secretOf(who)];
  const later = new Date(Date.now() + 6 * 3_600_000).toISOString();
  return {
    account: {
      id: account_id,
      name: who,
      email_ct: bytes(who),
      email_bidx: bytes(who),
      digest_enabled: true,
      created_at: later,
    },
    seat: {
      organization_id,
      id,
      account_id,
      holder_name: who,
      valid_from: addMonths(today, -24),
      created_at: later,
      rev: 1,
      // the loader takes its columns from the first row
      region_id: null,
      chapter_id: null,
      ...unit,
    },
    session: {
      token_hash: bytes(token),
      kind: "SEAT",
      account_id,
      seat_id: id,
      created_at: new Date().toISOString(),
      idle_seconds: 36_000,
      idle_until: later,
      hard_exp: later,
      aal: 1,
    },
  };
}

/** The federation itself. */
export const organizationRow = (id: string): Row => ({
  id,
  name: "Bench",
  short_name: "Bench",
  sender_name: "Bench",
  region_term: "region",
  suppression_k: 5,
  min_age: 13,
  self_join_age: 15,
  digital_consent_age: 13,
  grant_age: 26,
  core_set_size: 5,
  burden_cap_minutes: 240,
  crisis_contacts: [],
  demo: false,
  created_at: new Date().toISOString(),
  rev: 1,
});

function templateRows(organization_id: string, by: string, today: LocalDate) {
  const rows = { template: [] as Row[], version: [] as Row[], rollout: [] as Row[] };
  for (const [i, definition] of [DUTY, ABOUT_MEMBER].entries()) {
    const [id, version_id, at] = [idOf("template", i), idOf("version", i), new Date().toISOString()];
    rows.template.push({ organization_id, id, key: `bench-${i}`, core_position: i + 1, created_at: at, rev: 1 });
    rows.version.push({
      organization_id,
      id: version_id,
      template_id: id,
      major: 1,
      minor: 0,
      state: "PUBLISHED",
      definition,
      about_member: i === 1,
      created_at: at,
      published_at: at,
      rev: 1,
    });
    rows.rollout.push({
      organization_id,
      id: idOf("rollout", i),
      template_id: id,
      version_id,
      ring: "ALL",
      all_chapters: true,
      effective_from: addDays(today, -HISTORY_DAYS),
      catch_up: "SKIP",
      created_by: by,
      created_at: at,
      rev: 1,
    });
  }
  return rows;
}

const TEMPLATE_IDS = [idOf("template", 0), idOf("template", 1)];
const VERSION_IDS = [idOf("version", 0), idOf("version", 1)];

type TouchpointOf = {
  organization_id: string;
  chapter_id: string;
  i: number;
  about: boolean;
  member: string | null;
  due: LocalDate;
};

function touchpoint({ organization_id, chapter_id, i, about, member, due }: TouchpointOf, done: boolean): Row {
  const kind = about ? 1 : 0;
  const answers = about ? { next: i % 3 > 0 } : { cost: (i % 40) * 10, food: i % 4 > 0 };
  const closed = done && i % 25 !== 0;
  return {
    organization_id,
    chapter_id,
    id: idOf("touchpoint", chapter_id, i),
    template_id: TEMPLATE_IDS[kind],
    version_id: VERSION_IDS[kind],
    major: 1,
    about_member: about,
    period_report: false,
    member_id: member,
    occurrence: `o-${i}`,
    opens_on: addDays(due, -14),
    due_on: due,
    miss_on: addDays(due, 14),
    first_due_on: due,
    late_allowed: true,
    closed_at: closed ? `${addDays(due, i % 6 === 0 ? 5 : -2)}T12:00:00Z` : null,
    waived_at: done && !closed ? `${due}T12:00:00Z` : null,
    attempts: 0,
    answers: closed ? answers : {},
    steps_done: done ? STEPS.map((step) => step.key) : ["s0"],
    created_at: new Date().toISOString(),
    rev: 1,
  };
}

/** A federation of fifteen chapters with so many touchpoints: the same shape whatever the number, only the history is longer. */
export function benchFederation(touchpoints: number, submits: number, today: LocalDate): BenchFederation {
  const organization_id = idOf("organization");
  const rows = {
    region: [] as Row[],
    chapter: [] as Row[],
    chapter_region: [] as Row[],
    member: [] as Row[],
    touchpoint: [] as Row[],
  };
  for (let r = 0; r < REGIONS; r++) {
    rows.region.push({
      organization_id,
      id: idOf("region", r),
      name: `Region ${r}`,
      opened_on: addMonths(today, -24),
      rev: 1,
    });
  }
  const people = [
    person(
      organization_id,
      "coordinator",
      { role: "REGION_COORDINATOR", unit_kind: "REGION", region_id: idOf("region", 0) },
      today,
    ),
  ];
  const perChapter = Math.round(touchpoints / CHAPTERS);
  const toSubmit: string[] = [];
  for (let c = 0; c < CHAPTERS; c++) {
    const chapter_id = idOf("chapter", c);
    const opened = { opened_on: addMonths(today, -24), valid_from: addMonths(today, -24) };
    rows.chapter.push({
      organization_id,
      id: chapter_id,
      name: `Lag ${c}`,
      short_name: `Lag ${c}`,
      county: "32",
      municipalities: [],
      direct_members: false,
      opened_on: opened.opened_on,
      rev: 1,
    });
    rows.chapter_region.push({
      organization_id,
      chapter_id,
      region_id: idOf("region", c % REGIONS),
      valid_from: opened.valid_from,
    });
    people.push(
      person(organization_id, `leader ${c}`, { role: "CHAPTER_LEADER", unit_kind: "CHAPTER", chapter_id }, today),
    );
    const members = Math.max(20, Math.round(perChapter / 20));
    const memberId = remembered((m: number) => idOf("member", c, m));
    for (let m = 0; m < members; m++) {
      const joined = addDays(today, -(m % HISTORY_DAYS));
      rows.member.push({
        organization_id,
        chapter_id,
        id: memberId(m),
        first_name: `Fornavn${m}`,
        last_name: "Etternavn",
        joined_on: joined,
        joined_chapter_on: joined,
        contact_preference: "ANY",
        rev: 1,
      });
    }
    for (let i = 0; i < perChapter; i++) {
      const open = i < UNCLOSED;
      const about = i % 2 === 1;
      const due = open ? addDays(today, (i % 50) - 10) : addDays(today, -20 - ((i * 7) % (HISTORY_DAYS - 20)));
      const member = about ? memberId(i % members) : null;
      rows.touchpoint.push(touchpoint({ organization_id, chapter_id, i, about, member, due }, !open));
    }
    if (c !== 1) continue;
    for (let i = perChapter; i < perChapter + submits; i++) {
      const row = touchpoint(
        { organization_id, chapter_id, i, about: false, member: null, due: addDays(today, 7) },
        false,
      );
      rows.touchpoint.push(row);
      toSubmit.push(String(row.id));
    }
  }
  const templates = templateRows(organization_id, idOf("seat", "coordinator"), today);
  return {
    tables: [
      ["organization", [organizationRow(organization_id)]],
      ["region", rows.region],
      ["chapter", rows.chapter],
      ["chapter_region", rows.chapter_region],
      ["account", people.map((one) => one.account)],
      ["seat", people.map((one) => one.seat)],
      ["session", people.map((one) => one.session)],
      ["touchpoint_template", templates.template],
      ["template_version", templates.version],
      ["rollout", templates.rollout],
      ["member", rows.member],
      ["touchpoint", rows.touchpoint],
    ],
    boardSession: secretOf("leader 0"),
    submitSession: secretOf("leader 1"),
    coordinatorSession: secretOf("coordinator"),
    dutyTemplate: idOf("template", 0),
    duty: DUTY,
    dutyBurden: burdenSeconds(DUTY).perReport,
    memberBurden: burdenSeconds(ABOUT_MEMBER).perReport,
    boardChapter: idOf("chapter", 0),
    toSubmit,
  };
}
