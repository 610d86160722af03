import { addMonths } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { ABOUT_MEMBER, DUTY } from "./definitions.js";
import { organizationRow, person } from "./people.js";
import type { Row } from "./people.js";
import { idOf, secretOf } from "./made-up.js";

/** A federation that is wide rather than old: what national's acts reach all of. */
export type WideFederation = {
  organizationId: string;
  tables: [table: string, rows: Row[]][];
  /** rows that are made in the database, for the tables' owner */
  statements: { sql: string; parameters: unknown[] }[];
  nationalSession: string;
  /** one for each round: a template is fresh once */
  templates: { templateId: string; versionId: string; nextVersionId: string }[];
  nextVersions: Row[];
  joined: { templateId: string; versionId: string };
  /** chapters and what each is given by a roll-out */
  chapters: number;
  occurrences: number;
};

export const WIDE = { chapters: 1_000, members: 200_000, occurrences: 12, rounds: 3 } as const;
const JOINED_OVER_DAYS = 365;

/** Twelve a year, each a few minutes, so that the cap is looked at and holds. */
const MONTHLY: TemplateDefinition = {
  ...DUTY,
  trigger: { kind: "PERIOD", period: "MONTH" },
  schedule: { opensAfterDays: 0, dueAfterDays: 7, missAfterDays: 14, lateAllowed: true },
  minutes: 5,
};

function versionRow(
  organization_id: string,
  template_id: string,
  id: string,
  major: number,
  definition: TemplateDefinition,
): Row {
  const at = new Date().toISOString();
  return {
    organization_id,
    id,
    template_id,
    major,
    minor: 0,
    state: "PUBLISHED",
    definition,
    about_member: definition === ABOUT_MEMBER,
    created_at: at,
    published_at: at,
    rev: 1,
  };
}

/** A thousand chapters of two hundred members, templates nobody has yet, and their next versions, published later. */
export function wideFederation(today: LocalDate): WideFederation {
  const at = new Date().toISOString();
  const organizationId = idOf("wide");
  const template = (id: string, key: string): Row => ({
    organization_id: organizationId,
    id,
    key,
    core_position: null,
    created_at: at,
    rev: 1,
  });
  const chapter = (c: number): Row => ({
    organization_id: organizationId,
    id: idOf("wide chapter", c),
    name: `Lag ${c}`,
    short_name: `Lag ${c}`,
    county: "32",
    municipalities: [],
    direct_members: false,
    opened_on: addMonths(today, -36),
    rev: 1,
  });
  const templates = Array.from({ length: WIDE.rounds }, (_, i) => ({
    templateId: idOf("wide template", i),
    versionId: idOf("wide version", i),
    nextVersionId: idOf("wide next", i),
  }));
  const joined = { templateId: idOf("wide joined"), versionId: idOf("wide joined version") };
  const national = person(organizationId, "national", { role: "NATIONAL_ADMIN", unit_kind: "ORGANIZATION" }, today);
  const versionOf = (id: string, next: string, major: number) =>
    versionRow(organizationId, id, next, major, { ...MONTHLY, minutes: 5 * major });
  return {
    organizationId,
    tables: [
      ["organization", [organizationRow(organizationId)]],
      ["chapter", Array.from({ length: WIDE.chapters }, (_, c) => chapter(c))],
      ["account", [national.account]],
      ["seat", [national.seat]],
      ["session", [national.session]],
      [
        "touchpoint_template",
        [
          ...templates.map(({ templateId }, i) => template(templateId, `wide-${i}`)),
          template(joined.templateId, "wide-joined"),
        ],
      ],
      [
        "template_version",
        [
          ...templates.map(({ templateId, versionId }) => versionOf(templateId, versionId, 1)),
          versionRow(organizationId, joined.templateId, joined.versionId, 1, ABOUT_MEMBER),
        ],
      ],
    ],
    statements: [
      {
        sql: `insert into app.member (organization_id, chapter_id, id, first_name, last_name, joined_on, joined_chapter_on)
            select c.organization_id, c.id, gen_random_uuid(), 'Fornavn', 'Etternavn', day, day
              from app.chapter c cross join generate_series(1, $2::int) n cross join lateral (select $3::date - (n * 7) % $4::int as day) joined
             where c.organization_id = $1`,
        parameters: [organizationId, WIDE.members / WIDE.chapters, today, JOINED_OVER_DAYS],
      },
    ],
    nationalSession: secretOf("national"),
    templates,
    nextVersions: templates.map(({ templateId, nextVersionId }) => versionOf(templateId, nextVersionId, 2)),
    joined,
    chapters: WIDE.chapters,
    occurrences: WIDE.occurrences,
  };
}
