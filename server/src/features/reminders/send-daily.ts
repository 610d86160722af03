import { neutralName } from "@varde/domain";
import type { JobPayload } from "../../kernel/jobs/enqueue.js";
import { organizationIds, organizationSessions } from "../../kernel/jobs/job.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { collectEscalations } from "./collect-escalations.js";
import type { Escalation } from "./collect-escalations.js";
import { collectNews } from "./collect-news.js";
import type { SeatNews } from "./collect-news.js";
import { digestLetter } from "./digest.texts.js";
import { endLead, handOverAll } from "./hand-over.js";
import type { Due, InOrganization } from "./hand-over.js";
import { judge } from "./judge.js";
import type { Verdict } from "./judge.js";
import { isQuiet, osloMoment } from "./moment.js";
import type { Moment } from "./moment.js";
import { escalationLetter } from "./other-letters.texts.js";
import { peopleAfter } from "./people.js";
import type { Person } from "./people.js";
import { closeOld, leadsToday, settleFollowers, skipped, writeCandidates } from "./reminder-log.js";
import type { Candidate, Ending, Lead, Rule } from "./reminder-log.js";
import { sendSingles } from "./send-singles.js";

const TASK = "JOB_DIGEST";
/** People held in memory at once. */
const PAGE = 200;
const DAILY = ["DIGEST", "ESCALATION"] as const;

type Judged = { person: Person; verdict: Exclude<Verdict, "LATER"> };
type Held = Lead & { unfinished: boolean };
/** What there is to say to each person, by rule: keys are `<account> <rule>`. */
type Items = { DIGEST: Map<string, SeatNews[]>; ESCALATION: Map<string, Escalation[]> };
const keyOf = (accountId: string, rule: Rule): string => `${accountId} ${rule}`;

const eachOrganization = (people: readonly Judged[]): Map<string, Judged[]> => {
  const groups = new Map<string, Judged[]>();
  for (const one of people)
    for (const id of one.person.organizationIds) groups.set(id, [...(groups.get(id) ?? []), one]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
};

async function heldToday(inIt: InOrganization, people: readonly Judged[]): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (const [organizationId, here] of eachOrganization(people)) {
    const rows = await inIt(organizationId, (work) =>
      leadsToday(
        work,
        organizationId,
        here.map(({ person }) => person.id),
      ),
    );
    for (const row of rows) held.set(keyOf(row.accountId, row.rule), row);
  }
  return held;
}

async function itemsOf(inIt: InOrganization, people: readonly Judged[]): Promise<Items> {
  const items: Items = { DIGEST: new Map(), ESCALATION: new Map() };
  const add = <T extends { accountId: string }>(map: Map<string, T[]>, rows: readonly T[]) => {
    for (const row of rows) map.set(row.accountId, [...(map.get(row.accountId) ?? []), row]);
  };
  for (const [organizationId, here] of eachOrganization(people)) {
    const ids = here.map(({ person }) => person.id);
    const above = here.filter(({ person }) => person.looksAfter).map(({ person }) => person.id);
    await inIt(organizationId, async (work) => {
      add(items.DIGEST, await collectNews(work, organizationId, ids));
      if (above.length > 0) add(items.ESCALATION, await collectEscalations(work, organizationId, above));
    });
  }
  return items;
}

/** How a new candidate ends at once, or null when its mail is to be sent. */
function endingOf(verdict: Judged["verdict"], held: Held | undefined): Ending | null {
  if (verdict !== "NOW" && verdict !== "PAST") return skipped(verdict);
  return held && !held.unfinished ? skipped("ALREADY_TODAY") : null;
}

/** Writes today's candidates to the log before anything is sent, and adds the new leads to `held`. */
async function plan(inIt: InOrganization, people: readonly Judged[], items: Items, held: Map<string, Held>) {
  const byOrganization = new Map<string, Candidate[]>();
  for (const { person, verdict } of people) {
    // too late to begin; what was begun is finished below
    if (verdict === "PAST") continue;
    for (const rule of DAILY) {
      const lead = held.get(keyOf(person.id, rule));
      const ending = endingOf(verdict, lead);
      for (const [index, item] of (items[rule].get(person.id) ?? []).entries()) {
        const { organizationId, seatId, accountId } = item;
        const chapterId = "chapterId" in item ? item.chapterId : null;
        const leads = index === 0 && !lead;
        const candidate = { rule, seatId, accountId, chapterId, touchpointId: null, leads, ending };
        byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), candidate]);
      }
    }
  }
  for (const [organizationId, candidates] of byOrganization) {
    const leads = await inIt(organizationId, (work) => writeCandidates(work, organizationId, candidates));
    for (const lead of leads) held.set(keyOf(lead.accountId, lead.rule), { ...lead, unfinished: true });
  }
}

