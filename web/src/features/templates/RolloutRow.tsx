import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { RolloutRow_RolloutFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useTexts } from "../../texts";
import { Row } from "../../ui";

/** One roll-out: to whom from when, and who did it. */
export function RolloutRow({ rollout }: { rollout: FragmentType<typeof RolloutRow_RolloutFragmentDoc> }) {
  const row = readFragment(RolloutRow_RolloutFragmentDoc, rollout);
  const texts = useTexts().templates;
  const format = useFormat();
  return (
    <Row>
      <p className="v-version__head">
        <strong>{row.versionNumber}</strong>
        <span>
          {texts.chapters(row.chapterCount)}
          {row.allChapters && ` (${texts.page.allChapters})`}, {texts.page.rolloutFrom(format.date(row.effectiveFrom))}
        </span>
      </p>
      <p className="v-version__note">
        {texts.page.rolloutLine(row.createdBy, format.moment(row.createdAt))}
        {row.touchpointCount > 0 && ` · ${texts.page.made(row.touchpointCount)}`}
      </p>
    </Row>
  );
}
