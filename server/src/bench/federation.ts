import { addMonths, burdenSeconds, lastQuarterEnd } from "@varde/domain";
import type { LocalDate, TemplateDefinition } from "@varde/domain";
import { ABOUT_MEMBER, CORE, DUTY } from "./definitions.js";
import { HISTORY_DAYS, MEMBERS_SQL, PUBLISHED_SQL, TOUCHPOINTS_SQL } from "./federation-sql.js";
import { addDays, hashId, idOf, secretOf } from "./made-up.js";
import type { Loadable } from "./load.js";
import { organizationRow, person } from "./people.js";
import type { Row } from "./people.js";

/** How big a federation is. */
export type Shape = { chapters: number; regions: number; members: number; touchpoints: number };

/** What the bench asks about. Sessions are secrets as the cookie holds them; ids are those of the rows. */
export type BenchFederation = {
  nationalSession: string;
  /** reads one region's chapters beside each other */
  coordinatorSession: string;
  /** of the chapter whose list, tasks and register are read */
  boardSession: string;
  boardChapter: string;
  dutyTemplate: string;
  dutyBurden: number;
  memberBurden: number;
  /** open tasks of that chapter, half of them about a member */
  toOpen: string[];
  /** open duties to report, each once, of several chapters by turns */
  toSubmit: { id: string; session: string; chapterId: string; seatId: string }[];
  /** what is loaded must hold exactly so much */
  shape: Shape;
};

/** A thousand chapters with a history of three years. */
export const LARGE: Shape = { chapters: 1_000, regions: 15, members: 200_000, touchpoints: 3_000_000 };

/** A part of the whole of it: fewer chapters, as big as they were. */
export const partOf = (shape: Shape, part: number): Shape => ({
  chapters: Math.max(10, Math.round(shape.chapters * part)),
  regions: Math.max(1, Math.round(shape.regions * part)),
  members: Math.max(10, Math.round(shape.chapters * part)) * (shape.members / shape.chapters),
  touchpoints: Math.max(10, Math.round(shape.chapters * part)) * (shape.touchpoints / shape.chapters),
});

/** The same chapters with a hundredth of their members and of what they have done: what has piled up is less, what is asked for is not. */
export const hundredth = (shape: Shape): Shape => ({
  ...shape,
  members: shape.members / 100,
  touchpoints: shape.touchpoints / 100,
});

/** Open work does not grow with the years: what grows is what is done. */
export const OPEN = 20;
/** So many more of the one chapter whose list is read. */
export const OPEN_MORE = 120;
/** Chapters whose boards report by turns: boards report in their own rows. */
const REPORTING = 8;

function templateRows(organization_id: string, by: string, today: LocalDate) {
  const rows = { template: [] as Row[], version: [] as Row[], rollout: [] as Row[], kinds: [] as object[] };
  const at = new Date().toISOString();
  const turned = addMonths(today, -18);
  for (const [i, definition] of CORE.entries()) {
    const id = idOf("template", i);
    const about_member = definition.trigger.kind === "MEMBER_JOINED";
    rows.template.push({ organization_id, id, key: `bench-${i}`, core_position: i + 1, created_at: at, rev: 1 });
    // the first has been made anew half-way: its numbers are of two major versions
    for (const major of i === 0 ? [1, 2] : [1]) {
      const version_id = idOf("version", i, major);
      const since = major === 2 ? turned : addDays(today, -HISTORY_DAYS);
      const common = { organization_id, template_id: id, created_at: at, rev: 1 };
      rows.version.push({
        ...common,
        id: version_id,
        major,
        minor: 0,
        state: i === 0 && major === 1 ? "CLOSED" : "PUBLISHED",
        definition,
        about_member,
        published_at: at,
      });
      rows.rollout.push({
        ...common,
        id: idOf("rollout", i, major),
        version_id,
        ring: "ALL",
        all_chapters: true,
        effective_from: since,
        catch_up: "SKIP",
        created_by: by,
      });
      const last = i === 0 && major === 1 ? addDays(turned, -1) : "9999-12-31";
      rows.kinds.push({ place: i, template_id: id, version_id, major, about_member, since, last });
    }
  }
  // what is older than three years is of the first version all the same
  rows.kinds = rows.kinds.map((kind) =>
    "major" in kind && kind.major === 2 ? kind : { ...kind, since: "2000-01-01" },
  );
  return rows;
}

