import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import type { SurveyDefinition } from "@varde/domain";
import { SaveSurveyDocument, SurveyDocument } from "../../../../../graphql/generated/graphql";
import { isUnanswered } from "../../../app/errors";
import { createDraftSaver, type DraftToSend, type SaveAnswer } from "../../templates";
import { readSurvey, type SurveyDraft } from "./read-survey";

/** As the input has it: lists that are there, and may be changed. */
const asInput = ({ questions, ...rest }: SurveyDefinition) => ({
  ...rest,
  questions: questions.map(({ describes, options, rows, showIf, ...question }) => ({
    ...question,
    describes: describes ?? false,
    options: [...(options ?? [])],
    rows: [...(rows ?? [])],
    showIf: showIf ? { question: showIf.question, anyOf: [...showIf.anyOf] } : null,
  })),
});

async function send(client: Client, id: string, draft: DraftToSend<SurveyDefinition>): Promise<SaveAnswer> {
  const { key, rev, definition } = draft;
  const { data, error } = await client
    .mutation(SaveSurveyDocument, { input: { key, id, rev, definition: asInput(definition) } })
    .toPromise();
  if (isUnanswered(error)) return { kind: "unanswered" };
  if (error || !data) return { kind: "refused" };
  const { survey, problems } = data.saveSurvey;
  if (problems.some(({ code }) => code === "CONFLICT" || code === "LOCKED")) return { kind: "conflict" };
  if (problems.length > 0 || !survey) return { kind: "refused" };
  const saved = readSurvey(survey);
  return { kind: "saved", rev: saved.rev, number: "", checks: saved.checks };
}

async function read(client: Client, id: string): Promise<SurveyDraft | null> {
  const { data } = await client.query(SurveyDocument, { id }, { requestPolicy: "network-only" }).toPromise();
  return data?.survey.state === "DRAFT" ? readSurvey(data.survey) : null;
}

/** The draft being written, saved by itself. One leaves with a warning while something is not. */
export function useSurveyDraft(first: SurveyDraft) {
  const client = useClient();
  const [saver] = useState(() =>
    createDraftSaver<SurveyDefinition>(first, {
      send: (draft) => send(client, first.id, draft),
      read: () => read(client, first.id),
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
      void saver.flush();
    };
  }, [saver]);
  return { ...state, change: saver.change, flush: saver.flush, resolve: saver.resolve };
}
