import { Link } from "react-router";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Disclosure, EmptyState, Section } from "../../ui";
import type { Entry, EntryWords } from "./entry-words";
import { KindMark } from "./KindMark";

type Months = [month: string, entries: readonly Entry[]][];

/** The year month by month, from this one on; the months before it are folded. What is in it from the year before stands in January. */
export function YearList({ entries, words }: { entries: readonly Entry[]; words: EntryWords }) {
  const texts = useAllTexts().year;
  const today = useFormat().today();
  const first = `${words.year}-01-01`;
  const months: Months = [...Map.groupBy(entries, ({ on }) => (on < first ? first : on).slice(0, 7))];
  if (entries.length === 0) return <EmptyState title={texts.nothing}>{texts.nothingBody}</EmptyState>;
  const now = today.startsWith(`${words.year}-`) ? today.slice(0, 7) : first.slice(0, 7);
  const past = months.filter(([month]) => month < now);
  return (
    <div className="v-year__months">
      {past.length > 0 && (
        <Disclosure summary={texts.earlier(past.reduce((sum, [, all]) => sum + all.length, 0))}>
          <InMonths months={past} words={words} />
        </Disclosure>
      )}
      <InMonths months={months.filter(([month]) => month >= now)} words={words} />
    </div>
  );
}

function InMonths({ months, words }: { months: Months; words: EntryWords }) {
  const format = useFormat();
  return (
    <div className="v-year__months">
      {months.map(([month, all]) => (
        <Section key={month} title={format.sentence(format.month(`${month}-01`))}>
          <ul className="v-year__list">
            {all.map((entry) => (
              <li key={entry.key}>
                <Row entry={entry} words={words} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

/** One entry: a link where there is a page about it. `brief` without where it is from. */
export function Row({ entry, words, brief }: { entry: Entry; words: EntryWords; brief?: boolean }) {
  const texts = useAllTexts().year;
  const format = useFormat();
  const to = words.to(entry);
  return (
    <div className="v-year__row">
      <KindMark kind={entry.kind} state={entry.state} />
      <div>
        <p className="v-year__title">{to ? <Link to={to}>{words.title(entry)}</Link> : words.title(entry)}</p>
        <p className="v-year__line">{words.line(entry)}</p>
        {entry.source && !brief && (
          <p className="v-year__line">
            {texts.entry.source(entry.source)}
            {!entry.checked && ` ${texts.entry.unchecked}`}
          </p>
        )}
        {entry.chapters.length > 1 &&
          [...Map.groupBy(entry.chapters, ({ on }) => on)].map(([on, chapters]) => (
            <p key={on} className="v-year__line">
              {`${format.shortDate(on)}: ${chapters.map(({ chapterName }) => chapterName).join(", ")}`}
            </p>
          ))}
      </div>
    </div>
  );
}
