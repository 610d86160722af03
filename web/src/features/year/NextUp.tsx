import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card } from "../../ui";
import type { Entry, EntryWords } from "./entry-words";
import { Row } from "./YearList";

const SHOWN = 3;

/** The first of what is left of the year, holidays aside. Nothing when it is over. */
export function NextUp({ entries, words }: { entries: readonly Entry[]; words: EntryWords }) {
  const texts = useAllTexts().year;
  const today = useFormat().today();
  const next = entries.filter(
    ({ kind, state, on, until }) => kind !== "HOLIDAY" && state !== "DONE" && (until ?? on) >= today,
  );
  if (next.length === 0) return null;
  return (
    <Card title={texts.next}>
      <div className="v-year__next">
        {next.slice(0, SHOWN).map((entry) => (
          <Row key={entry.key} entry={entry} words={words} brief />
        ))}
      </div>
    </Card>
  );
}
