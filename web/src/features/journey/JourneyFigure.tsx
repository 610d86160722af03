import { journeyWays, type JourneyWay, type LocalDate } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { JourneyFigure_JourneyPathFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { DataTable, DefinitionLine } from "../../ui";
import { JourneyPicture } from "./JourneyPicture";
import "./journey.css";

type Path = FragmentType<typeof JourneyFigure_JourneyPathFragmentDoc>;
type Props = {
  joined: number;
  activated: number;
  paths: readonly Path[];
  asOf: LocalDate;
  /** what is said beside the definitions */
  note?: string;
  how?: ReactNode;
};

/** The journey as a picture or as its table, with what is counted under it. */
export function JourneyFigure({ joined, activated, paths, asOf, note, how }: Props) {
  const { journey: texts, ui } = useAllTexts();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const ways = journeyWays(joined, activated, readFragment(JourneyFigure_JourneyPathFragmentDoc, paths));
  const fine = ways.some(({ lane }) => lane === "OFTEN");
  const laneName = ({ lane }: JourneyWay): string =>
    lane === "AGAIN" && !fine ? texts.lanes.AGAIN_OR_MORE : texts.lanes[lane];
  const name = (way: JourneyWay): string =>
    way.ending ? `${laneName(way)}: ${texts.endings[way.ending]}` : laneName(way);
  const label = `${texts.figure}. ${texts.heading(format.outOf(activated, joined))}.`;
  return (
    <figure className="v-journey">
      {asTable ? (
        <DataTable
          caption={texts.table}
          rows={ways}
          rowKey={name}
          columns={[
            { key: "way", header: texts.way, rowHeader: true, wrap: true, cell: name },
            {
              key: "count",
              header: texts.count,
              numeric: true,
              cell: ({ count }) => format.number(count),
              sum: format.number(joined),
            },
          ]}
        />
      ) : (
        <>
          <JourneyPicture ways={ways} label={label} size="wide" />
          <JourneyPicture ways={ways} label={label} size="narrow" />
        </>
      )}
      <figcaption className="v-journey__foot">
        <DefinitionLine
          asOf={asOf}
          how={
            <ul>
              {texts.how.map((line) => (
                <li key={line}>{line}</li>
              ))}
              {how}
            </ul>
          }
        >
          {texts.defined} {note} {texts.sameTime}
        </DefinitionLine>
        <button type="button" className="v-text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? ui.outcome.asChart : ui.outcome.asTable}
        </button>
      </figcaption>
    </figure>
  );
}
