import { useState } from "react";
import { keepTheirs } from "../../app/offline/acts";
import { useOfflineActions } from "../../app/offline/OfflineProvider";
import type { Theirs, Work } from "../../app/offline/types";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, Button } from "../../ui";
import { decisionOf, useAnswerLines } from "./work-words";

type Version = { outcome: string | null; answers: readonly Work["reports"][number]["answers"][number][] };

/** Both versions beside each other. Nothing is dropped until one has chosen. */
export function ConflictChoice({ work, message, theirs }: { work: Work; message: string; theirs: Theirs }) {
  const texts = useAllTexts().offline.conflict;
  const format = useFormat();
  const { correctTheirs } = useOfflineActions();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const mine = decisionOf(work);

  async function send(): Promise<void> {
    setBusy(true);
    const problem = await correctTheirs(work);
    setBusy(false);
    setRefused(problem);
  }

  const when = theirs.closedAt ? `, ${format.moment(theirs.closedAt)}` : "";
  return (
    <Alert tone="warn" title={texts.title}>
      <p>{message}</p>
      <div className="v-work__versions">
        <div>
          <h3>{`${texts.theirs(theirs.name ?? texts.someone)}${when}`}</h3>
          <VersionLines work={work} version={theirs} />
        </div>
        {mine && (
          <div>
            <h3>{texts.mine}</h3>
            <VersionLines work={work} version={mine} />
          </div>
        )}
      </div>
      {refused !== null && <p role="alert">{refused === "" ? texts.noAnswer : refused}</p>}
      {!theirs.correctable && mine && <p>{texts.notOpen}</p>}
      <div className="v-work__choices">
        <Button variant="secondary" onClick={() => void keepTheirs(work.id)}>
          {texts.keepTheirs}
        </Button>
        {theirs.correctable && mine && (
          <Button variant="quiet" busy={busy} onClick={() => void send()}>
            {texts.sendMine}
          </Button>
        )}
      </div>
    </Alert>
  );
}

function VersionLines({ work, version }: { work: Work; version: Version }) {
  const lines = useAnswerLines()(work.fields, version.answers);
  const texts = useAllTexts().touchpoints.task;
  const outcomes: Record<string, string> = texts.outcomes;
  return (
    <dl>
      {version.outcome && (
        <div>
          <dt>{texts.outcomeWas}</dt>
          <dd>{outcomes[version.outcome]}</dd>
        </div>
      )}
      {lines.map(({ key, label, said }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
