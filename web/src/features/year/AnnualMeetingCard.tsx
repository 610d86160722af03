import { annualDays, annualWarnings } from "@varde/domain";
import { useState } from "react";
import { useNavigate } from "react-router";
import { SaveMeetingDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { newId } from "../../app/ids";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, DateField, Dialog } from "../../ui";
import type { Wheel } from "./entry-words";

/** The year's annual meeting: its day and what comes before it, or the way to set one. */
export function AnnualMeetingCard({ wheel }: { wheel: Wheel }) {
  const texts = useAllTexts().year.annual;
  const format = useFormat();
  const mayWrite = useCan("MEETING_WRITE");
  const [asking, setAsking] = useState(false);
  const annual = wheel.annualMeeting;
  if (!annual) return null;
  const { meetingId, heldOn, lastDay, noticeOn, papersOn, nearest } = annual;
  if (heldOn && meetingId) {
    return (
      <Card title={texts.title(wheel.year)}>
        <p>
          {heldOn < format.today()
            ? texts.was(format.day(heldOn))
            : texts.is(format.sentence(format.day(heldOn)), format.date(noticeOn), format.date(papersOn))}
        </p>
        {mayWrite && (
          <div className="v-year__out">
            <ButtonLink variant="secondary" to={`/arsmote/${meetingId}`}>
              {texts.open}
            </ButtonLink>
            {heldOn < format.today() && (
              <ButtonLink variant="plain" to={`/aret?aar=${wheel.year + 1}`}>
                {texts.next(wheel.year + 1)}
              </ButtonLink>
            )}
          </div>
        )}
      </Card>
    );
  }
  return (
    <Card title={texts.title(wheel.year)}>
      <p>
        {lastDay < format.today()
          ? texts.none(format.date(lastDay))
          : texts.unset(format.date(lastDay), format.date(noticeOn))}
      </p>
      {mayWrite && (lastDay >= format.today() || nearest) && (
        <div>
          {lastDay >= format.today() && (
            <Button variant="secondary" onClick={() => setAsking(true)}>
              {texts.set}
            </Button>
          )}
          {nearest && (
            <ButtonLink variant="plain" to={`/arsmote/${nearest.meetingId}`}>
              {nearest.heldOn < format.today()
                ? texts.near.last(format.date(nearest.heldOn))
                : texts.near.coming(format.date(nearest.heldOn))}
            </ButtonLink>
          )}
        </div>
      )}
      {asking && <SetDay wheel={wheel} lastDay={lastDay} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function SetDay({ wheel, lastDay, onClose }: { wheel: Wheel; lastDay: string; onClose: () => void }) {
  const { year: texts, meetings, app } = useAllTexts();
  const words = texts.annual;
  const format = useFormat();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const [heldOn, setHeldOn] = useState("");
  const [empty, setEmpty] = useState(false);
  const save = useAction(SaveMeetingDocument);
  const today = format.today();
  const days = heldOn === "" ? null : annualDays(wheel.rule, heldOn);
  async function send(): Promise<void> {
    setEmpty(heldOn === "");
    if (heldOn === "") return;
    if (await save.run({ id, rev: 0, kind: "ANNUAL_MEETING", heldOn })) void navigate(`/arsmote/${id}`);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.setTitle(wheel.year)}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button variant="primary" busy={save.busy} onClick={() => void send()}>
            {words.save}
          </Button>
        </>
      }
    >
      <p>{words.rule(format.date(lastDay), wheel.rule.noticeDays)}</p>
      <DateField
        label={meetings.form.day}
        value={heldOn}
        min={today}
        onChange={setHeldOn}
        problem={empty && heldOn === "" ? meetings.form.required : save.problemAt("heldOn")}
      />
      {days && heldOn >= today && <p>{words.days(format.date(days.noticeOn), format.date(days.papersOn))}</p>}
      {heldOn !== "" &&
        annualWarnings(wheel.rule, heldOn, today).map((warning) => (
          <Alert key={warning} tone="warn" live>
            {warning === "TOO_LATE" ? words.tooLate(wheel.rule.noticeDays) : words.afterLast(format.date(lastDay))}
          </Alert>
        ))}
      {save.otherProblems(["heldOn"]).map((problem) => (
        <Alert key={problem} tone="warn" live>
          {problem}
        </Alert>
      ))}
      {save.error && (
        <Alert tone="warn" live title={app.errors[save.error.code].title}>
          {app.errors[save.error.code].body}
        </Alert>
      )}
    </Dialog>
  );
}
