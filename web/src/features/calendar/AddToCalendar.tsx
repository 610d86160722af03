import { useState } from "react";
import { useClient } from "urql";
import { MeetingCalendarFileDocument, TouchpointCalendarFileDocument } from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { saveFile } from "../../app/save-file";
import { useTexts } from "../../texts";
import { Button, ErrorState } from "../../ui";
import { CalendarIcon } from "../../ui/icons";

/** Saves one meeting or one deadline as a file that every calendar opens. It names nobody. */
export function AddToCalendar({ of, id }: { of: "meeting" | "touchpoint"; id: string }) {
  const texts = useTexts().calendar;
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function file(): Promise<{ text: string | undefined; failure: Failure | null }> {
    const policy = { requestPolicy: "network-only" } as const;
    if (of === "meeting") {
      const { data, error } = await client.query(MeetingCalendarFileDocument, { id }, policy).toPromise();
      return { text: data?.meetingCalendarFile, failure: errorOf(error) };
    }
    const { data, error } = await client.query(TouchpointCalendarFileDocument, { id }, policy).toPromise();
    return { text: data?.touchpointCalendarFile, failure: errorOf(error) };
  }

  async function add(): Promise<void> {
    setBusy(true);
    const { text, failure: failed } = await file();
    setBusy(false);
    setFailure(failed);
    if (text !== undefined) saveFile(text, "varde.ics", "text/calendar;charset=utf-8");
  }

  return (
    <div>
      <Button variant="quiet" icon={CalendarIcon} busy={busy} onClick={() => void add()}>
        {texts.add}
      </Button>
      {failure && <ErrorState {...failure} />}
    </div>
  );
}
