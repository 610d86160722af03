import { newId } from "../ids";
import { isWaiting, snapshot } from "./snapshot";
import { dropWork, keepWork, seatHere, serverNow } from "./store";
import type { OfflineItem, ReportAct, StepAct, Work } from "./types";

/** What a queued act needs to know of its task. */
export type Known = { row: Work["row"]; fields: OfflineItem["reportFields"]; status: string };

const CLOSING = ["REACHED", "DECLINES_CONTACT", "WRONG_NUMBER"];
export const closes = ({ outcome }: { outcome: string | null }): boolean =>
  outcome === null || CLOSING.includes(outcome);
/** It says that the task is finished. */
export const decides = ({ reports, emptied }: Work): boolean => emptied !== null || reports.some(closes);
/** Nothing is left to send. */
const isBare = ({ steps, reports, emptied }: Work): boolean => steps.length + reports.length === 0 && !emptied;

export const waitingFor = (touchpointId: string): Work | undefined =>
  snapshot().work.find((work) => work.touchpointId === touchpointId && isWaiting(work));

function begun(touchpointId: string, known: Known, seatId: string): Work {
  const { row, fields } = known;
  const state = { kind: "waiting" } as const;
  const id = newId();
  return {
    id,
    seatId,
    touchpointId,
    createdAt: new Date().toISOString(),
    sendKey: id,
    row,
    fields,
    steps: [],
    reports: [],
    emptied: null,
    state,
  };
}

// one after the other: two acts at once must not each write the work without the other's
let turn: Promise<unknown> = Promise.resolve();
export function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
  const result = turn.then(act, act);
  turn = result;
  return result;
}

function add(touchpointId: string, known: Known, put: (work: Work) => Work): Promise<boolean> {
  return inTurn(async () => {
    const seatId = seatHere();
    if (!seatId) return false;
    return keepWork(put(waitingFor(touchpointId) ?? begun(touchpointId, known, seatId)));
  });
}

type Tried = { key: string; tried: boolean };
const act = ({ key, tried }: Tried) => ({ key, tried, at: serverNow() });

/** Of one step the last wish is what is sent. */
export const addStep = (
  id: string,
  known: Known,
  step: Pick<StepAct, "step" | "done">,
  sent: Tried,
): Promise<boolean> =>
  add(id, known, (work) => ({
    ...work,
    steps: [...work.steps.filter((one) => one.step !== step.step), { ...act(sent), ...step }],
  }));

export const addReport = (
  id: string,
  known: Known,
  report: Omit<ReportAct, "key" | "at" | "tried">,
  sent: Tried,
): Promise<boolean> => add(id, known, (work) => ({ ...work, reports: [...work.reports, { ...act(sent), ...report }] }));

export const addEmptied = (id: string, known: Known, sent: Tried): Promise<boolean> =>
  add(id, known, (work) => ({ ...work, emptied: act(sent) }));

/** Takes acts back that were not sent yet. */
export function takeBack(workId: string, keep: (act: { key: string }) => boolean): Promise<void> {
  return inTurn(async () => {
    const work = snapshot().work.find(({ id }) => id === workId);
    if (!work) return;
    const rest: Work = {
      ...work,
      steps: work.steps.filter(keep),
      reports: work.reports.filter(keep),
      emptied: work.emptied && keep(work.emptied) ? work.emptied : null,
    };
    if (isBare(rest)) await dropWork(work.id);
    else await keepWork(rest);
  });
}

/** What somebody else decided stands: what is left of one's own is steps and attempts, which add to theirs. */
export function keepTheirs(workId: string): Promise<void> {
  return inTurn(async () => {
    const work = snapshot().work.find(({ id }) => id === workId);
    if (!work) return;
    const reports = work.reports.filter((report) => !closes(report));
    const rest: Work = { ...work, reports, emptied: null, state: { kind: "waiting" } };
    if (isBare(rest)) await dropWork(work.id);
    else await keepWork(rest);
  });
}

/** The decision of a task that waits and was not sent: the one that an undo takes back. */
export const undoable = (touchpointId: string): { work: Work; keys: readonly string[] } | null => {
  const work = waitingFor(touchpointId);
  if (!work || !decides(work)) return null;
  const acts = [...work.reports.filter(closes), ...(work.emptied ? [work.emptied] : [])];
  return acts.some(({ tried }) => tried) ? null : { work, keys: acts.map(({ key }) => key) };
};
