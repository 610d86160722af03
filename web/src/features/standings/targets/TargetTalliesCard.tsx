import { Link } from "react-router";
import { readFragment } from "../../../../../graphql/generated";
import {
  TargetWords_ProgressFragmentDoc,
  TargetWords_TargetFragmentDoc,
  type TargetTalliesQuery,
} from "../../../../../graphql/generated/graphql";
import { useTargetTalliesQuery } from "../../../../../graphql/generated/hooks";
import { useLive } from "../../../app/live";
import { localized, useAllTexts, useLanguage } from "../../../texts";
import { Card, DefinitionLine } from "../../../ui";
import { viewSearch } from "../view";
import { TargetHow } from "./TargetHow";
import { TargetLine } from "./TargetLine";
import { useTargetWords } from "./useTargetWords";

type Tally = TargetTalliesQuery["targetTallies"][number];

/**
 * The targets of the core set, and how many chapters of the reach stand how to each: in words, never ranked, never red. Beside the page's
 * own matter: nothing stands there while it is fetched, when national has set no target, or when it did not come.
 */
export function TargetTalliesCard() {
  const texts = useAllTexts().national.targets;
  const [{ data }, again] = useTargetTalliesQuery();
  useLive(() => again({ requestPolicy: "network-only" }));
  if (!data || data.targetTallies.length === 0) return null;
  const all = data.targetTallies;
  return (
    <Card title={texts.title}>
      <ul className="v-tallies">
        {all.map((tally) => (
          <li key={`${tally.template.id}/${readFragment(TargetWords_TargetFragmentDoc, tally.target).key}`}>
            <OneTally tally={tally} />
          </li>
        ))}
      </ul>
      <DefinitionLine how={<TargetHow persons={all.some(({ fromSnapshot }) => fromSnapshot)} />}>
        {texts.how}
      </DefinitionLine>
    </Card>
  );
}

function OneTally({ tally }: { tally: Tally }) {
  const { national, targets } = useAllTexts();
  const { language } = useLanguage();
  const words = useTargetWords();
  const { template, period, threshold, total: masked } = tally;
  const target = readFragment(TargetWords_TargetFragmentDoc, tally.target);
  const total = masked ? readFragment(TargetWords_ProgressFragmentDoc, masked) : null;
  const name = localized(template.name, language);
  const counted = words.counted({
    REACHED: tally.reached,
    ON_TRACK: tally.onTrack,
    BEHIND: tally.behind,
    OVER: tally.over,
    TOO_FEW: tally.tooFew,
    NOT_YET: tally.notYet,
    HIDDEN: tally.hidden,
  });
  return (
    <TargetLine seen={{ target, period, threshold }} progress={total}>
      {counted === "" ? <p>{targets.notPublished}</p> : <p>{counted}</p>}
      <p>
        <Link to={`/sammenlign${viewSearch({ template: template.id, period: null })}`}>
          {national.targets.compare(name)}
        </Link>
      </p>
    </TargetLine>
  );
}
