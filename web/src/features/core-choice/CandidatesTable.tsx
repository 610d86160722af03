import { useState } from "react";
import type { CoreScoreKind } from "../../../../graphql/generated/graphql";
import { SetCoreScoreDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Button, Chips, type Column, DataTable, Dialog, ErrorState, Stepper, Tag, TextArea } from "../../ui";
import { ShareFromSurvey } from "../../app/survey-numbers";
import { scoreOf, type Candidate } from "./words";

const KINDS: readonly CoreScoreKind[] = ["IMPORTANCE", "PERFORMANCE", "REACH", "EFFORT"];

type CellProps = { one: Candidate };

function NameCell({ one, place }: CellProps & { place: number }) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  return (
    <>
      {place}. {localized(one.name, language)} {one.idea && <Tag>{texts.idea}</Tag>}
    </>
  );
}

function ScoreCell({ one, kind }: CellProps & { kind: CoreScoreKind }) {
  const texts = useAllTexts().coreChoice;
  const format = useFormat();
  const { score, reason, answered } = scoreOf(one, kind);
  return (
    <>
      {score === null ? texts.none : format.number(score)}
      {reason !== null && <span className="v-core__by"> {texts.byHand}</span>}
      {reason === null && answered !== null && (
        <span className="v-core__by"> {texts.fromSurvey(format.number(answered))}</span>
      )}
    </>
  );
}

function MinutesCell({ one }: CellProps) {
  const texts = useAllTexts().coreChoice;
  const format = useFormat();
  return (
    <>
      {one.minutes === null ? texts.none : format.number(one.minutes)}{" "}
      {one.heavy && <Tag tone="attention">{texts.heavy}</Tag>}
    </>
  );
}

function EditCell({ one, onEdit }: CellProps & { onEdit: (id: string) => void }) {
  const texts = useAllTexts().coreChoice;
  const { language } = useLanguage();
  return (
    <Button variant="plain" aria-label={texts.edit(localized(one.name, language))} onClick={() => onEdit(one.id)}>
      {texts.editShort}
    </Button>
  );
}

type TableTexts = ReturnType<typeof useAllTexts>["coreChoice"];

function columnsOf(
  texts: TableTexts,
  candidates: readonly Candidate[],
  onEdit: (id: string) => void,
): Column<Candidate>[] {
  const score = (kind: CoreScoreKind): Column<Candidate> => ({
    key: kind,
    header: texts.kinds[kind],
    numeric: true,
    sortValue: (one) => scoreOf(one, kind).score,
    cell: (one) => <ScoreCell one={one} kind={kind} />,
  });
  return [
    {
      key: "name",
      header: texts.columns.name,
      rowHeader: true,
      wrap: true,
      cell: (one) => <NameCell one={one} place={candidates.indexOf(one) + 1} />,
    },
    { key: "where", header: texts.columns.where, wrap: true, cell: (one) => texts.quadrants[one.quadrant] },
    score("IMPORTANCE"),
    score("PERFORMANCE"),
    {
      key: "reach",
      header: texts.columns.reach,
      sortValue: (one) => scoreOf(one, "REACH").score,
      cell: (one) => (one.reach ? texts.reach[one.reach] : texts.none),
    },
    {
      key: "minutes",
      header: texts.columns.minutes,
      numeric: true,
      sortValue: ({ minutes }) => minutes,
      cell: (one) => <MinutesCell one={one} />,
    },
    {
      key: "edit",
      header: texts.editShort,
      cell: (one) => <EditCell one={one} onEdit={onEdit} />,
    },
  ];
}

/** The candidates and what they are scored, beside the picture; each number can be set by hand with a reason. */
export function CandidatesTable({ year, candidates }: { year: number; candidates: readonly Candidate[] }) {
  const texts = useAllTexts().coreChoice;
  const [editing, setEditing] = useState<string | null>(null);
  const edited = candidates.find(({ id }) => id === editing);
  const columns = columnsOf(texts, candidates, setEditing);
  return (
    <>
      <DataTable caption={texts.table} rows={candidates} rowKey={({ id }) => id} columns={columns} />
      {edited && <ScoreDialog key={edited.id} year={year} candidate={edited} onClose={() => setEditing(null)} />}
    </>
  );
}

const LONGEST_REASON = 300;

type ScoreDialogProps = { year: number; candidate: Candidate; onClose: () => void };

function ScoreDialog({ year, candidate, onClose }: ScoreDialogProps) {
  const { coreChoice: texts, ui } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const [kind, setKind] = useState<CoreScoreKind>("IMPORTANCE");
  const given = scoreOf(candidate, kind);
  const [score, setScore] = useState<number | null>(given.score);
  const [reason, setReason] = useState(given.reason ?? "");
  const save = useAction(SetCoreScoreDocument);
  const name = localized(candidate.name, language);
  const shown = (n: number | null): string => (n === null ? texts.none : format.number(n));
  const choose = (next: CoreScoreKind): void => {
    setKind(next);
    setScore(scoreOf(candidate, next).score);
    setReason(scoreOf(candidate, next).reason ?? "");
    save.reset();
  };
  const send = async (value: number | null): Promise<void> => {
    const input = { year, candidateId: candidate.id, kind, score: value, reason: value === null ? null : reason };
    if (await save.run(input)) onClose();
  };
  return (
    <Dialog
      open
      keep
      onClose={onClose}
      title={texts.scoreOf(name)}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {ui.actions.cancel}
          </Button>
          {given.reason !== null && (
            <Button busy={save.busy} onClick={() => void send(null)}>
              {texts.takeBack}
            </Button>
          )}
          <Button variant="primary" busy={save.busy} onClick={() => score !== null && void send(score)}>
            {texts.saveScore}
          </Button>
        </>
      }
    >
      <Chips
        label={texts.which}
        options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        value={kind}
        onChange={choose}
      />
      <p>{texts.kindHelp[kind]}</p>
      <p>
        {texts.computed(shown(given.computed))}
        {given.answered !== null && ` (${texts.fromSurvey(format.number(given.answered))})`}
      </p>
      {given.reason !== null && (
        <p>{texts.given(shown(given.score), given.by ?? "", given.at ? format.moment(given.at) : "", given.reason)}</p>
      )}
      {kind === "IMPORTANCE" && (
        <ShareFromSurvey
          onChosen={(share, source) => {
            setScore(share);
            setReason(source.slice(0, LONGEST_REASON));
          }}
        />
      )}
      <Stepper
        label={texts.score}
        min={0}
        max={100}
        value={score}
        onChange={setScore}
        problem={save.problemAt("score")}
      />
      <TextArea
        label={texts.reason}
        value={reason}
        maxLength={LONGEST_REASON}
        rows={3}
        onChange={setReason}
        problem={save.problemAt("reason")}
      />
      {save.error && <ErrorState {...save.error} />}
    </Dialog>
  );
}
