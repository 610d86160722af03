import { useState } from "react";
import { readFragment } from "../../../../graphql/generated";
import {
  MessageCard_FilledMessageFragmentDoc,
  ReportForm_AnswerFragmentDoc,
  ReportForm_FieldFragmentDoc,
  Task_TouchpointDetailFragmentDoc,
  TaskRow_TouchpointFragmentDoc,
  type TaskQuery,
} from "../../../../graphql/generated/graphql";
import { useTaskQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useLiveTouchpoint } from "../../app/live";
import { valuesOf } from "./report-values";

const detailOf = (data: TaskQuery) => readFragment(Task_TouchpointDetailFragmentDoc, data.touchpoint);

function unfold(detail: ReturnType<typeof detailOf>) {
  const { touchpoint, messages, reportFields, answers, prefilled, ...rest } = detail;
  const fields = [...readFragment(ReportForm_FieldFragmentDoc, reportFields)].map((field) => ({
    ...field,
    options: field.options?.map((option) => ({ ...option })) ?? null,
  }));
  const row = readFragment(TaskRow_TouchpointFragmentDoc, touchpoint);
  const given = readFragment(ReportForm_AnswerFragmentDoc, answers);
  return {
    ...rest,
    touchpoint: { ...touchpoint, ...row, member: row.member && { ...row.member, ...touchpoint.member } },
    messages: readFragment(MessageCard_FilledMessageFragmentDoc, messages),
    fields,
    answers: valuesOf(fields, given),
    hidden: given.filter(({ hidden }) => hidden).map(({ field }) => field),
    prefilled: valuesOf(fields, readFragment(ReportForm_AnswerFragmentDoc, prefilled)),
  };
}

/** A task with all it takes, as its pages read it. */
export type Task = ReturnType<typeof unfold>;

/** One task by its id. */
export function useTask(id: string) {
  const [result, refresh] = useTaskQuery({ variables: { id }, pause: id === "" });
  useLiveTouchpoint(id, () => refresh({ requestPolicy: "network-only" }));
  // a refresh that fails, such as without a network, must not take the page and what is written on it away
  const [kept, setKept] = useState(result.data);
  if (result.data && result.data !== kept) setKept(result.data);
  const known = kept && detailOf(kept).touchpoint.id === id ? kept : undefined;
  const data = result.data ?? known;
  return {
    task: data ? unfold(detailOf(data)) : null,
    problem: errorOf(result.error),
    fetching: result.fetching,
    refresh: () => refresh({ requestPolicy: "network-only" }),
  };
}
