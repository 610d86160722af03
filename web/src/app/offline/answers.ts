import { addDays, osloDate } from "@varde/domain";
import { readFragment } from "../../../../graphql/generated";
import {
  TaskRow_TouchpointFragmentDoc,
  type TaskQuery,
  type TasksQuery,
  type TasksQueryVariables,
  type TodayQuery,
  type TodayQueryVariables,
} from "../../../../graphql/generated/graphql";
import { decides } from "./acts";
import { isWaiting } from "./snapshot";
import type { OfflineItem, OfflineRow, OfflineSnapshot, Work } from "./types";

/** Answers from what the phone keeps, in the shape of the server's; and what waits laid over what the server says. */

type Node = TasksQuery["touchpoints"]["nodes"][number];

export const rowOf = (item: OfflineItem): OfflineRow => readFragment(TaskRow_TouchpointFragmentDoc, item.touchpoint);
const node = (row: OfflineRow): Node => row as unknown as Node;

const waiting = ({ work }: OfflineSnapshot): Work[] => work.filter(isWaiting);
const finished = (snapshot: OfflineSnapshot): ReadonlySet<string> =>
  new Set(waiting(snapshot).flatMap((work) => (decides(work) ? [work.touchpointId] : [])));

/** The steps as they will stand when what waits is sent. */
function steps(id: string, done: readonly string[], snapshot: OfflineSnapshot): string[] {
  const ticked = new Set(done);
  for (const work of waiting(snapshot)) {
    if (work.touchpointId !== id) continue;
    for (const wish of work.steps) {
      if (wish.done) ticked.add(wish.step);
      else ticked.delete(wish.step);
    }
  }
  return [...ticked];
}

/** The day an attempt that waits lets it rest to; undefined for none. */
function rests(id: string, snapshot: OfflineSnapshot): string | null | undefined {
  const reports = waiting(snapshot).flatMap((work) => (work.touchpointId === id ? work.reports : []));
  const last = reports.at(-1);
  return last && (last.returnsOn ?? last.laterOn ?? null);
}

const over = (row: OfflineRow, snapshot: OfflineSnapshot): OfflineRow => {
  const rest = rests(row.id, snapshot);
  return {
    ...row,
    stepsDone: steps(row.id, row.stepsDone, snapshot),
    ...(rest !== undefined && "returnsOn" in row && { returnsOn: rest }),
  };
};

const overNode = <One extends { id: string }>(one: One, snapshot: OfflineSnapshot): One =>
  ({ ...one, ...over(one as unknown as OfflineRow, snapshot) }) as One;

/** Kept rows as of today: what was open yesterday may be over its deadline. */
function keptRows(snapshot: OfflineSnapshot, today: string): OfflineRow[] {
  const gone = finished(snapshot);
  return (snapshot.day?.items ?? [])
    .map(rowOf)
    .filter(({ id }) => !gone.has(id))
    .map((row): OfflineRow => ({ ...over(row, snapshot), status: today > row.dueOn ? "OVERDUE" : "OPEN" }));
}

const mine = (snapshot: OfflineSnapshot): ReadonlySet<string> =>
  new Set(
    (snapshot.day?.items ?? []).flatMap((item) => {
      const row = rowOf(item) as OfflineRow & { assignee?: { mine: boolean } | null };
      return row.assignee?.mine ? [row.id] : [];
    }),
  );

const restsOn = (row: OfflineRow, today: string): boolean => {
  const { returnsOn } = row as OfflineRow & { returnsOn?: string | null };
  return !!returnsOn && returnsOn > today;
};

const NO_NEWS = { __typename: "News", boardMessages: [], versions: [] } as unknown as TodayQuery["news"];

