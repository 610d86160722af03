import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { CancelMeetingDocument, type MeetingQuery } from "../../../../graphql/generated/graphql";
import { useMeetingQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useAction } from "../../app/useAction";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, Dialog, ErrorState, Page, Skeleton } from "../../ui";
import { PencilIcon } from "../../ui/icons";
import { AddToCalendar } from "../calendar";
import { MeetingInvitations } from "../outreach";
import { AttendanceCard, useAttendance } from "../participation";
import { MeetingForm } from "./MeetingForm";
import { useMeetingWords } from "./meeting-words";

/** One meeting: to change, to say how many came, to call off. */
export function Component() {
  const { id = "" } = useParams();
  const [result, retry] = useMeetingQuery({ variables: { id } });
  const problem = errorOf(result.error);
  if (!result.data) {
    return problem ? (
      <ErrorState
        heading="h1"
        code={problem.code}
        requestId={problem.requestId}
        busy={result.fetching}
        onRetry={() => retry()}
      />
    ) : (
      <Skeleton of="page" />
    );
  }
  return <Opened key={id} meeting={result.data.meeting} refresh={() => retry({ requestPolicy: "network-only" })} />;
}

function Opened({ meeting, refresh }: { meeting: MeetingQuery["meeting"]; refresh: () => void }) {
  const texts = useTexts().meetings;
  const words = useMeetingWords();
  const mayWrite = useCan("MEETING_WRITE");
  const mayName = useCan("MEMBER_WRITE");
  const format = useFormat();
  const editable = mayWrite && !meeting.cancelledAt;
  const been = meeting.heldOn <= format.today();
  return (
    <Page
      narrow
      title={words.name(meeting)}
      lead={words.when(meeting)}
      crumb={<Link to="/treff">{texts.title}</Link>}
      {...(meeting.touchpointId &&
        mayWrite && {
          action: (
            <ButtonLink variant="quiet" to={`/oppgaver/${meeting.touchpointId}`}>
              {texts.form.toTask}
            </ButtonLink>
          ),
        })}
    >
      {meeting.cancelledAt && <Alert tone="info" title={texts.form.isCancelled} />}
      {!editable && meeting.attendance !== null && <Card>{texts.came(meeting.attendance)}</Card>}
      {mayWrite && meeting.kind === "ANNUAL_MEETING" && (
        <div>
          <ButtonLink variant="quiet" to={`/arsmote/${meeting.id}`}>
            {texts.toAnnual}
          </ButtonLink>
        </div>
      )}
      {editable && !been && <AddToCalendar of="meeting" id={meeting.id} />}
      {mayWrite && meeting.kind !== "BOARD_MEETING" && <MeetingInvitations meetingId={meeting.id} />}
      {editable && (
        <>
          {been && mayName ? (
            <Been meeting={meeting} refresh={refresh} />
          ) : (
            <EditMeeting meeting={meeting} refresh={refresh} />
          )}
          <CancelMeeting meeting={meeting} />
        </>
      )}
    </Page>
  );
}

type EditProps = { meeting: MeetingQuery["meeting"]; refresh: () => void; cameElsewhere?: boolean };

/** A meeting that has been: who came by name, where the chapter writes names, with the form a tap away, so that one thing is saved at a time. */
function Been({ meeting, refresh }: EditProps) {
  const { participation: texts, meetings } = useTexts();
  const [changing, setChanging] = useState(false);
  const came = useAttendance(meeting.id);
  if (!came.attendance) {
    if (!came.failure) return <Skeleton of="cards" count={3} />;
    return (
      <>
        <ErrorState
          code={came.failure.code}
          requestId={came.failure.requestId}
          busy={came.fetching}
          onRetry={came.refresh}
        />
        <EditMeeting meeting={meeting} refresh={refresh} cameElsewhere />
      </>
    );
  }
  const byName = came.attendance.setting.byName;
  return (
    <>
      {byName ? (
        <AttendanceCard
          alone={!changing}
          attendance={came.attendance}
          search={came.search}
          onSearch={came.onSearch}
          refresh={() => {
            came.refresh();
            refresh();
          }}
        />
      ) : (
        <div>
          <ButtonLink variant="plain" to="/medlemmer/reisen">
            {texts.toChoice}
          </ButtonLink>
        </div>
      )}
      {byName && !changing ? (
        <div>
          <Button variant="quiet" icon={PencilIcon} onClick={() => setChanging(true)}>
            {meetings.form.editTitle}
          </Button>
        </div>
      ) : (
        <EditMeeting meeting={meeting} refresh={refresh} cameElsewhere={byName} />
      )}
    </>
  );
}

function EditMeeting({ meeting, refresh, cameElsewhere }: EditProps) {
  const navigate = useNavigate();
  return (
    <MeetingForm
      start={{
        id: meeting.id,
        rev: meeting.rev,
        kind: meeting.kind,
        title: meeting.title ?? "",
        heldOn: meeting.heldOn,
        startsAt: meeting.startsAt ?? "",
        place: meeting.place ?? "",
        host: meeting.host ?? "",
        link: meeting.link ?? "",
        attendance: meeting.attendance,
      }}
      touchpointId={null}
      backTo="/treff"
      {...(cameElsewhere && { cameElsewhere })}
      onSaved={() => void navigate("/treff")}
      onConflict={refresh}
    />
  );
}

function CancelMeeting({ meeting }: { meeting: MeetingQuery["meeting"] }) {
  const [asking, setAsking] = useState(false);
  const texts = useTexts().meetings.form;
  const app = useTexts().app;
  const words = useMeetingWords();
  const cancel = useAction(CancelMeetingDocument);
  async function callOff(): Promise<void> {
    if (await cancel.run({ id: meeting.id, rev: meeting.rev })) setAsking(false);
  }
  return (
    <>
      <div>
        <Button variant="plain" onClick={() => setAsking(true)}>
          {texts.cancel}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.cancelTitle(words.name(meeting))}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {texts.keep}
            </Button>
            <Button variant="danger" busy={cancel.busy} onClick={() => void callOff()}>
              {texts.cancel}
            </Button>
          </>
        }
      >
        <p>{texts.cancelBody}</p>
        {cancel.problems.map(({ message }) => (
          <Alert key={message} tone="warn" live title={message} />
        ))}
        {cancel.error && <Alert tone="warn" live title={app.errors[cancel.error.code].title} />}
      </Dialog>
    </>
  );
}
