import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import { readFragment } from "../../../../graphql/generated";
import { PlanView_PlanFragmentDoc, SavePlanRowDocument } from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import { createSaver, type Answer } from "../../app/saver";
import { forgetCopy, keepCopy } from "./unsaved-row";
import { unwrapped, type Fetched, type Row } from "./plan";

type Saving = { key: string; rev: number; what: Row };

async function send(
  client: Client,
  planId: string,
  { key, rev, what }: Saving,
  onHeard: (plan: Fetched) => void,
): Promise<Answer<Row>> {
  const { id, activity, aim, measures, resultAim, responsible, responsibleSeatId, dueOn, status, learnt } = what;
  const { templateId, measure, target, goalId } = what;
  const words = { activity, aim, measures, resultAim };
  const followed = { responsible, responsibleSeatId, dueOn, status, learnt, templateId, measure, target, goalId };
  const input = { key, planId, id, rev, ...words, ...followed };
  const { data, error } = await client.mutation(SavePlanRowDocument, { input }).toPromise();
  if (isUnanswered(error)) return { kind: "unanswered" };
  if (!data) return { kind: "refused", message: null };
  const { plan: told, problems } = data.savePlanRow;
  if (told) onHeard(told);
  if (problems.length === 0) {
    forgetCopy(id);
    return { kind: "saved", rev: rev + 1 };
  }
  if (!problems.some(({ code }) => code === "CONFLICT"))
    return { kind: "refused", message: problems[0]?.message ?? null };
  const theirs = told && unwrapped(readFragment(PlanView_PlanFragmentDoc, told)).rows.find((row) => row.id === id);
  return { kind: "conflict", theirs: theirs ? { rev: theirs.rev, what: theirs } : null };
}

/** A row being written, saved by itself, with a copy on the device until it is. One leaves with a warning while something is not. */
export function useRow(planId: string, first: Row, onHeard: (plan: Fetched) => void) {
  const client = useClient();
  const [saver] = useState(() =>
    createSaver<Row>(
      { what: first, rev: first.rev },
      (sent) => send(client, planId, sent, onHeard),
      ({ activity }) => activity.trim() !== "",
    ),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.isUnsaved()) event.preventDefault();
    };
    const online = (): void => void saver.flush();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", online);
    };
  }, [saver]);
  const change = (what: Row): void => {
    keepCopy(what);
    saver.change(what);
  };
  return { ...state, change, flush: saver.flush, resolve: saver.resolve, isUnsaved: saver.isUnsaved };
}
