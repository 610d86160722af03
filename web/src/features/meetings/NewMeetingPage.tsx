import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { newId } from "../../app/ids";
import { useTexts } from "../../texts";
import { Page } from "../../ui";
import { MeetingForm, type MeetingDraft } from "./MeetingForm";

const blank = (): MeetingDraft => ({
  id: newId(),
  rev: 0,
  kind: "GATHERING",
  title: "",
  heldOn: "",
  startsAt: "",
  place: "",
  host: "",
  link: "",
  attendance: null,
});

/** A new meeting; `?oppgave=` names the task that shall use it. */
export function Component() {
  const texts = useTexts().meetings;
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [start] = useState(blank);
  const task = params.get("oppgave");
  const back = task ? `/oppgaver/${task}` : "/treff";
  return (
    <Page narrow title={texts.form.newTitle} lead={texts.form.why}>
      <MeetingForm
        start={start}
        touchpointId={task}
        backTo={back}
        onSaved={() => void navigate(back, { replace: true })}
      />
    </Page>
  );
}
