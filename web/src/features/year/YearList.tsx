import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { EmptyState, Section } from "../../ui";
import type { Entry, EntryWords } from "./entry-words";
import { KindMark } from "./KindMark";

/** The year month by month. What is in it from the year before stands in January. */
export function YearList({ entries, words }: { entries: readonly Entry[]; words: EntryWords }) {
  const texts = useAllTexts().year;
  const format = useFormat();
  const first = `${words.year}-01-01`;
  const months = Map.groupBy(entries, ({ on }) => (on < first ? first : on).slice(0, 7));
  if (entries.length === 0) return <EmptyState title={texts.nothing}>{texts.nothingBody}</EmptyState>;
  return (
    <div className="v-year__months">
      {[...months].map(([month, all]) => (
        <Section key={month} title={format.sentence(format.month(`${month}-01`))}>
          <ul className="v-year__list">
            {all.map((entry) => (
              <li key={entry.key} data-past={entry.state === "PAST" ? "" : undefined}>
                <Row entry={entry} words={words} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

/** One entry: a link where there is a page about it. */
export function Row({ entry, words }: { entry: Entry; words: EntryWords }) {
  const texts = useAllTexts().year;
  const format = useFormat();
  const to = words.to(entry);
  return (
    <div className="v-year__row">
      <KindMark kind={entry.kind} state={entry.state} />
      <div>
        <p className="v-year__title">{to ? <Link to={to}>{words.title(entry)}</Link> : words.title(entry)}</p>
        <p className="v-year__line">{words.line(entry)}</p>
        {entry.source && (
          <p className="v-year__line">
            {texts.entry.source(entry.source)}
            {!entry.checked && ` ${texts.entry.unchecked}`}
          </p>
        )}
        {entry.chapters.length > 1 && (
          <p className="v-year__line">
            {entry.chapters.map(({ chapterName, on }) => `${chapterName} ${format.shortDate(on)}`).join(", ")}
          </p>
        )}
      </div>
    </div>
  );
}