/** «I dag» from the phone: what can be done; no news, no meeting, nothing that was missed. */
export function keptToday(snapshot: OfflineSnapshot, { whose }: TodayQueryVariables): TodayQuery {
  const today = osloDate(new Date());
  const all = keptRows(snapshot, today);
  const own = mine(snapshot);
  const isUp = (row: OfflineRow): boolean => !restsOn(row, today);
  const shownWhose = whose ?? (all.some((row) => own.has(row.id) && isUp(row)) ? "MINE" : "BOARD");
  const shown = all.filter(({ id }) => shownWhose === "BOARD" || own.has(id));
  const up = shown.filter(isUp);
  const sunday = addDays(today, (7 - new Date(`${today}T12:00:00Z`).getUTCDay()) % 7);
  const count = (holds: (row: OfflineRow) => boolean): number => up.filter(holds).length;
  // every field by its type, so that what is added to the page is thought of here
  return {
    __typename: "Query",
    help: { __typename: "Help", practiceOffered: false },
    workday: {
      __typename: "Workday",
      whose: shownWhose,
      counts: {
        __typename: "WorkdayCounts",
        mine: all.filter((row) => own.has(row.id) && isUp(row)).length,
        board: all.filter(isUp).length,
        overdue: count(({ dueOn }) => dueOn < today),
        today: count(({ dueOn }) => dueOn === today),
        week: count(({ dueOn }) => dueOn > today && dueOn <= sunday),
        later: count(({ dueOn }) => dueOn > sunday),
        resting: shown.length - up.length,
        coming: 0,
        missed: 0,
      },
      waiting: up.map(node),
      returned: [],
      resting: shown.filter((row) => !isUp(row)).map(node),
      missed: [],
      doneToday: [],
      takenOver: [],
      ahead: [],
      nextMeeting: null,
    },
    firstTasks: [],
    grantReturnDue: null,
    news: NO_NEWS,
    catchUps: [],
    lookedUp: { __typename: "LookUpConnection", nodes: [] },
    decided: { __typename: "ProposalConnection", nodes: [] },
    goodExample: null,
    surveysNow: [],
    pilotQuestions: [],
  };
}

/** The list from the phone: what is open. */
export function keptTasks(snapshot: OfflineSnapshot, { filter }: TasksQueryVariables): TasksQuery {
  const today = osloDate(new Date());
  const statuses = filter?.status;
  const rows = keptRows(snapshot, today).filter(
    (row) => (!statuses || statuses.includes(row.status)) && filter?.coming !== true,
  );
  return {
    touchpoints: { nodes: rows.map(node), totalCount: rows.length, pageInfo: { hasNextPage: false, endCursor: null } },
  } as unknown as TasksQuery;
}

export function keptTask(snapshot: OfflineSnapshot, id: string): TaskQuery | null {
  const found = snapshot.day?.items.find(({ touchpoint }) => touchpoint.id === id);
  return found ? ({ touchpoint: found } as unknown as TaskQuery) : null;
}

/** What waits to be sent, on what the server says: what is finished leaves the lists, steps stand as they were ticked. */
export function todayOver(data: TodayQuery, snapshot: OfflineSnapshot): TodayQuery {
  const gone = finished(snapshot);
  const left = data.workday.waiting.filter(({ id }) => !gone.has(id));
  const lost = data.workday.waiting.length - left.length;
  const { counts } = data.workday;
  return {
    ...data,
    workday: {
      ...data.workday,
      counts: { ...counts, board: Math.max(counts.board - lost, 0) },
      waiting: left.map((one) => overNode(one, snapshot)),
      resting: data.workday.resting.filter(({ id }) => !gone.has(id)),
    },
  };
}

export function tasksOver(data: TasksQuery, snapshot: OfflineSnapshot): TasksQuery {
  const gone = finished(snapshot);
  const { nodes, totalCount } = data.touchpoints;
  const left = nodes.filter((one) => !gone.has(one.id));
  return {
    ...data,
    touchpoints: {
      ...data.touchpoints,
      nodes: left.map((one) => overNode(one, snapshot)),
      totalCount: totalCount === null ? null : totalCount - (nodes.length - left.length),
    },
  };
}

export function taskOver(data: TaskQuery, snapshot: OfflineSnapshot): TaskQuery {
  const detail = data.touchpoint as unknown as OfflineItem;
  const { touchpoint } = detail;
  if (!waiting(snapshot).some((work) => work.touchpointId === touchpoint.id)) return data;
  return { touchpoint: { ...detail, touchpoint: overNode(touchpoint, snapshot) } } as unknown as TaskQuery;
}
