import { useState } from "react";
import { SaveMeetingDocument, type MeetingKind } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Chips, DateField, Dock, FieldRow, Form, Stepper, TextField } from "../../ui";

/** A meeting as the form holds it; empty texts are nothing. */
export type MeetingDraft = {
  id: string;
  rev: number;
  kind: MeetingKind;
  title: string;
  heldOn: string;
  startsAt: string;
  place: string;
  host: string;
  link: string;
  attendance: number | null;
};

const KINDS: readonly MeetingKind[] = ["GATHERING", "MEMBER_MEETING", "BOARD_MEETING", "ANNUAL_MEETING"];
const FIELDS = ["kind", "title", "heldOn", "startsAt", "place", "host", "link", "attendance"];

type Props = {
  start: MeetingDraft;
  /** the task that shall use it */
  touchpointId: string | null;
  backTo: string;
  /** who came is written down beside the form, which leaves the number as it is */
  cameElsewhere?: boolean;
  onSaved: () => void;
  onConflict?: () => void;
};

/** The one short form of a meeting. */
export function MeetingForm({ start, touchpointId, backTo, cameElsewhere, onSaved, onConflict }: Props) {
  const texts = useTexts().meetings;
  const app = useTexts().app;
  const format = useFormat();
  const [draft, setDraft] = useState(start);
  const [empty, setEmpty] = useState(false);
  const save = useAction(SaveMeetingDocument);
  const set = (part: Partial<MeetingDraft>): void => setDraft({ ...draft, ...part });
  const been = draft.heldOn !== "" && draft.heldOn <= format.today();

  async function send(): Promise<void> {
    setEmpty(draft.heldOn === "");
    if (draft.heldOn === "") return;
    const { attendance, rev: _rev, ...facts } = draft;
    const came = cameElsewhere ? start.attendance : attendance;
    const done = await save.run({ ...facts, rev: start.rev, attendance: been ? came : null, touchpointId });
    if (done) onSaved();
    else onConflict?.();
  }

  return (
    <Form onSubmit={() => void send()} problems={save.otherProblems(FIELDS)}>
      <Card>
        <Chips
          label={texts.form.kind}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          problem={save.problemAt("kind")}
        />
        <FieldRow>
          <DateField
            label={texts.form.day}
            value={draft.heldOn}
            onChange={(heldOn) => set({ heldOn })}
            problem={empty && draft.heldOn === "" ? texts.form.required : save.problemAt("heldOn")}
          />
          <TextField
            label={texts.form.time}
            placeholder="18:00"
            autoComplete="off"
            value={draft.startsAt}
            onChange={(startsAt) => set({ startsAt: startsAt.replace(".", ":") })}
            problem={save.problemAt("startsAt")}
          />
        </FieldRow>
        <TextField
          label={texts.form.place}
          optional
          value={draft.place}
          onChange={(place) => set({ place })}
          problem={save.problemAt("place")}
        />
      </Card>
      <Card>
        <TextField
          label={texts.form.title}
          help={texts.form.titleHelp}
          optional
          value={draft.title}
          onChange={(title) => set({ title })}
          problem={save.problemAt("title")}
        />
        <TextField
          label={texts.form.host}
          help={texts.form.hostHelp}
          optional
          autoComplete="off"
          value={draft.host}
          onChange={(host) => set({ host })}
          problem={save.problemAt("host")}
        />
        <TextField
          label={texts.form.link}
          type="url"
          optional
          placeholder="https://"
          value={draft.link}
          onChange={(link) => set({ link })}
          problem={save.problemAt("link")}
        />
      </Card>
      {been && !cameElsewhere && (
        <Card>
          <Stepper
            label={texts.form.attendance}
            help={texts.form.attendanceHelp}
            optional
            value={draft.attendance}
            onChange={(attendance) => set({ attendance })}
            max={5000}
            problem={save.problemAt("attendance")}
          />
        </Card>
      )}
      {save.error && (
        <Alert tone="warn" live title={app.errors[save.error.code].title}>
          {app.errors[save.error.code].body}
        </Alert>
      )}
      <Dock
        backTo={backTo}
        action={
          <Button variant="primary" type="submit" busy={save.busy}>
            {texts.form.save}
          </Button>
        }
      />
    </Form>
  );
}
