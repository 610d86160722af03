import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import { diffDefinitions } from "@varde/domain";
import { SaveDraftDocument, TemplateDraftDocument } from "../../../../../graphql/generated/graphql";
import { isUnanswered } from "../../../app/errors";
import { newId } from "../../../app/ids";
import { useViewer } from "../../../app/viewer";
import { createDraftSaver, type DraftToSend, type SaveAnswer } from "./draft-saver";
import { readDraft, type Draft } from "./read-draft";
import { unsavedCopies, type UnsavedCopy } from "./unsaved-copy";

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

/**
 * The draft being written, saved by itself and kept on this device until it is. One leaves with a warning while something is
 * not. `found`: what an earlier page did not get saved, to bring back or throw away.
 */
export function useDraft(templateId: string, first: Draft) {
  const client = useClient();
  const { account } = useViewer();
  const [copies] = useState(() => unsavedCopies(account.id, first.id, newId()));
  const [found, setFound] = useState<UnsavedCopy | null>(() => {
    const copy = copies.find();
    if (copy && diffDefinitions(first.definition, copy.definition).length > 0) return copy;
    copies.discard();
    return null;
  });
  const [saver] = useState(() =>
    createDraftSaver(first, {
      send: (draft) => send(client, templateId, first.id, draft),
      read: () => read(client, templateId),
      keep: (definition) => (definition ? void copies.keep(definition) : copies.forget()),
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      saver.keep();
      if (saver.isUnsaved()) event.preventDefault();
    };
    const online = (): void => void saver.flush();
    window.addEventListener("beforeunload", warn);
    window.addEventListener("pagehide", saver.keep);
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("pagehide", saver.keep);
      window.removeEventListener("online", online);
      // what was written just before one went on to another page
      saver.keep();
      void saver.flush();
    };
  }, [saver]);
  const answerFound = (answer: "restore" | "discard"): void => {
    if (found && answer === "restore") saver.change(() => found.definition);
    copies.discard();
    setFound(null);
  };
  return { ...state, change: saver.change, flush: saver.flush, resolve: saver.resolve, found, answerFound };
}
