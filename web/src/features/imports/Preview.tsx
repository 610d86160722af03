import { useState } from "react";
import { useClient } from "urql";
import { ApplyImportDocument, type ImportKind, ImportReportDocument } from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { saveFile } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, ButtonLink, Card, ErrorState, Stack, Tabs } from "../../ui";
import { DownloadIcon } from "../../ui/icons";
import { CancelImport } from "./CancelImport";
import { countOf, type ImportFacts, newAndChanged } from "./import-words";
import { KindLines } from "./KindLines";

const SHOWN: readonly ImportKind[] = [
  "NEW",
  "CHANGED",
  "GONE",
  "MOVED",
  "DUPLICATE",
  "UNKNOWN_CHAPTER",
  "REJECTED",
  "LEFT",
];
/** What waits for somebody's hand, and is in the report. */
const TO_MEND: readonly ImportKind[] = ["DUPLICATE", "UNKNOWN_CHAPTER", "REJECTED"];

/** What a file would do, or did: by kind, with the one button that does it. */
export function Preview({ facts, onChanged }: { facts: ImportFacts; onChanged: () => void }) {
  const texts = useAllTexts().imports;
  const format = useFormat();
  const done = facts.state === "APPLIED";
  const kinds = (done ? TO_MEND : SHOWN).filter((kind) => countOf(facts.counts, kind) > 0);
  const [chosen, setChosen] = useState<ImportKind | null>(null);
  const kind = chosen !== null && kinds.includes(chosen) ? chosen : kinds[0];
  const same = countOf(facts.counts, "SAME");
  return (
    <Stack>
      {done ? <Done facts={facts} /> : <Decide facts={facts} onChanged={onChanged} />}
      {facts.notes.length > 0 && facts.state === "READY" && (
        <Alert title={texts.notes}>
          <ul>
            {facts.notes.map(({ n, message }) => (
              <li key={message}>{texts.note(message, n - 1, format.number(n - 1))}</li>
            ))}
          </ul>
        </Alert>
      )}
      {!done && countOf(facts.counts, "NEW") > 0 && !facts.columns.some(({ field }) => field === "JOINED_ON") && (
        <Alert tone="warn">{texts.noJoined}</Alert>
      )}
      {kind && (
        <Card>
          <Tabs
            label={texts.parts}
            tabs={kinds.map((value) => ({
              value,
              label: `${texts.kinds[value]} (${format.number(countOf(facts.counts, value))})`,
            }))}
            value={kind}
            onChange={setChosen}
          >
            <p>{kind === "GONE" && facts.national ? texts.explained.GONE_NATIONAL : texts.explained[kind]}</p>
            <KindLines key={kind} id={facts.id} kind={kind} />
          </Tabs>
        </Card>
      )}
      {same > 0 && !done && <p>{texts.same(format.sentence(format.words(same)))}</p>}
      {TO_MEND.some((value) => countOf(facts.counts, value) > 0) && <Report id={facts.id} />}
    </Stack>
  );
}

function Decide({ facts, onChanged }: { facts: ImportFacts; onChanged: () => void }) {
  const texts = useAllTexts().imports;
  const what = newAndChanged(texts, useFormat(), facts.counts);
  const act = useAction(ApplyImportDocument);
  const apply = async (): Promise<void> => {
    await act.run({ id: facts.id, rev: facts.rev });
    onChanged();
  };
  const applying = facts.state === "APPLYING";
  return (
    <Card {...(applying && { lead: texts.applyingBody })}>
      {what === null && <p>{texts.nothingBody}</p>}
      {act.problems.map(({ message }) => (
        <Alert key={message} tone="warn" live>
          {message}
        </Alert>
      ))}
      {act.error && <ErrorState {...act.error} />}
      <div className="v-import-actions">
        {what !== null && !applying && (
          <Button variant="primary" busy={act.busy} onClick={() => void apply()}>
            {texts.apply(what)}
          </Button>
        )}
        <CancelImport facts={facts} label={applying ? texts.cancel : texts.giveUp} onDone={onChanged} />
      </div>
    </Card>
  );
}

function Done({ facts }: { facts: ImportFacts }) {
  const texts = useAllTexts().imports;
  const format = useFormat();
  const left = countOf(facts.applied, "LEFT");
  const moves = countOf(facts.applied, "MOVED");
  if (facts.national && left + moves === 0) return null;
  return (
    <Card>
      {left > 0 && <p>{texts.appliedLeft(format.sentence(format.words(left)))}</p>}
      {moves > 0 && <p>{texts.appliedMoves(format.sentence(format.words(moves)))}</p>}
      {!facts.national && (
        <div className="v-import-actions">
          <ButtonLink to="/medlemmer" variant="primary">
            {texts.toMembers}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

function Report({ id }: { id: string }) {
  const texts = useAllTexts().imports;
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const download = async (): Promise<void> => {
    setBusy(true);
    const { data, error } = await client
      .query(ImportReportDocument, { id }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(false);
    setFailure(errorOf(error));
    if (data) saveFile(data.importReport, texts.reportName, "text/csv;charset=utf-8");
  };
  return (
    <div className="v-import-line">
      <div>
        <Button icon={DownloadIcon} busy={busy} onClick={() => void download()}>
          {texts.report}
        </Button>
      </div>
      <p className="v-import-line__what">{texts.reportHelp}</p>
      {failure && <ErrorState {...failure} />}
    </div>
  );
}
