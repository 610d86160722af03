import { Link } from "react-router";
import type { PlansPageQuery } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts, type AllTexts } from "../../texts";
import { MOST_COMPARED } from "./plan";
import { Checkbox, DataTable, VisuallyHidden } from "../../ui";

type ChapterPlan = PlansPageQuery["chapterPlans"]["nodes"][number];
type Table = {
  year: number;
  picked: readonly string[];
  onPick: (id: string, on: boolean) => void;
};

const nameOf = ({ chapter, state }: ChapterPlan, year: number) =>
  state ? (
    <Link to={`/handlingsplaner/sammenlign?aar=${year}&lag=${chapter.id}`}>{chapter.shortName}</Link>
  ) : (
    chapter.shortName
  );
const pickOf = ({ chapter, state }: ChapterPlan, { picked, onPick }: Table, texts: AllTexts["plans"]) =>
  state ? (
    <Checkbox
      label={<VisuallyHidden>{texts.list.pick(chapter.shortName)}</VisuallyHidden>}
      checked={picked.includes(chapter.id)}
      disabled={picked.length >= MOST_COMPARED && !picked.includes(chapter.id)}
      onChange={(on) => onPick(chapter.id, on)}
    />
  ) : null;

/** The chapters by the alphabet, with whether each has a plan; those that have can be read, or picked to be compared. */
export function ChapterPlanTable({ rows, ...table }: Table & { rows: readonly ChapterPlan[] }) {
  const texts = useAllTexts().plans;
  const format = useFormat();
  const stateOf = ({ state, adoptedOn }: ChapterPlan): string => {
    if (state === "ADOPTED" && adoptedOn) return texts.list.adoptedOn(format.date(adoptedOn));
    return state ? texts.states[state] : texts.list.noPlan;
  };
  return (
    <DataTable
      caption={texts.list.caption}
      rows={rows}
      rowKey={({ chapter }) => chapter.id}
      columns={[
        {
          key: "chapter",
          header: texts.list.chapter,
          rowHeader: true,
          wrap: true,
          cell: (row) => nameOf(row, table.year),
        },
        { key: "state", header: texts.list.state, wrap: true, cell: stateOf },
        {
          key: "rows",
          header: texts.list.rows,
          numeric: true,
          deskOnly: true,
          cell: ({ rows: n, state }) => (state ? format.number(n) : ""),
        },
        { key: "pick", header: texts.list.choose, cell: (row) => pickOf(row, table, texts) },
      ]}
    />
  );
}
