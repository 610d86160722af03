import { GRANT_COUNT_WORDS } from "@varde/domain";
import { Link, useNavigate, useParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  CountPage_GrantCountFragmentDoc,
  RulesCard_GrantRulesFragmentDoc,
  type CountPage_GrantCountFragment,
} from "../../../../graphql/generated/graphql";
import { useGrantCountQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Card, Chips, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { yearOf, yearsToCount } from "./counting-year";
import { LackingMembers } from "./LackingMembers";
import { RuleOutcomes } from "./RuleOutcomes";
import "./grant-count.css";

/** Who counts for grants on the last day of a year: what each rule says, and whom something is missing of. */
export function Component() {
  const { grantCount: texts, members } = useAllTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const { year: asked } = useParams();
  const year = yearOf(asked, format.today());
  const [{ data, error, fetching }, retry] = useGrantCountQuery({ variables: { year } });
  const failure = errorOf(error);
  const again = () => retry({ requestPolicy: "network-only" });
  const count = data && readFragment(CountPage_GrantCountFragmentDoc, data.grantCount);
  return (
    <Page narrow title={texts.title(String(year))} crumb={<Link to="/medlemmer">{members.title}</Link>}>
      <Chips
        label={texts.yearLabel}
        hideLabel
        value={String(year)}
        onChange={(chosen) => void navigate(`/medlemmer/telling/${chosen}`, { replace: true })}
        options={yearsToCount(format.today()).map((one) => ({ value: String(one), label: String(one) }))}
      />
      {failure && !count && (
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={again} />
      )}
      {!failure && !count && <Skeleton of="cards" count={3} />}
      {count && <Counted key={count.year} count={count} onChanged={again} />}
    </Page>
  );
}

const TONES = { MET: "success", NOT_MET: "info", UNKNOWN: "warn" } as const;

function Counted({ count, onChanged }: { count: CountPage_GrantCountFragment; onChanged: () => void }) {
  const { grantCount: texts } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const mayWrite = useCan("MEMBER_WRITE");
  const rules = readFragment(RulesCard_GrantRulesFragmentDoc, count.rules);
  const words = GRANT_COUNT_WORDS[language];
  const { year, ruleCounts } = count;
  const said = { ...count, rules: ruleCounts };
  const over = format.today() > `${year}-12-31`;
  return (
    <Stack>
      <Alert tone={TONES[count.chapter]} title={texts.chapter[count.chapter]}>
        {words.chapter(said, rules)}
        {!over && <span className="v-count__so-far">{texts.soFar(String(year))}</span>}
      </Alert>
      {count.members === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <>
          <RuleOutcomes count={count} rules={rules} />
          <Card title={texts.missing}>
            {count.gaps.length === 0 ? (
              <p>{texts.allThere}</p>
            ) : (
              <ul className="v-count__gaps">
                {count.gaps.map(({ gap, members }) => (
                  <li key={gap}>{words.gap(gap, members, year)}</li>
                ))}
              </ul>
            )}
          </Card>
          {mayWrite && count.lacking.length > 0 && <LackingMembers count={count} onChanged={onChanged} />}
        </>
      )}
    </Stack>
  );
}
