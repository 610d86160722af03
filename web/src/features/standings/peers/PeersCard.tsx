import { typicalCount } from "@varde/domain";
import { readFragment, type FragmentType } from "../../../../../graphql/generated";
import {
  PeersCard_OwnPeerGroupFragmentDoc,
  type PeersCard_OwnPeerGroupFragment,
} from "../../../../../graphql/generated/graphql";
import { useFormat } from "../../../app/format";
import { useAllTexts } from "../../../texts";
import { Card, DefinitionLine, HiddenCell, OutcomeBar, type Outcome } from "../../../ui";
import { usePeriodName } from "../usePeriodName";
import { useGroupWords } from "./useGroupWords";
import "./peers.css";

/** Of fewer than this a typical number would be made up: then the others are told as they are. */
const FEW = 5;

type Told = PeersCard_OwnPeerGroupFragment["templates"][number];
type Share = Told["own"];
type PeersCardProps = {
  templateId: string;
  peers: FragmentType<typeof PeersCard_OwnPeerGroupFragmentDoc> | null;
};

/** The chapter beside the others of its size, in words first: one sum, no names and no order. Nothing for a chapter in no group. */
export function PeersCard({ templateId, peers }: PeersCardProps) {
  const texts = useAllTexts().peers.own;
  const group = readFragment(PeersCard_OwnPeerGroupFragmentDoc, peers);
  const periodName = usePeriodName();
  const { sizeOf } = useGroupWords();
  const said = useSentences();
  const format = useFormat();
  const told = group?.templates.find((one) => one.templateId === templateId);
  if (!group || !told) return null;
  const { own, others, chapters } = told;
  return (
    <Card title={texts.title} lead={texts.lead(sizeOf(group.group), periodName(told.period))}>
      <p className="v-peers__said">{said(told).join(" ")}</p>
      {chapters !== null && (
        <ul className="v-own">
          <Line name={texts.we} share={own} />
          <Line name={texts.others(format.words(chapters))} share={others} />
        </ul>
      )}
      <DefinitionLine
        asOf={told.referenceDate}
        how={
          <ul className="v-definitions">
            {texts.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        }
      />
    </Card>
  );
}

function useSentences(): (told: Told) => string[] {
  const texts = useAllTexts().peers.own;
  const format = useFormat();
  return ({ own, others, chapters, fromSnapshot }) => {
    const us = own.denominator ? texts.us(format.outOf(own.numerator ?? 0, own.denominator)) : texts.usNone;
    if (others.numerator === null || others.denominator === null)
      return [us, fromSnapshot ? texts.hiddenOthers : texts.fewOthers];
    const pooled = { numerator: others.numerator, denominator: others.denominator };
    const of = own.denominator ?? 0;
    const typical = of < FEW ? null : typicalCount(of, pooled);
    if (typical !== null) return [us, texts.typical(format.outOf(typical, of))];
    const together = texts.others(format.sentence(format.words(chapters ?? 0)));
    return [us, texts.together(together, format.outOf(pooled.numerator, pooled.denominator))];
  };
}

/** What is not on time is late or missed: the two are not told apart here. */
const outcome = ({ numerator, denominator }: Share): Outcome => ({
  onTime: numerator,
  late: null,
  missed: null,
  joined: numerator === null || denominator === null ? null : denominator - numerator,
});

function Line({ name, share }: { name: string; share: Share }) {
  const { standings } = useAllTexts();
  const format = useFormat();
  const { numerator, denominator } = share;
  return (
    <li className="v-own__period">
      <span className="v-own__head">
        <span>{format.sentence(name)}</span>
        <span>
          {numerator === null || denominator === null ? (
            <HiddenCell />
          ) : denominator === 0 ? (
            standings.table.nothing
          ) : (
            `${format.outOf(numerator, denominator)} ${standings.own.onTime}`
          )}
        </span>
      </span>
      <OutcomeBar outcome={outcome(share)} label={format.sentence(name)} size="small" />
    </li>
  );
}
