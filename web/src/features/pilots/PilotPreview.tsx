import { MIN_JUDGED } from "@varde/domain";
import type { PilotPreviewQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Alert, Card, DataTable, DefinitionLine } from "../../ui";

export type Preview = PilotPreviewQuery["pilotPreview"];

/** Under three chapters nothing is told of what is about members. */
const LEAST_CHAPTERS = 3;
const EVENTS = ["PERIOD", "CALENDAR"];

type PilotPreviewProps = { preview: Preview; startsOn: string; endsOn: string; aboutMember: boolean };

/** What happens in each chapter, and whether there will be enough to judge by. */
export function PilotPreview({ preview, startsOn, endsOn, aboutMember }: PilotPreviewProps) {
  const texts = useAllTexts();
  const words = texts.pilots.start;
  const format = useFormat();
  const { chapters } = preview;
  const names = format.sentence(texts.templates.chapters(chapters.length));
  const known = !aboutMember && EVENTS.includes(preview.triggerKind);
  const ending = preview.occurrences.filter(
    ({ dueOn, missOn, isPeriodReport }) => !isPeriodReport && dueOn >= startsOn && missOn < endsOn,
  ).length;
  const tasks = ending * chapters.length;
  const sum = (of: (row: Preview["chapters"][number]) => number): number =>
    chapters.reduce((total, row) => total + of(row), 0);
  return (
    <>
      {known ? (
        <Alert tone={tasks < MIN_JUDGED ? "warn" : "info"}>
          {tasks < MIN_JUDGED ? words.tooFew(tasks) : words.enough(tasks)}
        </Alert>
      ) : (
        <Alert tone={aboutMember && chapters.length < LEAST_CHAPTERS ? "warn" : "info"}>
          {aboutMember && chapters.length < LEAST_CHAPTERS ? words.fewChapters : words.aboutMember}
        </Alert>
      )}
      <Card title={words.table}>
        <DataTable
          caption={words.table}
          rows={chapters}
          rowKey={({ chapterId }) => chapterId}
          columns={[
            {
              key: "chapter",
              header: words.chapter,
              rowHeader: true,
              wrap: true,
              cell: (row) => row.chapterName,
              sum: names,
            },
            {
              key: "created",
              header: words.created,
              numeric: true,
              cell: (row) => row.created,
              sum: sum((row) => row.created),
            },
            {
              key: "lifted",
              header: words.lifted,
              numeric: true,
              wrap: true,
              cell: (row) => row.lifted,
              sum: sum((row) => row.lifted),
            },
            {
              key: "cancelled",
              header: words.cancelled,
              numeric: true,
              wrap: true,
              cell: (row) => row.cancelled,
              sum: sum((row) => row.cancelled),
            },
            {
              key: "left",
              header: words.left,
              numeric: true,
              wrap: true,
              cell: (row) => row.leftAlone,
              sum: sum((row) => row.leftAlone),
            },
          ]}
        />
      </Card>
      <DefinitionLine>
        {preview.seed ? `${words.drawn(names, preview.eligible, preview.seed)} ` : ""}
        {words.definition}
      </DefinitionLine>
    </>
  );
}