const beside = (items: readonly { organizationId: string }[]): string[] => [
  ...new Set(items.slice(1).map((item) => item.organizationId)),
];

function dueOf(context: JobContext, lead: Held, person: Person, items: Items): Due | null {
  const page = (path: string) => `${context.baseUrl}${path}`;
  if (lead.rule === "DIGEST") {
    const news = items.DIGEST.get(person.id);
    if (!news) return null;
    const chapters = news.map((seat) => ({ ...seat, unit: neutralName(seat.unit, seat.organizationUnit) }));
    const letter: Due["letter"] = ({ unsubscribe }) =>
      digestLetter(person.language, chapters, { tasks: page("/oppgaver"), unsubscribe });
    return { lead, person, beside: beside(news), senderName: news[0]!.senderName, letter };
  }
  const needs = items.ESCALATION.get(person.id);
  if (!needs) return null;
  const chapters = needs.map((chapter) => ({ ...chapter, unit: neutralName(chapter.unit, chapter.organizationUnit) }));
  const letter: Due["letter"] = ({ unsubscribe }) =>
    escalationLetter(person.language, chapters, { page: page("/"), unsubscribe });
  return { lead, person, beside: beside(needs), senderName: needs[0]!.senderName, letter };
}

/** One page of people: plan, then send what is planned, whoever planned it. */
async function remindPage(
  context: JobContext,
  inIt: InOrganization,
  people: Judged[],
  now: Moment,
  failures: unknown[],
) {
  const held = await heldToday(inIt, people);
  const isUnfinished = ({ person }: Judged) => DAILY.some((rule) => held.get(keyOf(person.id, rule))?.unfinished);
  // whoever's day is settled is not looked at again: a run that begins anew is soon where the last one ended
  const isSettled = ({ person }: Judged) =>
    DAILY.every(
      (rule) => (rule === "ESCALATION" && !person.looksAfter) || held.get(keyOf(person.id, rule))?.unfinished === false,
    );
  const current = people.filter((one) => (one.verdict === "PAST" ? isUnfinished(one) : !isSettled(one)));
  const items = await itemsOf(inIt, current);
  // left waiting beside a mail that is out: a run was cut off between two organizations
  const settled = [...held.values()].filter((lead) => !lead.unfinished);
  if (settled.length > 0)
    for (const organizationId of eachOrganization(people).keys())
      await inIt(organizationId, (work) => settleFollowers(work, organizationId, settled));
  await plan(inIt, current, items, held);
  const dues: Due[] = [];
  for (const { person, verdict } of current) {
    for (const rule of DAILY) {
      const lead = held.get(keyOf(person.id, rule));
      if (!lead?.unfinished) continue;
      const left = verdict === "NOW" || verdict === "PAST";
      const off = person.stopped ? "STOPPED" : person.enabled ? null : "OPTED_OUT";
      if (!left || off) {
        await endLead(inIt, lead, person, skipped(off ?? (verdict as Exclude<typeof verdict, "NOW" | "PAST">)));
        continue;
      }
      if (isQuiet(person.quiets, now)) continue;
      const due = dueOf(context, lead, person, items);
      if (due) dues.push(due);
      else await endLead(inIt, lead, person, skipped("NOTHING_LEFT"));
    }
  }
  await handOverAll(context, inIt, dues, failures);
}

/**
 * Every quarter of an hour: the day's mails to those whose hour has come, and what waits of mails about one thing. May run as
 * often as it will, be killed at any time and run beside itself: the log says what is left, and one page of people is all
 * that is held in memory. A mail server that refuses one keeps nobody else from theirs; the job then fails as a whole, so that
 * the queue tries again.
 */
export async function sendReminders(
  _payload: JobPayload,
  context: JobContext,
  now: Moment = osloMoment(),
): Promise<void> {
  const inIt = organizationSessions(context, TASK);
  const failures: unknown[] = [];
  for (const organizationId of await organizationIds(context)) {
    await inIt(organizationId, (work) => closeOld(work, organizationId));
    await sendSingles(context, inIt, organizationId, now, failures);
  }
  for (let after: string | null = null; ;) {
    const page = await peopleAfter(context, after, PAGE);
    const judged = page.flatMap((person): Judged[] => {
      const verdict = judge(person, person.quiets, now);
      return verdict === "LATER" ? [] : [{ person, verdict }];
    });
    if (judged.length > 0) await remindPage(context, inIt, judged, now, failures);
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mails were not sent`);
}
