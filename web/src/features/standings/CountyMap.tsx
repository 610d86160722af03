import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { CountyMap_ComparisonFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, DataTable, DefinitionLine, Disclosure, type Column } from "../../ui";
import { TileLegend, TileMap, type Tile } from "../../ui/TileMap";
import { countySums, lookOf, type CountySum } from "./county-sums";
import { PictureButtons, tilePicture } from "./take-out";
import { usePeriodName } from "./usePeriodName";

type MapProps = { comparison: FragmentType<typeof CountyMap_ComparisonFragmentDoc>; name: string };

/** «Se på kart»: what is done of a duty, county by county, with the same numbers as a table. Nothing for what counts persons. */
export function CountyMap({ comparison, name }: MapProps) {
  const { standings, takeOut } = useAllTexts();
  const { map: texts } = standings;
  const format = useFormat();
  const periodName = usePeriodName();
  const shown = readFragment(CountyMap_ComparisonFragmentDoc, comparison);
  const sums = countySums(shown);
  if (!sums) return null;
  const { period, scopeName, referenceDate } = shown;
  const frame = {
    title: texts.title(name),
    lead: `${[periodName(period), scopeName].join(", ")}.`,
    notes: [texts.defined, takeOut.asOf(format.fullDate(referenceDate))],
  };
  return (
    <Disclosure summary={texts.see}>
      <Card title={texts.title(name)}>
        <div className="v-county-map">
          <Picture sums={sums} name={name} frame={frame} fileName={takeOut.mapFile(name, period)} />
          <Numbers sums={sums} name={name} />
          <DefinitionLine asOf={referenceDate}>{texts.defined}</DefinitionLine>
        </div>
      </Card>
    </Disclosure>
  );
}

type SumsProps = { sums: readonly CountySum[]; name: string };

/** «3 av 4», from ten on «93 %»; what there is none of, in words. */
function useSaid() {
  const texts = useAllTexts().standings.map;
  const format = useFormat();
  return (sum: CountySum) => {
    const { done, closed } = sum;
    const look = lookOf(sum);
    const counts = format.outOf(done, closed);
    const percent = format.percent(done, closed);
    if (look === "empty" || look === "none") return { look, value: "–", counts: texts[look], words: texts[look] };
    const words = percent ? texts.share(counts, percent) : texts.done(counts);
    return { look, value: percent ?? counts, counts: percent ? `${counts}, ${percent}` : counts, words };
  };
}

type PictureProps = SumsProps & { frame: { title: string; lead: string; notes: string[] }; fileName: string };

function Picture({ sums, name, frame, fileName }: PictureProps) {
  const texts = useAllTexts().standings.map;
  const said = useSaid();
  const tiles = sums.flatMap((sum): Tile[] => {
    if (!sum.county) return [];
    const { look, value, words } = said(sum);
    const { code, ...place } = sum.county;
    return [{ ...place, key: code, look, value, words: texts.tile(place.name, words) }];
  });
  const key = [
    ...texts.steps.map((word, i) => ({ look: (i + 1) as 1 | 2 | 3 | 4, word })),
    { look: "few" as const, word: texts.few },
    { look: "none" as const, word: texts.none },
    { look: "empty" as const, word: texts.empty },
  ];
  const legend = key.filter(({ look }) => tiles.some((tile) => tile.look === look));
  return (
    <figure>
      <TileMap tiles={tiles} label={texts.picture(name)} hint={texts.hint} />
      <TileLegend entries={legend} />
      <div className="v-take-out">
        <PictureButtons
          fileName={fileName}
          picture={(measure) => tilePicture({ ...frame, tiles, legend }, measure)}
          of={texts.picture(name)}
        />
      </div>
    </figure>
  );
}

function Numbers({ sums, name }: SumsProps) {
  const texts = useAllTexts().standings.map;
  const format = useFormat();
  const said = useSaid();
  const columns: Column<CountySum>[] = [
    { key: "county", header: texts.county, rowHeader: true, cell: ({ county }) => county?.name ?? texts.nowhere },
    { key: "chapters", header: texts.chapters, numeric: true, cell: ({ chapters }) => format.number(chapters) },
    { key: "done", header: texts.doneHead, numeric: true, cell: (sum) => said(sum).counts },
  ];
  return (
    <DataTable
      caption={texts.caption(name)}
      columns={columns}
      rows={sums}
      rowKey={({ county }) => county?.code ?? "none"}
    />
  );
}
