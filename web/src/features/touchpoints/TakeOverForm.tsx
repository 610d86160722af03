import { useState } from "react";
import { useNavigate } from "react-router";
import { TakeOverDutyDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert } from "../../ui";
import { ActionAlert } from "./ActionAlert";
import { ReportView } from "./ReportView";
import { inputsOf, type Values } from "./report-values";
import type { Task } from "./useTask";

type Props = {
  task: Task;
  /** keys of the fields that are asked: none that counts persons */
  asked: readonly string[];
  refresh: () => void;
};

/** The short form of a duty that is done on behalf of a chapter where nobody is at it. Nothing of it is kept until it is sent. */
export function TakeOverForm({ task, asked, refresh }: Props) {
  const texts = useTexts().touchpoints.task;
  const navigate = useNavigate();
  const take = useAction(TakeOverDutyDocument);
  const [values, setValues] = useState<Values>({});
  const { touchpoint } = task;
  const fields = task.fields.filter(({ key }) => asked.includes(key));
  const back = `/oppgaver/${touchpoint.id}`;

  async function send(): Promise<void> {
    const done = await take.run({ id: touchpoint.id, rev: touchpoint.rev, answers: inputsOf(fields, values) });
    // somebody of the board was first, or is here again: the page says how it stands
    if (!done) return refresh();
    await navigate(back, { replace: true });
  }

  return (
    <ReportView
      touchpoint={{ ...touchpoint, mayBeEmpty: false }}
      fields={fields}
      values={values}
      onChange={(key, value) => setValues({ ...values, [key]: value })}
      problemAt={(key) => take.problemAt(`answers.${key}`)}
      crisisContacts={task.crisisContacts}
      backTo={back}
      editable
      closed={false}
      correcting={false}
      busy={take.busy}
      onSend={() => void send()}
      news={
        <Alert tone="info" title={texts.takeOver(touchpoint.chapterName)}>
          <p>{texts.takeOverLead}</p>
        </Alert>
      }
    >
      <ActionAlert error={take.error} problems={take.problems} />
    </ReportView>
  );
}
