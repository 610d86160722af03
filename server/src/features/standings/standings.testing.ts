import { addDays, osloDate, periodOf } from "@varde/domain";
import type { Answers, LocalDate, ReportField, TemplateDefinition } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Federation, Seed } from "../../testkit/seed.js";

export const TODAY = osloDate(new Date());
export const day = (n: number): LocalDate => addDays(TODAY, n);
/** the half-year that everything of these tests counts in: that of its first due date, today */
export const PERIOD = periodOf(TODAY, "HALF_YEAR");

const text = (nb: string) => ({ nb });

export const FIELDS: ReportField[] = [
  { key: "cost", type: "NUMBER", label: text("Hva kostet det?"), required: false, counts: "KRONER" },
  { key: "came", type: "NUMBER", label: text("Hvor mange kom?"), required: false, counts: "PERSONS" },
  { key: "food", type: "YES_NO", label: text("Var det mat?"), required: true },
  { key: "note", type: "TEXT", label: text("Noe å lære bort?"), required: false, maxLength: 500 },
];

export function definition(over: Partial<TemplateDefinition> = {}): TemplateDefinition {
  return {
    name: text("Sommertreff"),
    purpose: text("Å møtes."),
    stage: "TAKE_PART",
    trigger: { kind: "MANUAL" },
    schedule: { opensAfterDays: 0, dueAfterDays: 14, missAfterDays: 14, lateAllowed: true },
    steps: [],
    messages: [],
    reportFields: FIELDS,
    targets: [],
    locks: [],
    ...over,
  };
}

export type Template = { id: string; versionId: string; aboutMember: boolean; organizationId: string };

/** A published template, rolled out to all a year ago. */
export async function template(
  seed: Seed,
  federation: Federation,
  over: { aboutMember?: boolean; corePosition?: number; definition?: TemplateDefinition; foreign?: boolean } = {},
): Promise<Template> {
  const organizationId = over.foreign ? federation.foreignOrganizationId : federation.organizationId;
  const createdBy = over.foreign ? federation.foreignAdmin.seatId : federation.admin.seatId;
  const [id, versionId, aboutMember] = [uuidv7(), uuidv7(), over.aboutMember ?? false];
  await seed.rows("touchpoint_template", {
    organization_id: organizationId,
    id,
    key: `t-${seed.unique()}`,
    core_position: over.corePosition ?? null,
  });
  await seed.rows("template_version", {
    organization_id: organizationId,
    id: versionId,
    template_id: id,
    state: "PUBLISHED",
    definition: over.definition ?? definition(aboutMember ? { trigger: { kind: "MEMBER_JOINED" } } : {}),
    about_member: aboutMember,
    published_at: new Date(),
  });
  await seed.rows("rollout", {
    organization_id: organizationId,
    id: uuidv7(),
    template_id: id,
    version_id: versionId,
    ring: "ALL",
    all_chapters: true,
    effective_from: day(-365),
    catch_up: "SKIP",
    created_by: createdBy,
  });
  return { id, versionId, aboutMember, organizationId };
}

async function member(seed: Seed, of: Template, chapterId: string): Promise<string> {
  const id = uuidv7();
  const joined = { joined_on: day(-400), joined_chapter_on: day(-400) };
  const names = { first_name: "Sara", last_name: "Lie" };
  await seed.rows("member", { organization_id: of.organizationId, chapter_id: chapterId, id, ...names, ...joined });
  return id;
}

/** How a touchpoint stands on a day: `d` is that day. */
export const STANDS = {
  onTime: (d: LocalDate) => ({ due_on: d, miss_on: d, closed_at: `${addDays(d, -1)}T12:00:00Z` }),
  late: (d: LocalDate) => ({ due_on: addDays(d, -9), miss_on: d, closed_at: `${addDays(d, -1)}T12:00:00Z` }),
  missed: (d: LocalDate) => ({ due_on: addDays(d, -9), miss_on: addDays(d, -1) }),
  open: (d: LocalDate) => ({ due_on: d, miss_on: addDays(d, 9) }),
  overdue: (d: LocalDate) => ({ due_on: addDays(d, -1), miss_on: d }),
  waived: (d: LocalDate) => ({ due_on: d, miss_on: d, waived_at: `${addDays(d, -1)}T12:00:00Z` }),
  emptied: (d: LocalDate) => ({ due_on: d, miss_on: d, emptied_at: `${addDays(d, -1)}T12:00:00Z` }),
};
export type Stand = keyof typeof STANDS;

/** `n` touchpoints of a chapter that stand like that on `on` (today unless told); their first due date is `on`. */
export async function touchpoints(
  seed: Seed,
  of: Template,
  chapterId: string,
  stands: Partial<Record<Stand, number>>,
  more: { on?: LocalDate; answers?: Answers; row?: Record<string, unknown> } = {},
): Promise<string[]> {
  const on = more.on ?? TODAY;
  const ids: string[] = [];
  for (const [stand, n] of Object.entries(stands) as [Stand, number][]) {
    for (let i = 0; i < n; i++) {
      const id = uuidv7();
      ids.push(id);
      await seed.rows("touchpoint", {
        organization_id: of.organizationId,
        chapter_id: chapterId,
        id,
        template_id: of.id,
        version_id: of.versionId,
        major: 1,
        about_member: of.aboutMember,
        member_id: of.aboutMember ? await member(seed, of, chapterId) : null,
        occurrence: `o-${id}`,
        opens_on: addDays(on, -30),
        first_due_on: on,
        answers: more.answers ?? {},
        ...STANDS[stand](on),
        ...more.row,
      });
    }
  }
  return ids;
}

const COUNTS = "{ onTime late missed closed lateOrMissed takenOver open overdue waived empty cancelled }";
const SHARE = "{ numerator denominator share }";

export const COMPARISON = `query ($templateId: ID!, $period: String, $regionId: ID) {
  comparison(templateId: $templateId, period: $period, regionId: $regionId) {
    period periodStart periodEnd referenceDate fromSnapshot scopeName majors
    template { id periods aboutMember }
    rows { chapter { id county regionId } counts ${COUNTS} completion ${SHARE} timeliness ${SHARE} waiverShare ${SHARE} hidden drillable }
    total ${COUNTS} completion ${SHARE} timeliness ${SHARE}
  }
}`;

type Share = { numerator: number | null; denominator: number | null; share: number | null };
export type CountsAnswer = Record<string, number | null>;
export type RowAnswer = {
  chapter: { id: string; county: string; regionId: string | null };
  counts: CountsAnswer;
  completion: Share;
  timeliness: Share;
  waiverShare: Share;
  hidden: boolean;
  drillable: boolean;
};
export type ComparisonAnswer = {
  comparison: {
    period: string;
    referenceDate: string;
    fromSnapshot: boolean;
    scopeName: string;
    template: { periods: string[] };
    rows: RowAnswer[];
    total: CountsAnswer;
    completion: Share;
    timeliness: Share;
  };
};
