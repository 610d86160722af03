import { useEffect } from "react";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router";
import { useOnline } from "../../app/online";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { ButtonLink, ErrorState, SavedNote, Skeleton } from "../../ui";
import { ReturnedNote, TaskRequests } from "../requests";
import { Onlookers, Overtaken, TogetherCard } from "../together";
import { ActionAlert } from "./ActionAlert";
import { AnswerList } from "./AnswerList";
import { ClosedCard } from "./ClosedCard";
import { ReportView } from "./ReportView";
import { TakeOverForm } from "./TakeOverForm";
import { asked, type Values } from "./report-values";
import { useDraft } from "./useDraft";
import { useReport } from "./useReport";
import { useTask, type Task } from "./useTask";
import { WhyNot } from "./WhyNot";

/** The report of a task about no one person: can I finish before my stop? */
export function Component() {
  const { id = "" } = useParams();
  const { task, problem, fetching, refresh } = useTask(id);
  const texts = useTexts().touchpoints.task;
  if (!task) {
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={fetching}
        onRetry={refresh}
        action={<ButtonLink to="/oppgaver">{texts.back}</ButtonLink>}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  // what each of the board confirms has no report
  if (task.definition.doneBy === "EACH") return <Navigate replace to={`/oppgaver/${id}`} />;
  if (task.takeOver)
    return <TakeOverForm key={task.touchpoint.id} task={task} asked={task.takeOver.fields} refresh={refresh} />;
  return <ReportForm key={task.touchpoint.id} task={task} refresh={refresh} />;
}

function ReportForm({ task, refresh }: { task: Task; refresh: () => void }) {
  const texts = useTexts().touchpoints;
  const online = useOnline();
  const mayWrite = useCan("TOUCHPOINT_WRITE");
  const navigate = useNavigate();
  const { touchpoint, fields } = task;
  const draft = useDraft(touchpoint.id);
  const report = useReport(task);
  const [params, setParams] = useSearchParams();
  const closed = touchpoint.status !== "OPEN" && touchpoint.status !== "OVERDUE";
  const correcting = closed && mayWrite && touchpoint.canCorrect.allowed && params.get("rett") === "1";
  const editable = mayWrite && (closed ? correcting : touchpoint.canSubmit.allowed);
  // what the meeting and the register say stands there until one writes something else
  const values: Values = { ...task.prefilled, ...task.answers, ...draft.values };
  const action = correcting ? report.correct : report.submit;
  const questions = asked(fields);
  const back = touchpoint.isPeriodReport ? "/oppgaver" : `/oppgaver/${touchpoint.id}`;
  const lost = action.problems.some(({ code }) => code === "CONFLICT");

  const { begin } = report;
  useEffect(() => begin(), [begin]);
  // what somebody else sent, and what one wrote oneself, stand at the top
  useEffect(() => {
    if (lost) scrollTo(0, 0);
  }, [lost]);

  async function send(): Promise<void> {
    if (correcting) {
      if (!(await report.saveCorrection(values, null))) return refresh();
      draft.forget();
      await navigate(back);
      return;
    }
    const done = await report.send(
      touchpoint.rev,
      values,
      { outcome: null, laterOn: null, returnsOn: null },
      draft.forget,
      () => draft.keep(values),
    );
    if (done === null) refresh();
  }

  const own = draft.values && lost && (
    <>
      <p>{texts.task.yours}:</p>
      <AnswerList fields={questions} values={draft.values} />
    </>
  );
  return (
    <ReportView
      touchpoint={touchpoint}
      fields={fields}
      values={values}
      onChange={(key, value) => draft.keep({ ...draft.values, [key]: value })}
      problemAt={(key) => action.problemAt(`answers.${key}`)}
      crisisContacts={task.crisisContacts}
      backTo={back}
      editable={editable}
      closed={closed}
      correcting={correcting}
      busy={action.busy}
      emptyBusy={report.empty.busy}
      onSend={() => void send()}
      onEmpty={() => void report.closeEmpty()}
      news={
        <>
          {mayWrite && <Onlookers touchpointId={touchpoint.id} on={!closed} />}
          <Overtaken touchpoint={touchpoint} quiet={report.busy || action.problems.length > 0}>
            {draft.values && (
              <>
                <p>{texts.task.yours}:</p>
                <AnswerList fields={questions} values={draft.values} />
              </>
            )}
          </Overtaken>
          {mayWrite && <ReturnedNote note={touchpoint.returnedNote} />}
          {closed && !correcting && (
            <>
              <ActionAlert error={null} problems={report.submit.problems}>
                {own}
              </ActionAlert>
              <ClosedCard
                task={task}
                onCorrect={mayWrite ? () => setParams({ rett: "1" }, { replace: true }) : undefined}
              />
            </>
          )}
          {!correcting && <WhyNot task={task} mayWrite={mayWrite} />}
          {touchpoint.isPeriodReport && !correcting && <TaskRequests task={touchpoint} onChanged={refresh} />}
        </>
      }
      // the period's one question has no page of its own
      below={
        mayWrite &&
        touchpoint.isPeriodReport && <TogetherCard touchpointId={touchpoint.id} open={!closed} onChanged={refresh} />
      }
      note={
        editable &&
        (online ? (
          <SavedNote save={draft.save} suffix={texts.report.note} />
        ) : (
          <p className="v-report__hint">{texts.report.offline}</p>
        ))
      }
    >
      {(!closed || correcting) && (
        <ActionAlert
          error={action.error ?? report.empty.error}
          problems={[...action.problems, ...report.empty.problems]}
        >
          {own}
        </ActionAlert>
      )}
    </ReportView>
  );
}
