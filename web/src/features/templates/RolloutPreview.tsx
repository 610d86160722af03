import { useState } from "react";
import type { RolloutPreviewQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { Card, DataTable, DefinitionLine, Disclosure, Dumbbell, dumbbellMax, Pager, type Column } from "../../ui";
import "./rollout.css";

export type Preview = RolloutPreviewQuery["rolloutPreview"];
type Occurrence = Preview["occurrences"][number];
type Row = Preview["chapters"][number];

const SHOWN = 4;
const ROWS = 50;

/** What each chapter gets: new, lifted, cancelled, left alone, and its hours before and after against the cap. */
export function RolloutPreview({ preview }: { preview: Preview }) {
  const texts = useAllTexts().rollout;
  const format = useFormat();
  const [rows, setRows] = useState(ROWS);
  const { chapters, occurrences, month } = preview;
  const monthName = format.month(`${month}-01`);
  return (
    <>
      <Card title={texts.table}>
        <DataTable
          caption={texts.table}
          rows={chapters.slice(0, rows)}
          rowKey={({ chapterId }) => chapterId}
          highlight={({ aboveCap }) => aboveCap}
          columns={useColumns(preview)}
        />
        {chapters.length > ROWS && (
          <Pager
            shown={Math.min(rows, chapters.length)}
            total={chapters.length}
            hasMore={rows < chapters.length}
            onMore={() => setRows(rows + ROWS)}
          />
        )}
      </Card>
      <DefinitionLine how={<p>{texts.how(monthName)}</p>} asOf={format.today()}>
        {texts.definition(preview.versionNumber)}
      </DefinitionLine>
      {occurrences.length > 0 && (
        <Card title={texts.what} aside={occurrences.length}>
          <Occurrences occurrences={occurrences.slice(0, SHOWN)} />
          {occurrences.length > SHOWN && (
            <Disclosure summary={texts.more(occurrences.length - SHOWN)}>
              <Occurrences occurrences={occurrences.slice(SHOWN)} />
            </Disclosure>
          )}
        </Card>
      )}
    </>
  );
}

/** Columns that would be nothing but zeros are left out, but for the new. */
function useColumns(preview: Preview): Column<Row>[] {
  const texts = useAllTexts().rollout;
  const format = useFormat();
  const { chapters, capMinutes, month, versionNumber } = preview;
  const cap = capMinutes / 60;
  const max = dumbbellMax(
    chapters.flatMap(({ hoursBefore, hoursAfter }) => [hoursBefore, hoursAfter]),
    cap,
  );
  const hours = (value: number): string => format.number(value, 1);
  const there = chapters.reduce((sum, row) => sum + row.alreadyThere, 0);
  const count = (key: string, header: string, cell: (row: Row) => number, sum: number): Column<Row> => ({
    key,
    // a phone has room for what changes; that a chapter has it stands under its name
    deskOnly: key === "there",
    header,
    numeric: true,
    cell: (row) => format.number(cell(row)),
    sum: format.number(sum),
  });
  return [
    {
      key: "chapter",
      header: texts.chapter,
      rowHeader: true,
      wrap: true,
      cell: (row) => (
        <>
          {row.shortName}
          {row.currentVersion && (
            <span className="v-rollout__has">
              {row.hasIt ? texts.hasIt(versionNumber) : texts.has(row.currentVersion)}
            </span>
          )}
        </>
      ),
      sum: texts.sum(format.sentence(format.words(chapters.length))),
    },
    count("made", texts.made, (row) => row.created, preview.newTouchpoints),
    ...(preview.lifted > 0 ? [count("lifted", texts.lifted, (row) => row.lifted, preview.lifted)] : []),
    ...(preview.cancelled > 0 ? [count("cancelled", texts.cancelled, (row) => row.cancelled, preview.cancelled)] : []),
    ...(preview.leftAlone > 0 ? [count("left", texts.left, (row) => row.leftAlone, preview.leftAlone)] : []),
    ...(there > 0 ? [count("there", texts.there, (row) => row.alreadyThere, there)] : []),
    {
      key: "hours",
      header: (
        <span className="v-rollout__scale">
          {texts.hours(format.month(`${month}-01`))}
          <span style={{ left: `${(100 * cap) / max}%` }}>{texts.cap(hours(cap))}</span>
        </span>
      ),
      wide: true,
      deskOnly: true,
      cell: (row) => <Dumbbell before={row.hoursBefore} after={row.hoursAfter} cap={cap} max={max} />,
    },
    {
      key: "beforeAfter",
      header: <span className="v-rollout__hours">{texts.beforeAfter}</span>,
      numeric: true,
      cell: (row) => (
        <span className="v-rollout__hours">
          {hours(row.hoursBefore)} → <strong>{texts.hour(hours(row.hoursAfter))}</strong>
          {row.aboveCap && <span className="v-rollout__has">{texts.above}</span>}
        </span>
      ),
    },
  ];
}

function Occurrences({ occurrences }: { occurrences: readonly Occurrence[] }) {
  const texts = useAllTexts().rollout;
  const { language } = useLanguage();
  const format = useFormat();
  return (
    <ul className="v-occurrences">
      {occurrences.map((one) => (
        <li key={one.occurrence} className="v-occurrences__row">
          <strong>
            {one.name
              ? format.sentence(`${localized(one.name, language)} ${one.opensOn.slice(0, 4)}`)
              : format.sentence(format.period(one.occurrence.replace(/^R-/, "")))}
          </strong>
          <span>
            {texts.opens(format.date(one.opensOn))}, {texts.occurrence(format.date(one.dueOn))}
          </span>
        </li>
      ))}
    </ul>
  );
}
