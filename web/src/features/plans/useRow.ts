import { useClient, type Client } from "urql";
import { readFragment } from "../../../../graphql/generated";
import { PlanView_PlanFragmentDoc, SavePlanRowDocument } from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import type { Answer } from "../../app/saver";
import { rowCopies } from "./unsaved-words";
import { unwrapped, type Fetched, type Row } from "./plan";
import { useSaved } from "./useSaved";

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
    rowCopies.forget(id);
    return { kind: "saved", rev: rev + 1 };
  }
  if (!problems.some(({ code }) => code === "CONFLICT"))
    return { kind: "refused", message: problems[0]?.message ?? null };
  const theirs = told && unwrapped(readFragment(PlanView_PlanFragmentDoc, told)).rows.find((row) => row.id === id);
  return { kind: "conflict", theirs: theirs ? { rev: theirs.rev, what: theirs } : null };
}

/** A row being written, saved by itself, with a copy on the device until it is. */
export function useRow(planId: string, first: Row, onHeard: (plan: Fetched) => void) {
  const client = useClient();
  const saved = useSaved<Row>(
    { what: first, rev: first.rev },
    (sent) => send(client, planId, sent, onHeard),
    ({ activity }) => activity.trim() !== "",
  );
  const change = (what: Row): void => {
    rowCopies.keep(what.id, what);
    saved.change(what);
  };
  return { ...saved, change };
}
