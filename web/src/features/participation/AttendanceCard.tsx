import { useState } from "react";
import { SetAttendanceDocument, type AttendanceQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useUndo } from "../../app/undo";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Checkbox, SearchField, Stepper } from "../../ui";
import "./participation.css";

type Attendance = AttendanceQuery["attendance"];
type List = { memberIds: readonly string[]; others: number };

type Props = {
  /** who came, and the members found by `search` */
  attendance: Attendance;
  search: string;
  onSearch: (text: string) => void;
  /** nothing else is saved on the page: then its button is the page's */
  alone: boolean;
  /** read it again: it was changed, by us or by somebody else */
  refresh: () => void;
};

/** One tap a person, those who came last time in one, and the others as a number. */
export function AttendanceCard({ attendance, search, onSearch, alone, refresh }: Props) {
  const { participation: texts, app } = useTexts();
  const format = useFormat();
  const offerUndo = useUndo();
  const save = useAction(SetAttendanceDocument);
  const [draft, setDraft] = useState<List>({ memberIds: attendance.memberIds, others: attendance.others });
  const [saved, setSaved] = useState<number | null>(null);
  const chosen = new Set(draft.memberIds);
  const total = chosen.size + draft.others;
  const last = attendance.lastTimeIds;
  const names = attendance.people.map(({ name }) => name);

  const toggle = (id: string, came: boolean): void =>
    setDraft({ ...draft, memberIds: came ? [...chosen, id] : [...chosen].filter((one) => one !== id) });

  async function send(list: List, rev: number): Promise<void> {
    const done = await save.run({
      id: attendance.meetingId,
      rev,
      memberIds: [...list.memberIds],
      others: list.others,
    });
    const now = done?.setAttendance.attendance;
    if (now) {
      setDraft({ memberIds: now.memberIds, others: now.others });
      setSaved(now.total);
      // the first time there is no number to go back to
      const before: List = { memberIds: attendance.memberIds, others: attendance.others };
      if (attendance.total !== null && list === draft)
        offerUndo({ message: texts.saved(now.total ?? 0), undo: () => void send(before, now.rev) });
    }
    refresh();
  }

  return (
    <Card title={texts.title} lead={texts.lead}>
      <div className="v-came__tools">
        {last.some((id) => !chosen.has(id)) && (
          <Button
            variant="secondary"
            onClick={() => setDraft({ ...draft, memberIds: [...new Set([...chosen, ...last])] })}
          >
            {texts.lastTime(last.length)}
          </Button>
        )}
        <SearchField label={texts.search} value={search} onChange={onSearch} />
      </div>
      <fieldset className="v-came">
        <legend className="v-hidden">{texts.members}</legend>
        {attendance.people.map(({ id, name, joinedOn }) => (
          <Checkbox
            key={id}
            label={
              names.indexOf(name) === names.lastIndexOf(name)
                ? name
                : `${name}, ${texts.joined(format.fullDate(joinedOn))}`
            }
            checked={chosen.has(id)}
            onChange={(came) => toggle(id, came)}
          />
        ))}
      </fieldset>
      {attendance.people.length === 0 && <p>{search ? texts.nobody : texts.empty}</p>}
      {attendance.hasMore && <p className="v-came__more">{texts.more}</p>}
      <Stepper
        label={texts.others}
        help={texts.othersHelp}
        value={draft.others}
        onChange={(others) => setDraft({ ...draft, others: others ?? 0 })}
        max={5000}
        problem={save.problemAt("others")}
      />
      {save.otherProblems(["others"]).map((message) => (
        <Alert key={message} tone="warn" live title={message} />
      ))}
      {save.error && (
        <Alert tone="warn" live title={app.errors[save.error.code].title}>
          {app.errors[save.error.code].body}
        </Alert>
      )}
      {saved === total && (
        <Alert tone="success" live>
          {texts.saved(saved)}
        </Alert>
      )}
      <div className="v-came__save">
        <strong aria-live="polite">{texts.total(total)}</strong>
        <Button
          variant={alone ? "primary" : "secondary"}
          busy={save.busy}
          onClick={() => void send(draft, attendance.rev)}
        >
          {texts.save}
        </Button>
      </div>
    </Card>
  );
}
