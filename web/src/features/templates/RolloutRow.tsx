import { readFragment, type FragmentType } from "../../../../graphql/generated";
import { RolloutRow_RolloutFragmentDoc } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Row, Tag } from "../../ui";
import { didInWords } from "./RolloutDone";
import { WithdrawDialog } from "./WithdrawDialog";

type RolloutRowProps = { rollout: FragmentType<typeof RolloutRow_RolloutFragmentDoc>; templateId: string };

/** One roll-out: to whom from when, who did it, what it did, and taking it back. */
export function RolloutRow({ rollout, templateId }: RolloutRowProps) {
  const row = readFragment(RolloutRow_RolloutFragmentDoc, rollout);
  const { templates: texts, rollout: words } = useAllTexts();
  const format = useFormat();
  const may = useCan("ROLLOUT");
  const did = didInWords(
    { made: row.touchpointCount, lifted: row.liftedCount, cancelled: row.cancelledCount, left: row.leftCount },
    words.done,
  );
  return (
    <Row>
      <p className="v-version__head">
        <strong>{row.returnsFrom ? words.row.back(row.versionNumber) : row.versionNumber}</strong>
        <span>
          {texts.chapters(row.chapterCount)}
          {row.allChapters && ` (${texts.page.allChapters})`}, {texts.page.rolloutFrom(format.date(row.effectiveFrom))}
        </span>
        {row.withdrawnAt && <Tag>{words.strip.withdrawn}</Tag>}
      </p>
      <p className="v-version__note">
        {texts.page.rolloutLine(row.createdBy, format.moment(row.createdAt))}
        {did && ` · ${did}`}
      </p>
      {row.returnsFrom && <p className="v-version__note">{words.row.backBecause(row.returnsFrom)}</p>}
      {row.capReason && <p className="v-version__note">{words.row.capReason(row.capReason)}</p>}
      {row.withdrawnAt && row.withdrawnBecause && (
        <p className="v-version__note">{words.row.withdrawn(format.moment(row.withdrawnAt), row.withdrawnBecause)}</p>
      )}
      {may && (
        <WithdrawDialog
          templateId={templateId}
          rollout={row}
          // a pilot ends by a decision
          possible={!row.withdrawnAt && row.heldCount > 0 && row.ring !== "PILOT" && row.returnsFrom === null}
        />
      )}
    </Row>
  );
}
