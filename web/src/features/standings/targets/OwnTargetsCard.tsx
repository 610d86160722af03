import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import {
  OwnTargetsCard_OwnTargetsFragmentDoc,
  TargetWords_ProgressFragmentDoc,
  TargetWords_TargetFragmentDoc,
} from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAllTexts } from "../../../texts";
import { Card, DefinitionLine, Row, Rows } from "../../../ui";
import { TargetHow } from "./TargetHow";
import { TargetLine } from "./TargetLine";

type OwnTargetsCardProps = {
  templateId: string;
  all: readonly FragmentType<typeof OwnTargetsCard_OwnTargetsFragmentDoc>[];
};

/** The own chapter and what national wants to reach, exact; nothing where national has set no target. */
export function OwnTargetsCard({ templateId, all }: OwnTargetsCardProps) {
  const texts = useAllTexts().targets;
  const format = useFormat();
  const own = all
    .map((one) => readFragment(OwnTargetsCard_OwnTargetsFragmentDoc, one))
    .find((one) => one.templateId === templateId);
  if (!own || own.targets.length === 0) return null;
  return (
    <Card title={texts.own}>
      <Rows>
        {own.targets.map(({ target: masked, period, threshold, progress }) => {
          const target = readFragment(TargetWords_TargetFragmentDoc, masked);
          return (
            <Row key={target.key}>
              <TargetLine
                seen={{ target, period, threshold }}
                progress={readFragment(TargetWords_ProgressFragmentDoc, progress)}
              />
            </Row>
          );
        })}
      </Rows>
      <DefinitionLine asOf={format.today()} how={<TargetHow />} />
    </Card>
  );
}
