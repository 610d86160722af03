import type { RolloutPreviewQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { Card, DataTable, DefinitionLine, Disclosure } from "../../ui";
import "./rollout.css";

export type Preview = RolloutPreviewQuery["rolloutPreview"];
type Occurrence = Preview["occurrences"][number];

const SHOWN = 4;

/** What each chapter gets, and how many of it is new in each. */
export function RolloutPreview({ preview }: { preview: Preview }) {
  const texts = useTexts().templates.rollout;
  const format = useFormat();
  const { chapters, occurrences } = preview;
  const there = chapters.reduce((sum, row) => sum + row.alreadyThere, 0);
  return (
    <>
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
      <Card title={texts.table}>
        <DataTable
          caption={texts.table}
          rows={chapters}
          rowKey={({ chapterId }) => chapterId}
          columns={[
            {
              key: "chapter",
              header: texts.chapter,
              rowHeader: true,
              wrap: true,
              cell: (row) => row.chapterName,
              sum: texts.sum(format.sentence(format.words(chapters.length))),
            },
            { key: "made", header: texts.made, numeric: true, cell: (row) => row.created, sum: preview.newTouchpoints },
            { key: "there", header: texts.there, numeric: true, cell: (row) => row.alreadyThere, sum: there },
          ]}
        />
      </Card>
      <DefinitionLine>{texts.definition}</DefinitionLine>
    </>
  );
}

function Occurrences({ occurrences }: { occurrences: readonly Occurrence[] }) {
  const texts = useTexts().templates;
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
            {texts.rollout.opens(format.date(one.opensOn))}, {texts.rollout.occurrence(format.date(one.dueOn))}
          </span>
        </li>
      ))}
    </ul>
  );
}
