import type { Client } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  CorrectReportDocument,
  DeliverWorkDocument,
  OfflineDayDocument,
  ReportForm_AnswerFragmentDoc,
  Task_TouchpointDetailFragmentDoc,
  type DeliverWorkMutation,
} from "../../../../graphql/generated/graphql";
import { errorOf } from "../errors";
import { newId } from "../ids";
import type { ErrorCode } from "../../ui";
import { closes, inTurn, keepTheirs } from "./acts";
import { change, isWaiting, snapshot } from "./snapshot";
import { dropWork, freshWork, keepDay, markWork, seatHere } from "./store";
import type { OfflineWho, Theirs, Work, WorkState } from "./types";

const MOST_SENT = 20;

/** Fetches the seat's day and keeps it; what it holds is that of now. */
export async function fetchDay(client: Client, who: OfflineWho): Promise<boolean> {
  const { data } = await client.query(OfflineDayDocument, {}, { requestPolicy: "network-only" }).toPromise();
  if (!data) return false;
  const { offlineDay } = data;
  const items = offlineDay.items.map((item) => readFragment(Task_TouchpointDetailFragmentDoc, item));
  await keepDay(offlineDay, who, items);
  return true;
}

const inputOf = ({ sendKey, touchpointId, seatId, steps, reports, emptied }: Work) => ({
  key: sendKey,
  id: touchpointId,
  seatId,
  steps: steps.map(({ step, done, at }) => ({ step, done, at })),
  reports: reports.map(({ key, at, outcome, laterOn, returnsOn, answers, seconds }) => ({
    key,
    doneAt: at,
    outcome,
    laterOn,
    returnsOn,
    answers: [...answers],
    seconds,
  })),
  emptied: emptied && { key: emptied.key, doneAt: emptied.at },
});

function theirsOf(detail: NonNullable<DeliverWorkMutation["deliverWork"]["detail"]>): Theirs {
  const { touchpoint } = detail;
  const answers = readFragment(ReportForm_AnswerFragmentDoc, detail.answers);
  return {
    name: touchpoint.closedByName,
    closedAt: touchpoint.closedAt,
    outcome: touchpoint.outcome,
    answers: answers.map(({ field, yesNo, number, text, date, choices }) => ({
      field,
      yesNo,
      number,
      text,
      date,
      choices: choices && [...choices],
    })),
    rev: touchpoint.rev,
    correctable: touchpoint.canCorrect.allowed && touchpoint.closedAt !== null,
  };
}

function refusal({ problems, detail }: DeliverWorkMutation["deliverWork"]): WorkState | null {
  const [first] = problems;
  if (!first) return null;
  const { message } = first;
  if (first.code === "CONFLICT" && detail) return { kind: "conflict", message, theirs: theirsOf(detail) };
  return first.code === "LOCKED" ? { kind: "locked", message } : { kind: "invalid", message };
}

const allTried = (work: Work): Work => ({
  ...work,
  steps: work.steps.map((act) => ({ ...act, tried: true })),
  reports: work.reports.map((act) => ({ ...act, tried: true })),
  emptied: work.emptied && { ...work.emptied, tried: true },
});

/** Marks it as sent once, so that it is not taken back here any more; null when it is gone or has to be looked at. */
const begin = (id: string): Promise<Work | null> =>
  inTurn(async () => {
    const work = await freshWork(id);
    if (!work || !isWaiting(work) || work.seatId !== seatHere()) return null;
    const tried = allTried(work);
    await markWork(tried);
    return tried;
  });

const LEFT: Partial<Record<ErrorCode, WorkState>> = {
  FORBIDDEN: { kind: "ended" },
  NOT_FOUND: { kind: "gone" },
  BAD_REQUEST: { kind: "invalid", message: "" },
};

/** Sends one; `again` when the server could not be asked and it is worth to try later, `more` when something was added meanwhile. */
async function sendOne(client: Client, work: Work): Promise<"done" | "again" | "more"> {
  const { data, error } = await client.mutation(DeliverWorkDocument, { input: inputOf(work) }).toPromise();
  const failure = errorOf(error);
  const state = failure ? LEFT[failure.code] : data && refusal(data.deliverWork);
  if (state === undefined) return "again";
  return inTurn(async () => {
    const now = await freshWork(work.id);
    if (state) {
      if (now) await markWork({ ...now, state });
      return "done";
    }
    // what was sent is known to the server by its own keys: it goes along once more with what is new
    if (now && now.sendKey !== work.sendKey) return "more";
    const { id, touchpointId, row } = work;
    const { taken, detail } = data!.deliverWork;
    const sent = { id, touchpointId, row, taken: taken ?? "TAKEN", at: Date.now(), rev: detail?.touchpoint.rev ?? 0 };
    change({ sent: [sent, ...snapshot().sent].slice(0, MOST_SENT) });
    await dropWork(id);
    return "done";
  });
}

async function alone<Result>(act: () => Promise<Result>, otherwise: Result): Promise<Result> {
  if (!("locks" in navigator)) return act();
  return (await navigator.locks.request("varde-queue", { ifAvailable: true }, (lock) =>
    lock ? act() : otherwise,
  )) as Result;
}

let sending = false;

/** Sends what waits, by age; of several tabs one. `again`: the server did not answer. */
export async function sendAll(client: Client): Promise<"nothing" | "sent" | "again"> {
  if (sending) return "nothing";
  sending = true;
  try {
    return await alone(async () => {
      let result: "nothing" | "sent" = "nothing";
      for (const { id } of snapshot().work.filter(isWaiting)) {
        // another tab may have sent it, or it was taken back
        let work = await begin(id);
        while (work) {
          change({ sending: id });
          const ended = await sendOne(client, work);
          if (ended === "again") return "again";
          result = "sent";
          work = ended === "more" ? await begin(id) : null;
        }
      }
      return result;
    }, "nothing" as const);
  } finally {
    sending = false;
    change({ sending: null });
  }
}

/** Sends one's own decision as a correction of theirs: a sentence when it was not taken. */
export async function sendAsCorrection(client: Client, work: Work): Promise<string | null> {
  const mine = work.reports.findLast(closes);
  if (work.state.kind !== "conflict" || !mine) return "";
  const { touchpointId, state } = work;
  const { rev } = state.theirs;
  const input = { key: newId(), id: touchpointId, rev, outcome: mine.outcome, answers: [...mine.answers] };
  const { data, error } = await client.mutation(CorrectReportDocument, { input }).toPromise();
  if (error || !data) return "";
  const [problem] = data.correctReport.problems;
  if (problem) return problem.message;
  await keepTheirs(work.id);
  return null;
}
