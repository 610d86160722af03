import { addDays, latestDate } from "@varde/domain";
import { useState } from "react";
import { ClosePilotDocument, ExtendPilotDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Button, Card, DateField, ErrorState, Form } from "../../ui";
import type { Pilot } from "./scoreboard-words";

const MOST_DAYS = 366;

/** How long the pilot lasts: longer, or over today. */
export function PeriodCard({ pilot, onChanged }: { pilot: Pilot; onChanged: () => void }) {
  const words = useAllTexts().pilots.period;
  const format = useFormat();
  const extend = useAction(ExtendPilotDocument);
  const close = useAction(ClosePilotDocument);
  const [endsOn, setEndsOn] = useState("");
  const today = format.today();
  const first = addDays(latestDate(pilot.endsOn, today), 1);
  const last = addDays(latestDate(pilot.startsOn, today), MOST_DAYS);
  const over = pilot.endsOn <= today;
  const change = { id: pilot.id, rev: pilot.rev };

  const lengthen = async (): Promise<void> => {
    if (await extend.run({ ...change, endsOn })) setEndsOn("");
    onChanged();
  };
  return (
    <Card title={words.title}>
      <p>{over ? words.over(format.date(pilot.endsOn)) : words.lasts(format.date(pilot.endsOn))}</p>
      <Form onSubmit={() => void lengthen()} problems={[...extend.otherProblems(["endsOn"]), ...close.otherProblems()]}>
        <DateField
          label={words.extend}
          value={endsOn}
          min={first}
          max={last}
          problem={extend.problemAt("endsOn")}
          onChange={setEndsOn}
        />
        <Button type="submit" variant="quiet" busy={extend.busy} disabled={endsOn < first || endsOn > last}>
          {words.extendSubmit}
        </Button>
      </Form>
      {!over && pilot.startsOn <= today && (
        <div>
          <Button variant="plain" busy={close.busy} onClick={() => void close.run(change).then(onChanged)}>
            {words.close}
          </Button>
          <p className="v-pilot__note">{words.closeHelp}</p>
        </div>
      )}
      {(extend.error ?? close.error) && <ErrorState {...(extend.error ?? close.error)!} />}
    </Card>
  );
}
