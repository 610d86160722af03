import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { CountyMap_ComparisonFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, DataTable, DefinitionLine, Disclosure, type Column } from "../../ui";
import { TileLegend, TileMap, type Tile } from "../../ui/TileMap";
import { countySums, lookOf, type CountySum } from "./county-sums";

type MapProps = { comparison: FragmentType<typeof CountyMap_ComparisonFragmentDoc>; name: string };

/** «Se på kart»: what is done of a duty, county by county, with the same numbers as a table. Nothing for what counts persons. */
export function CountyMap({ comparison, name }: MapProps) {
  const texts = useAllTexts().standings.map;
  const shown = readFragment(CountyMap_ComparisonFragmentDoc, comparison);
  const sums = countySums(shown);
  if (!sums) return null;
  return (
    <Disclosure summary={texts.see}>
      <Card title={texts.title(name)}>
        <div className="v-county-map">
          <Picture sums={sums} name={name} />
          <Numbers sums={sums} name={name} />
          <DefinitionLine asOf={shown.referenceDate}>{texts.defined}</DefinitionLine>
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

function Picture({ sums, name }: SumsProps) {
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
  return (
    <figure>
      <TileMap tiles={tiles} label={texts.picture(name)} hint={texts.hint} />
      <TileLegend entries={key.filter(({ look }) => tiles.some((tile) => tile.look === look))} />
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
