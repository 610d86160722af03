import { useEffect } from "react";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, ButtonLink, ErrorState, Skeleton } from "../../ui";
import { PrinterSmallIcon } from "../../ui/icons";
import { AddToCalendar } from "../calendar";
import { InviteAll } from "../outreach";
import { PracticeCards } from "../practices";
import { ReturnedNote, TaskRequests } from "../requests";
import { Onlookers, Overtaken, TogetherCard } from "../together";
import { ActionAlert } from "./ActionAlert";
import { AdaptedNote } from "./AdaptedNote";
import { AnswerList } from "./AnswerList";
import { ClosedCard } from "./ClosedCard";
import { DutyView } from "./DutyView";
import { EachView, PartsCard } from "./EachView";
import { ChooseMeeting, MeetingCard } from "./MeetingCard";
import { LastChanceCard } from "./LastChanceCard";
import { OutcomeDock } from "./OutcomeDock";
import { PersonCard } from "./PersonCard";
import { TaskView } from "./TaskView";
import { useDraft } from "./useDraft";
import { useReport, type Report } from "./useReport";
import { useTask, type Task } from "./useTask";
import { useTicks } from "./useTicks";
import { WhyNot } from "./WhyNot";

/** One task: how do I do this well? */
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
  if (task.touchpoint.isPeriodReport) return <Navigate replace to="rapport" />;
  return <Opened key={task.touchpoint.id} task={task} refresh={refresh} />;
}

function Opened({ task, refresh }: { task: Task; refresh: () => void }) {
  const texts = useTexts().touchpoints;
  const mayWrite = useCan("TOUCHPOINT_WRITE");
  const readsMembers = useCan("MEMBER_READ");
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { touchpoint } = task;
  const open = touchpoint.status === "OPEN" || touchpoint.status === "OVERDUE";
  const workable = mayWrite && (touchpoint.canSubmit.allowed || touchpoint.canSubmit.reason === "NOT_OPEN_YET");
  const today = useFormat().today();
  // nobody is invited to what has been
  const mayInvite =
    !touchpoint.aboutMember &&
    (task.meeting?.heldOn ?? today) >= today &&
    task.messages.some(({ channel }) => channel !== "GUIDE");
  const ticks = useTicks(task);
  const report = useReport(task, refresh);
  const draft = useDraft(touchpoint.id);
  const correcting = params.get("rett") === "1" && touchpoint.canCorrect.allowed && mayWrite;
  useEffect(() => {
    if (params.get("rett") === "1" && !touchpoint.aboutMember && touchpoint.canCorrect.allowed) {
      void navigate(`/oppgaver/${touchpoint.id}/rapport?rett=1`, { replace: true });
    }
  }, [params, touchpoint, navigate]);

  // what somebody else sent, and what one wrote oneself, stand at the top
  const lost = !open && report.submit.problems.some(({ code }) => code === "CONFLICT");
  useEffect(() => {
    if (lost) scrollTo(0, 0);
  }, [lost]);

  const news = (
    <>
      {mayWrite && <Onlookers touchpointId={touchpoint.id} on={open} />}
      <Overtaken touchpoint={touchpoint} quiet={report.busy || report.submit.problems.length > 0}>
        {draft.values && (
          <>
            <p>{texts.task.yours}:</p>
            <AnswerList fields={task.fields} values={draft.values} />
          </>
        )}
      </Overtaken>
      {!open && (
        <ActionAlert error={null} problems={report.submit.problems}>
          {draft.values && (
            <>
              <p>{texts.task.yours}:</p>
              <AnswerList fields={task.fields} values={draft.values} />
            </>
          )}
        </ActionAlert>
      )}
      {mayWrite && <ReturnedNote note={touchpoint.returnedNote} />}
      {!open && (
        <ClosedCard task={task} onCorrect={mayWrite ? () => setParams({ rett: "1" }, { replace: true }) : undefined} />
      )}
      <WhyNot task={task} mayWrite={mayWrite} />
      <LastChanceCard task={task} onDone={refresh} />
      {!mayWrite && <TaskRequests task={touchpoint} onChanged={refresh} />}
    </>
  );
  return (
    <TaskView
      task={task}
      news={news}
      withContact={workable}
      withMessages={workable || !mayWrite}
      chapter={mayWrite ? undefined : touchpoint.chapterName}
      {...(workable && {
        chooseMeeting: <ChooseMeeting task={task} word={texts.meeting.choose} onDone={refresh} />,
      })}
      done={ticks.done}
      onTick={workable ? ticks.tick : undefined}
      asideAbove={
        <>
          {ticks.failed && <Alert tone="warn" live title={texts.task.stepFailed} />}
          {mayWrite && <PersonCard task={task} toMember={readsMembers} />}
          {task.parts.length > 0 && <PartsCard parts={task.parts} />}
        </>
      }
      below={
        <PracticeCards
          templateId={touchpoint.templateId}
          mayWrite={touchpoint.closedAt !== null && touchpoint.status !== "TAKEN_OVER"}
        />
      }
      asideBelow={
        <>
          {mayWrite && <TogetherCard touchpointId={touchpoint.id} open={open} onChanged={refresh} />}
          {(task.meeting || (workable && task.nextMeeting)) && (
            <MeetingCard task={task} onDone={refresh} readOnly={!workable} />
          )}
          {workable && mayInvite && <InviteAll touchpointId={touchpoint.id} />}
          {mayWrite && <TaskRequests task={touchpoint} onChanged={refresh} />}
          <AdaptedNote task={task} />
          {mayWrite && open && <AddToCalendar of="touchpoint" id={touchpoint.id} />}
          <div>
            <ButtonLink variant="quiet" icon={PrinterSmallIcon} to={`/oppgaver/${touchpoint.id}/utskrift`}>
              {texts.print.action}
            </ButtonLink>
          </div>
        </>
      }
    >
      {(workable || correcting) && touchpoint.aboutMember ? (
        (touchpoint.canSubmit.allowed || correcting) && (
          <OutcomeDock
            key={correcting ? "correct" : "submit"}
            task={task}
            report={report}
            draft={draft}
            correcting={correcting}
            latestRev={async () => Math.max(await ticks.latestRev(), touchpoint.rev)}
            onSettled={refresh}
            onCorrected={() => setParams({}, { replace: true })}
          />
        )
      ) : task.definition.doneBy === "EACH" && mayWrite ? (
        <EachDock task={task} report={report} />
      ) : (
        <DutyDock task={task} report={report} workable={workable} />
      )}
    </TaskView>
  );
}

