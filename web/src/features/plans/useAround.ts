import { useClient, type Client } from "urql";
import { readFragment } from "../../../../graphql/generated";
import { PlanView_PlanFragmentDoc, SaveActionPlanDocument } from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import type { Answer } from "../../app/saver";
import type { Fetched, Plan } from "./plan";
import { aroundCopies } from "./unsaved-words";
import { useSaved } from "./useSaved";

export type Around = Pick<Plan, "title" | "intro" | "closing">;
type Saving = { key: string; rev: number; what: Around };

async function send(
  client: Client,
  id: string,
  { key, rev, what }: Saving,
  onHeard: (plan: Fetched) => void,
): Promise<Answer<Around>> {
  const input = { key, id, rev, ...what };
  const { data, error } = await client.mutation(SaveActionPlanDocument, { input }).toPromise();
  if (isUnanswered(error)) return { kind: "unanswered" };
  if (!data) return { kind: "refused", message: null };
  const { plan: told, problems } = data.saveActionPlan;
  if (told) onHeard(told);
  if (problems.length === 0) {
    aroundCopies.forget(id);
    return { kind: "saved", rev: rev + 1 };
  }
  const theirs = told ? readFragment(PlanView_PlanFragmentDoc, told) : null;
  // adopted meanwhile: its words stand, and what was written is not among them
  if (!problems.some(({ code }) => code === "CONFLICT") || !theirs)
    return { kind: "refused", message: problems[0]?.message ?? null };
  const { title, intro, closing } = theirs;
  return { kind: "conflict", theirs: { rev: theirs.rev, what: { title, intro, closing } } };
}

/** What stands around the table being written, saved by itself, with a copy on the device until it is. */
export function useAround(plan: Plan, onHeard: (plan: Fetched) => void) {
  const client = useClient();
  const { id, title, intro, closing, rev } = plan;
  const saved = useSaved<Around>(
    { what: { title, intro, closing }, rev },
    (sent) => send(client, id, sent, onHeard),
    () => true,
  );
  const change = (what: Around): void => {
    aroundCopies.keep(id, what);
    saved.change(what);
  };
  return { ...saved, change };
}
