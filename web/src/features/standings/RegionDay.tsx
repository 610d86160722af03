import { Link } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { RegionDay_ComparisonFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { AS_WAS, viewSearch, type View } from "./view";

type RegionDayProps = {
  comparison: FragmentType<typeof RegionDay_ComparisonFragmentDoc>;
  search: View;
};

/** Which day's regions the numbers follow, where it makes a difference, and the way to the other reading. */
export function RegionDay({ comparison, search }: RegionDayProps) {
  const { fromSnapshot, membership, membershipOn, periodEnd, regionsMoved, elsewhere } = readFragment(
    RegionDay_ComparisonFragmentDoc,
    comparison,
  );
  const texts = useAllTexts().kept.regions;
  const format = useFormat();
  const asWas = membership === "AS_WAS";
  // whoever asked for the regions of a day is told that they got them, also when nothing has moved
  if (!regionsMoved && !(asWas && !fromSnapshot)) return null;
  const day = format.fullDate(asWas ? membershipOn : periodEnd);
  const said = fromSnapshot ? texts.snapshot : asWas ? texts.asWas : texts.asIs;
  const gone = elsewhere.map(({ shortName }) => shortName).join(", ");
  return (
    <section className="v-region-day" aria-label={texts.title}>
      <p>
        {said(day)} {gone !== "" && texts.elsewhere(gone, elsewhere.length === 1)}
      </p>
      {!fromSnapshot && (
        <p>
          <Link to={`/sammenlign${viewSearch({ ...search, as: asWas ? null : AS_WAS })}`} preventScrollReset>
            {asWas ? texts.seeIs : texts.seeWas(day)}
          </Link>
        </p>
      )}
    </section>
  );
}
