import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import { readFragment } from "../../../../graphql/generated";
import {
  AnnualKitPage_AnnualKitFragmentDoc,
  SaveAnnualKitDocument,
  type AnnualKitPage_AnnualKitFragment,
} from "../../../../graphql/generated/graphql";
import { isUnanswered } from "../../app/errors";
import { createSaver, type Answer } from "../../app/saver";

export type Kit = AnnualKitPage_AnnualKitFragment;
/** What is written; the rest of the kit is the meeting's. */
export type Written = Pick<Kit, "notice" | "agenda" | "papers">;

export const writtenOf = ({ notice, agenda, papers }: Kit): Written => ({ notice, agenda, papers });

async function send(
  client: Client,
  id: string,
  { key, rev, what }: { key: string; rev: number; what: Written },
): Promise<Answer<Written>> {
  const input = {
    key,
    id,
    rev,
    notice: what.notice,
    agenda: what.agenda.map(({ title, text }) => ({ title, text })),
    papers: [...what.papers],
  };
  const { data, error } = await client.mutation(SaveAnnualKitDocument, { input }).toPromise();
  if (isUnanswered(error)) return { kind: "unanswered" };
  if (!data) return { kind: "refused", message: null };
  const { kit, problems } = data.saveAnnualKit;
  if (problems.length === 0) return { kind: "saved", rev: rev + 1 };
  if (!kit || !problems.some(({ code }) => code === "CONFLICT"))
    return { kind: "refused", message: problems[0]?.message ?? null };
  const theirs = readFragment(AnnualKitPage_AnnualKitFragmentDoc, kit);
  return { kind: "conflict", theirs: { rev: theirs.rev, what: writtenOf(theirs) } };
}

/** The kit being written, saved by itself. One leaves the page with a warning while something is not. */
export function useKit(kit: Kit) {
  const client = useClient();
  const [saver] = useState(() =>
    createSaver<Written>(
      { what: writtenOf(kit), rev: kit.rev },
      (sent) => send(client, kit.meetingId, sent),
      () => true,
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
      // what was written a moment ago is sent when one goes to another page
      void saver.flush();
    };
  }, [saver]);
  return { ...state, change: saver.change, flush: saver.flush, resolve: saver.resolve };
}
