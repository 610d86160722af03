import { PLAN_COLUMNS, type PlanColumn, type PlanPiece, type PlanReading } from "@varde/domain";
import { useState } from "react";
import { useAllTexts } from "../../../texts";
import { Alert, Card, Disclosure, Select } from "../../../ui";

type ReadingCardProps = {
  reading: PlanReading;
  pieces: readonly PlanPiece[];
  onChoose: (chosen: PlanColumn[]) => void;
};

/** What stands first in each column, below its title. */
const sampleOf = (pieces: readonly PlanPiece[], column: number, title: string): string | undefined =>
  pieces
    .flatMap((piece) => (piece.kind === "table" ? piece.rows : []))
    .map((cells) => cells[column]?.trim() ?? "")
    .find((cell) => cell !== "" && cell !== title.trim());

const short = (text: string): string => (text.length > 48 ? `${text.slice(0, 46)}…` : text);

/** How a table was understood, in words, and what each of its columns is taken for. */
export function ReadingCard({ reading, pieces, onChoose }: ReadingCardProps) {
  const texts = useAllTexts().planImport;
  const { columns, notes, problem, text } = reading;
  const isUnsure = problem !== null || notes.some(({ code }) => code === "NO_HEADER" || code === "COLUMN_KEPT");
  // open from the start where it is needed; not shut while it is being mended
  const [opened, setOpened] = useState({ of: pieces, is: isUnsure });
  if (opened.of !== pieces) setOpened({ of: pieces, is: isUnsure });
  const set = (at: number, holds: PlanColumn): void =>
    onChoose(columns.map((column, i) => (i === at ? holds : column.holds)));
  // columns have no other name than their place
  const places = columns.map((column, at) => ({ ...column, at }));
  return (
    <Card title={texts.understood}>
      {problem ? (
        <Alert tone="danger" live>
          {texts.problem(problem)}
        </Alert>
      ) : (
        <Alert tone="success" live>
          {texts.rows(text.rows.length)}
        </Alert>
      )}
      {notes.length > 0 && problem === null && (
        <ul className="v-plan-import__notes">
          {notes.map((note) => (
            <li key={"words" in note ? note.code + note.words : note.code}>{texts.note(note)}</li>
          ))}
        </ul>
      )}
      {columns.length > 0 && (
        <Disclosure summary={texts.columns(columns.length)} open={opened.is}>
          <div className="v-plan-import__columns">
            {places.map(({ title, holds, at }) => {
              const sample = sampleOf(pieces, at, title);
              return (
                <Select
                  key={at}
                  label={title.trim() || texts.column(at + 1)}
                  {...(sample && { help: texts.sample(short(sample)) })}
                  value={holds}
                  options={PLAN_COLUMNS.map((value) => ({ value, label: texts.holds[value] }))}
                  onChange={(to) => set(at, to)}
                />
              );
            })}
          </div>
        </Disclosure>
      )}
    </Card>
  );
}
