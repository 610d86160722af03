import { useEffect } from "react";
import { Navigate, useNavigate, useParams, useSearchParams } from "react-router";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Dock, ErrorState, Page, Skeleton, StatusLine, WithPanel } from "../../ui";
import { ActionAlert } from "./ActionAlert";
import { AnswerList } from "./AnswerList";
import { ClosedCard } from "./ClosedCard";
import { ContactButtons } from "./ContactButtons";
import { GuideCard } from "./GuideCard";
import { ChooseMeeting, MeetingCard } from "./MeetingCard";
import { MessagesCard } from "./MessagesCard";
import { OutcomeDock } from "./OutcomeDock";
import { SafeFrameButton } from "./SafeFrame";
import { StepsCard } from "./StepsCard";
import { statusOn, useTaskWords } from "./task-words";
import { useDraft } from "./useDraft";
import { useReport, type Report } from "./useReport";
import { useTask, type Task } from "./useTask";
import { useTicks } from "./useTicks";
import "./touchpoints.css";

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
  const words = useTaskWords();
  const format = useFormat();
  const mayWrite = useCan("TOUCHPOINT_WRITE");
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { touchpoint, contact, definition, crisisContacts } = task;
  const open = touchpoint.status === "OPEN" || touchpoint.status === "OVERDUE";
  const workable = mayWrite && (touchpoint.canSubmit.allowed || touchpoint.canSubmit.reason === "NOT_OPEN_YET");
  const ticks = useTicks(task);
  const report = useReport(task);
  const draft = useDraft(touchpoint.id);
  const correcting = params.get("rett") === "1" && touchpoint.canCorrect.allowed && mayWrite;
  const person = touchpoint.member?.firstName;
  const backTo = person ? texts.task.backTo(person) : texts.task.backToTask;
  const guide = task.messages.find(({ channel }) => channel === "GUIDE");
  const messages = task.messages.filter(({ channel }) => channel !== "GUIDE");
  const deadline = [
    words.deadline(touchpoint),
    touchpoint.minutes && touchpoint.minutes <= 90 ? format.aboutMinutes(touchpoint.minutes) : "",
  ].filter(Boolean);

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

  const main = (
    <>
      {workable && open && contact && touchpoint.member && (
        <ContactButtons name={touchpoint.member.firstName} contact={contact} />
      )}
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
      {!open && (
        <ClosedCard task={task} onCorrect={mayWrite ? () => setParams({ rett: "1" }, { replace: true }) : undefined} />
      )}
      <WhyNot task={task} />
      {guide && (
        <GuideCard
          body={words.localized(guide.body)}
          safeFrame={<SafeFrameButton variant="link" contacts={crisisContacts} backTo={backTo} />}
        />
      )}
      {messages.length > 0 && (workable || !mayWrite) && (
        <MessagesCard
          messages={messages}
          reach={{ phone: contact?.phone ?? null, email: contact?.email ?? null }}
          {...(workable && {
            chooseMeeting: <ChooseMeeting task={task} word={texts.meeting.choose} onDone={refresh} />,
          })}
        />
      )}
    </>
  );
  const aside = (
    <>
      {ticks.failed && <Alert tone="warn" live title={texts.task.stepFailed} />}
      <StepsCard steps={definition.steps} done={ticks.done} onTick={workable ? ticks.tick : undefined} />
      {(task.meeting || (workable && task.nextMeeting)) && (
        <MeetingCard task={task} onDone={refresh} readOnly={!workable} />
      )}
    </>
  );
  return (
    <Page
      title={words.headline(touchpoint)}
      documentTitle={words.whole(touchpoint)}
      crumb={
        <span className="v-task-crumb">
          <span className="v-task-crumb__kind">{person ? words.kind(touchpoint) : texts.task.document}</span>
          <SafeFrameButton contacts={crisisContacts} backTo={backTo} />
        </span>
      }
      lead={
        <span className="v-task-lead">
          {touchpoint.member ? (
            <span>
              {texts.task.memberSince(format.date(touchpoint.member.joinedOn ?? touchpoint.opensOn))}{" "}
              {contact && texts.task.preference[contact.preference]}
            </span>
          ) : (
            <span>{words.localized(definition.purpose)}</span>
          )}
          <StatusLine status={statusOn(touchpoint, format.today())}>{deadline.join(" · ")}</StatusLine>
          {open && touchpoint.attempts > 0 && <span>{texts.task.attempts(touchpoint.attempts)}</span>}
        </span>
      }
    >
      <WithPanel panel={aside}>{main}</WithPanel>
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
      ) : (
        <DutyDock task={task} report={report} workable={workable} />
      )}
    </Page>
  );
}

/** Why nothing can be sent now, in words. */
function WhyNot({ task }: { task: Task }) {
  const texts = useTexts().touchpoints.task;
  const format = useFormat();
  const { canSubmit, opensOn } = task.touchpoint;
  switch (canSubmit.reason) {
    case "NOT_OPEN_YET":
      return <Alert tone="info" title={texts.cannot.NOT_OPEN_YET(format.relativeDay(opensOn))} />;
    case "TOO_LATE":
      return <Alert tone="info" title={texts.cannot.TOO_LATE(format.relativeDay(canSubmit.until ?? opensOn))} />;
    case "CANCELLED":
      return <Alert tone="info" title={texts.cannot.CANCELLED} />;
    case "WAIVED":
      return <Alert tone="info" title={texts.cannot.WAIVED} />;
    default:
      return null;
  }
}

/** At the thumb of a duty: on to the report, or «ingen nye» in one tap. */
function DutyDock({ task, report, workable }: { task: Task; report: Report; workable: boolean }) {
  const texts = useTexts().touchpoints;
  const actions = useTexts().ui.actions;
  // those above came from the comparison, and have no list of tasks
  const own = useCan("TOUCHPOINT_READ");
  const backTo = own ? "/oppgaver" : "/sammenlign";
  const back = own ? texts.task.back : actions.back;
  const sendable = workable && task.touchpoint.canSubmit.allowed;
  return (
    <Dock
      backTo={backTo}
      backLabel={back}
      action={
        sendable ? (
          <>
            {task.touchpoint.mayBeEmpty && (
              <Button variant="quiet" busy={report.empty.busy} onClick={() => void report.closeEmpty()}>
                {texts.task.empty}
              </Button>
            )}
            <ButtonLink variant="primary" to={`/oppgaver/${task.touchpoint.id}/rapport`}>
              {texts.task.toReport}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink variant="quiet" to={backTo}>
            {back}
          </ButtonLink>
        )
      }
    >
      <ActionAlert error={report.empty.error} problems={report.empty.problems} />
    </Dock>
  );
}