/** At the thumb of what each of the board does: one's own confirmation. */
function EachDock({ task, report }: { task: Task; report: Report }) {
  return (
    <EachView
      parts={task.parts}
      open={task.touchpoint.canSubmit.allowed}
      busy={report.busy}
      onConfirm={() => void report.confirmPart()}
      onTakeBack={() => void report.confirm.run({ id: task.touchpoint.id, done: false })}
    >
      <ActionAlert error={report.confirm.error} problems={report.confirm.problems} />
    </EachView>
  );
}

/** At the thumb of a duty: on to the report, or «ingen nye» in one tap. */
function DutyDock({ task, report, workable }: { task: Task; report: Report; workable: boolean }) {
  // those above came from the comparison, and have no list of tasks
  const own = useCan("TOUCHPOINT_READ");
  const { status, chapterId, mayBeEmpty } = task.touchpoint;
  return (
    <DutyView
      id={task.touchpoint.id}
      own={own}
      templateId={task.touchpoint.templateId}
      sendable={(workable && task.touchpoint.canSubmit.allowed) || task.takeOver !== null}
      onBehalfOf={!own && (task.takeOver || status === "TAKEN_OVER") ? chapterId : undefined}
      mayBeEmpty={mayBeEmpty && !task.takeOver}
      busy={report.empty.busy}
      onEmpty={() => void report.closeEmpty()}
    >
      <ActionAlert error={report.empty.error} problems={report.empty.problems} />
    </DutyView>
  );
}
