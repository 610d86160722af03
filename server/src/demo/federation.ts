import { addDays } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { CRISIS_CONTACTS } from "../features/organization/index.js";
import type { ChapterPlan } from "./chapters/chapter-plan.js";
import type { AtWork, RolledOut } from "./conduct.js";
import { duties, periodQuestions } from "./duty-touchpoints.js";
import { at } from "./frame.js";
import type { Frame } from "./frame.js";
import { generateMeetings, meeting } from "./meetings.js";
import type { MeetingFacts } from "./meetings.js";
import { generateFees, generateMembers } from "./members.js";
import type { MemberOptions } from "./members.js";
import { touchpointsBefore } from "./history.js";
import { touchpointsAbout } from "./member-touchpoints.js";
import { demoId, randomFor } from "./random.js";
import type { ChapterRow, DemoRows, FeeRow, OrganizationRow, SeatRow } from "./rows.js";

export type OrganizationFacts = Pick<
  OrganizationRow,
  "name" | "short_name" | "sender_name" | "region_term" | "max_age"
> & {
  key: string;
};

/** Whom boards can call afterwards. */
const ON_CALL = {
  name: "Siri Dahl, vakt",
  phone: "400 00 017",
  note: {
    nb: "Hverdager 16–22, helger 12–22",
    nn: "Kvardagar 16–22, helger 12–22",
    en: "Weekdays 16–22, weekends 12–22",
  },
  urgent: false,
  onCall: true,
};

export function addOrganization(rows: DemoRows, frame: Frame, facts: OrganizationFacts): string {
  const { key, ...rest } = facts;
  const id = demoId("organization", key);
  rows.organization.push({
    id,
    ...rest,
    crisis_contacts: [...CRISIS_CONTACTS, ON_CALL].map((contact, index) => ({
      ...contact,
      // one has waited long enough to show that it should be called again
      checkedOn: addDays(frame.today, index === CRISIS_CONTACTS.length - 1 ? -200 : -40),
    })),
    demo: true,
    suppression_k: 5,
    min_age: 13,
    self_join_age: 15,
    digital_consent_age: 13,
    grant_age: 26,
    core_set_size: 5,
    // the largest chapters have four or five hours a month before anything is added
    burden_cap_minutes: 360,
    member_goal: null,
    member_goal_on: null,
    member_goal_start: null,
    member_goal_start_on: null,
    created_at: at(addDays(frame.start, -60), 9),
    rev: 1,
  });
  return id;
}

export function addRegion(rows: DemoRows, organization: string, key: string, name: string): string {
  const id = demoId("region", organization, key);
  rows.region.push({ organization_id: organization, id, name, opened_on: "2012-01-01", closed_on: null, rev: 1 });
  return id;
}

export function chapterId(organization: string, key: string): string {
  return demoId("chapter", organization, key);
}

/** A chapter and its regions from-to; a move happens on 1 January this year. */
export function addChapter(
  rows: DemoRows,
  frame: Frame,
  organization: string,
  plan: ChapterPlan,
  names: { name: string; shortName: string },
): ChapterRow {
  const opened_on: LocalDate = `${plan.openedYear}-02-01`;
  const chapter: ChapterRow = {
    organization_id: organization,
    id: chapterId(organization, plan.key),
    name: names.name,
    short_name: names.shortName,
    county: plan.county,
    municipalities: plan.municipalities,
    direct_members: plan.direct === true,
    attendance_by_name: false,
    attendance_by_name_since: null,
    opened_on,
    closed_on: null,
    rev: 1,
  };
  rows.chapter.push(chapter);
  const moved = `${frame.today.slice(0, 4)}-01-01`;
  const belongs = (region: string, valid_from: LocalDate, valid_to: LocalDate | null): void => {
    const region_id = demoId("region", organization, region);
    rows.chapter_region.push({
      organization_id: organization,
      chapter_id: chapter.id,
      region_id,
      valid_from,
      valid_to,
    });
  };
  if (plan.regionBefore) belongs(plan.regionBefore, opened_on, moved);
  if (plan.region !== "") belongs(plan.region, plan.regionBefore ? moved : opened_on, null);
  return chapter;
}

export type ChapterLife = Omit<MemberOptions, "random"> & {
  rows: DemoRows;
  seats: SeatRow[];
  host: string;
  templates: RolledOut[];
  upToDate: boolean;
};

function feesByMember(fees: FeeRow[]): Map<string, FeeRow[]> {
  const byMember = new Map<string, FeeRow[]>();
  for (const fee of fees) byMember.set(fee.member_id, [...(byMember.get(fee.member_id) ?? []), fee]);
  return byMember;
}

/** Members, fees, meetings and touchpoints of one chapter. Each part draws from a stream of its own. */
export function liveChapter(life: ChapterLife): void {
  const { rows, frame, plan, chapter, seats, host, templates } = life;
  const stream = (part: string) => randomFor(frame.seed, part, chapter.id);
  const members = generateMembers({ ...life, random: stream("members") });
  const fees = generateFees(frame, plan, members, stream("fees"));
  const meetings = generateMeetings(frame, plan, chapter, host, stream("meetings"));
  const perMember = templates.filter(({ definition }) => definition.trigger.offsets);
  const work = (part: string): AtWork => ({
    frame,
    plan,
    chapter,
    seats,
    random: stream(part),
    upToDate: life.upToDate,
  });
  const byMember = feesByMember(fees);
  const waiting = life.waiting?.length ?? 0;
  const contact = work("contact");
  const about = members.flatMap((member, index) =>
    touchpointsAbout(contact, perMember, member, byMember.get(member.id) ?? [], index < waiting),
  );
  rows.touchpoint.push(...about, ...touchpointsBefore(work("before"), perMember));
  for (const template of templates) {
    const part = work(`duty ${template.key}`);
    if (template.definition.trigger.offsets) rows.touchpoint.push(...periodQuestions(part, template, about));
    else {
      const done = duties(part, template, members, host);
      rows.touchpoint.push(...done.touchpoints);
      meetings.push(...done.meetings);
    }
  }
  const taken = new Set<string>();
  for (const one of meetings) {
    if (!taken.has(one.id)) rows.meeting.push(one);
    taken.add(one.id);
  }
  if (life.upToDate) addJustHeld(life, taken);
  rows.member.push(...members);
  rows.member_fee.push(...fees);
}

/** Where people are waiting to be met there is a treff in a few days, and one held that has no number yet. */
function addJustHeld({ rows, frame, plan, chapter, host }: ChapterLife, taken: Set<string>): void {
  const random = randomFor(frame.seed, "just held", chapter.id);
  const yesterday = addDays(frame.today, -1);
  const unreported = rows.meeting.some(
    ({ chapter_id: id, held_on: day, attendance }) => id === chapter.id && day < frame.today && attendance === null,
  );
  const facts: MeetingFacts[] = [
    { kind: "GATHERING", held_on: addDays(frame.today, 5), title: "Spillkveld", attendance: null },
    { kind: "GATHERING", held_on: addDays(frame.today, -15), title: "Pizzakveld", attendance: 11 },
    ...(unreported ? [] : [{ kind: "GATHERING" as const, held_on: yesterday, title: "Filmkveld", attendance: null }]),
  ];
  for (const fact of facts) {
    const row = meeting(plan, chapter, host, random, fact);
    if (!taken.has(row.id)) rows.meeting.push(row);
  }
}