const touchpointId = (chapterId: string, i: number): string => hashId("touchpoint", chapterId, i);

/**
 * The federation as the few rows that are sent, and the statements that make the many in the database. The same every
 * time; `submits` duties are open to be reported.
 */
export function benchFederation(shape: Shape, submits: number, today: LocalDate): BenchFederation & Loadable {
  const organization_id = idOf("organization");
  const national = person(organization_id, "national", { role: "NATIONAL_ADMIN", unit_kind: "ORGANIZATION" }, today);
  const coordinator = person(
    organization_id,
    "coordinator",
    { role: "REGION_COORDINATOR", unit_kind: "REGION", region_id: idOf("region", 0) },
    today,
  );
  const people = [national, coordinator];
  const rows = { region: [] as Row[], chapter: [] as Row[], chapter_region: [] as Row[] };
  const opened = addMonths(today, -36);
  for (let r = 0; r < shape.regions; r++)
    rows.region.push({ organization_id, id: idOf("region", r), name: `Region ${r}`, opened_on: opened, rev: 1 });
  for (let c = 0; c < shape.chapters; c++) {
    const chapter_id = idOf("chapter", c);
    const name = `Lag ${String(c).padStart(4, "0")}`;
    const place = { county: "32", municipalities: [], direct_members: false };
    rows.chapter.push({ organization_id, id: chapter_id, name, short_name: name, ...place, opened_on: opened, rev: 1 });
    const region_id = idOf("region", c % shape.regions);
    rows.chapter_region.push({ organization_id, chapter_id, region_id, valid_from: opened });
    const leader = { role: "CHAPTER_LEADER", unit_kind: "CHAPTER", chapter_id };
    const one = person(organization_id, `leader ${c}`, leader, today);
    // a few have not been seen for long
    if (c % 20 === 19) one.seat.last_seen_on = addDays(today, -60);
    people.push(one);
  }
  const templates = templateRows(organization_id, idOf("seat", "coordinator"), today);
  const perChapter = shape.touchpoints / shape.chapters;
  const reporting = Math.min(REPORTING, shape.chapters - 1);
  const submitsEach = Math.ceil(submits / reporting);
  const boardChapter = idOf("chapter", 0);
  const more: [number, number][] = [
    [0, OPEN_MORE],
    ...Array.from({ length: reporting }, (_, c): [number, number] => [c + 1, submitsEach]),
  ];
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
    ],
    statements: [
      { sql: MEMBERS_SQL, parameters: [organization_id, shape.members / shape.chapters, today] },
      {
        sql: TOUCHPOINTS_SQL,
        parameters: [
          organization_id,
          perChapter,
          OPEN,
          today,
          JSON.stringify(templates.kinds),
          shape.members / shape.chapters,
          JSON.stringify(more.map(([n, count]) => ({ n, more: count, duties: n > 0 }))),
        ],
      },
      { sql: PUBLISHED_SQL, parameters: [organization_id, lastQuarterEnd(today)] },
    ],
    rebuilt: organization_id,
    nationalSession: secretOf("national"),
    coordinatorSession: secretOf("coordinator"),
    boardSession: secretOf("leader 0"),
    boardChapter,
    dutyTemplate: idOf("template", 0),
    dutyBurden: burdenSeconds(DUTY).perReport,
    memberBurden: burdenSeconds(ABOUT_MEMBER).perReport,
    toOpen: Array.from({ length: 60 }, (_, i) => touchpointId(boardChapter, perChapter + 1 + i)),
    toSubmit: Array.from({ length: submits }, (_, s) => {
      const c = (s % reporting) + 1;
      const chapterId = idOf("chapter", c);
      const id = touchpointId(chapterId, perChapter + 1 + Math.floor(s / reporting));
      return { id, chapterId, session: secretOf(`leader ${c}`), seatId: idOf("seat", `leader ${c}`) };
    }),
    shape,
  };
}

/** The definition behind the duty that is listed, reported and compared. */
export const REPORTED: TemplateDefinition = DUTY;
