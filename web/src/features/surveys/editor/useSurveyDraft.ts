import { useEffect, useState, useSyncExternalStore } from "react";
import { useClient, type Client } from "urql";
import type { SurveyDefinition } from "@varde/domain";
import { SaveSurveyDocument, SurveyDocument } from "../../../../../graphql/generated/graphql";
import { isUnanswered } from "../../../app/errors";
import { newId } from "../../../app/ids";
import { useViewer } from "../../../app/viewer";
import { copiesOf, createDraftSaver, type DraftToSend, type SaveAnswer, type UnsavedCopy } from "../../templates";
import { readSurvey, type SurveyDraft } from "./read-survey";

/** As the input has it: lists that are there, and may be changed. */
const asInput = ({ questions, ...rest }: SurveyDefinition) => ({
  ...rest,
  questions: questions.map(({ describes, options, rows, showIf, about, ...question }) => ({
    ...question,
    describes: describes ?? false,
    options: [...(options ?? [])],
    rows: [...(rows ?? [])],
    about: (about ?? []).map((one) => ({ ...one, matters: [...one.matters] })),
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

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
/** Storage is the user's own and may hold anything. */
const isSurvey = (value: unknown): value is SurveyDefinition =>
  isObject(value) &&
  ["title", "intro", "underAge"].every((name) => isObject(value[name])) &&
  Array.isArray(value["questions"]) &&
  value["questions"].every((one) => isObject(one) && typeof one["key"] === "string" && isObject(one["title"]));
const COPIES = { prefix: "varde.survey-draft.", is: isSurvey };

/**
 * The draft being written, saved by itself and kept on this device until it is. One leaves with a warning while something is not.
 * `found`: what an earlier page did not get saved, to bring back or throw away.
 */
export function useSurveyDraft(first: SurveyDraft) {
  const client = useClient();
  const { account } = useViewer();
  const [copies] = useState(() => copiesOf(COPIES, account.id, first.id, newId()));
  const [found, setFound] = useState<UnsavedCopy<SurveyDefinition> | null>(() => {
    const copy = copies.find();
    if (copy && JSON.stringify(copy.definition) !== JSON.stringify(first.definition)) return copy;
    copies.discard();
    return null;
  });
  const [saver] = useState(() =>
    createDraftSaver<SurveyDefinition>(first, {
      send: (draft) => send(client, first.id, draft),
      read: () => read(client, first.id),
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
