import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import { SaveDraftDocument, TemplateDraftDocument } from "../../../../../graphql/generated/graphql";
import { isUnanswered } from "../../../app/errors";
import { createDraftSaver, type DraftToSend, type SaveAnswer } from "./draft-saver";
import { readDraft, type Draft } from "./read-draft";

async function send(client: Client, templateId: string, versionId: string, draft: DraftToSend): Promise<SaveAnswer> {
  const { data, error } = await client
    .mutation(SaveDraftDocument, { input: { templateId, versionId, ...draft } })
    .toPromise();
  if (isUnanswered(error)) return { kind: "unanswered" };
  if (error || !data) return { kind: "refused" };
  const { template, problems } = data.saveDraft;
  if (problems.some(({ code }) => code === "CONFLICT" || code === "LOCKED")) return { kind: "conflict" };
  if (problems.length > 0 || !template?.draft) return { kind: "refused" };
  const { rev, number, checks } = template.draft;
  return { kind: "saved", rev, number, checks };
}

async function read(client: Client, templateId: string): Promise<Draft | null> {
  const { data } = await client
    .query(TemplateDraftDocument, { id: templateId }, { requestPolicy: "network-only" })
    .toPromise();
  return readDraft(data?.template.draft);
}

/** The draft being written, saved by itself. One leaves with a warning while something is not. */
export function useDraft(templateId: string, first: Draft) {
  const client = useClient();
  const [saver] = useState(() =>
    createDraftSaver(first, {
      send: (draft) => send(client, templateId, first.id, draft),
      read: () => read(client, templateId),
    }),
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
      // what was written just before one went on to another page
      void saver.flush();
    };
  }, [saver]);
  return { ...state, change: saver.change, flush: saver.flush, resolve: saver.resolve };
}
