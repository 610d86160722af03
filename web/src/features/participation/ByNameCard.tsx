import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  ByNameCard_AttendanceSettingFragmentDoc,
  SetAttendanceByNameDocument,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useTexts } from "../../texts";
import { Alert, Button, Card, Dialog } from "../../ui";

type Props = { setting: FragmentType<typeof ByNameCard_AttendanceSettingFragmentDoc>; onChanged: () => void };

/** Whether the chapter writes down names, what that means, and for its leader the choice. */
export function ByNameCard({ setting: given, onChanged }: Props) {
  const setting = readFragment(ByNameCard_AttendanceSettingFragmentDoc, given);
  const { participation, app } = useTexts();
  const texts = participation.choice;
  const format = useFormat();
  const mayChoose = useCan("CHAPTER_SETTINGS");
  const [asking, setAsking] = useState(false);
  const choose = useAction(SetAttendanceByNameDocument);
  async function set(byName: boolean): Promise<void> {
    const done = await choose.run({ rev: setting.rev, byName });
    if (done) setAsking(false);
    onChanged();
  }
  const problems = [
    ...choose.problems.map(({ message }) => message),
    ...(choose.error ? [app.errors[choose.error.code].title] : []),
  ].map((message) => <Alert key={message} tone="warn" live title={message} />);
  if (!setting.byName) {
    return (
      <Card title={texts.off}>
        <p>{texts.offBody}</p>
        <p>{texts.who}</p>
        {problems}
        {mayChoose ? (
          <div>
            <Button variant="secondary" busy={choose.busy} onClick={() => void set(true)}>
              {texts.turnOn}
            </Button>
          </div>
        ) : (
          <p>{texts.askLeader}</p>
        )}
      </Card>
    );
  }
  return (
    <Card title={texts.on}>
      <p>{setting.since ? texts.onSince(format.fullDate(setting.since)) : texts.onAlways}</p>
      {mayChoose && (
        <div>
          <Button variant="plain" onClick={() => setAsking(true)}>
            {texts.turnOff}
          </Button>
        </div>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.offTitle}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {texts.keep}
            </Button>
            <Button variant="danger" busy={choose.busy} onClick={() => void set(false)}>
              {texts.delete}
            </Button>
          </>
        }
      >
        <p>{texts.offConfirm}</p>
        {problems}
      </Dialog>
    </Card>
  );
}
