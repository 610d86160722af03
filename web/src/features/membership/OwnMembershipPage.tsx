import { useSearchParams } from "react-router";
import { readFragment } from "../../../../graphql/generated";
import {
  GrowthFigure_MembershipGrowthFragmentDoc,
  type OwnMembershipQuery,
} from "../../../../graphql/generated/graphql";
import { useOwnMembershipQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { ButtonLink, Card, DefinitionLine, ErrorState, Page, Select, Skeleton, Stack } from "../../ui";
import { growthSentence } from "./growth-words";
import { GrowthFigure } from "./GrowthFigure";

type Own = OwnMembershipQuery["ownMembership"];

const PERIOD = /^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/;

/** The chapter's own members in numbers: who came and who left in a period, who is with it still, and whom it reached. */
export function Component() {
  const texts = useAllTexts().membership;
  const [params, setParams] = useSearchParams();
  const asked = params.get("periode");
  const [{ data, error, fetching }, retry] = useOwnMembershipQuery({
    variables: { period: asked && PERIOD.test(asked) ? asked : null },
  });
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  return (
    <Told
      own={data.ownMembership}
      onPeriod={(periode) => setParams({ periode }, { replace: true, preventScrollReset: true })}
    />
  );
}

function Told({ own, onPeriod }: { own: Own; onPeriod: (period: string) => void }) {
  const texts = useAllTexts().membership;
  const format = useFormat();
  const { active, paid, retention, reach, participation, referenceDate } = own;
  const growth = readFragment(GrowthFigure_MembershipGrowthFragmentDoc, own.growth);
  return (
    <Page
      narrow
      title={texts.heading(format.number(active), active === 1)}
      documentTitle={texts.title}
      lead={growthSentence(growth, texts, format.number)}
      crumb={
        <div className="v-pickers">
          <Select
            hideLabel
            label={texts.choose}
            value={own.period}
            options={own.periods.map((value) => ({ value, label: format.period(value) }))}
            onChange={onPeriod}
          />
        </div>
      }
    >
      <Stack>
        <Card title={texts.figure}>
          <GrowthFigure growth={own.growth} asOf={referenceDate} />
        </Card>
        <Card title={texts.stayedTitle}>
          <p>{retention.of === 0 ? texts.nobodyBefore : texts.stayed(format.outOf(retention.n, retention.of))}</p>
          <DefinitionLine>{texts.stayedHow}</DefinitionLine>
        </Card>
        <Card title={texts.reachTitle}>
          <p>{reach.of === 0 ? texts.noReach : texts.reach(format.outOf(reach.n, reach.of))}</p>
          <DefinitionLine>{texts.reachHow}</DefinitionLine>
        </Card>
        <Card title={texts.cameTitle}>
          <p>{participation ? texts.came(format.outOf(participation.n, participation.of)) : texts.noNames}</p>
          <DefinitionLine>{`${texts.cameHow} ${texts.early}`}</DefinitionLine>
          <div>
            <ButtonLink variant="secondary" to="/medlemmer/reisen">
              {texts.seeJourney}
            </ButtonLink>
          </div>
        </Card>
        <Card title={texts.paidTitle}>
          <p>{texts.paid(format.outOf(paid.n, paid.of), referenceDate.slice(0, 4))}</p>
        </Card>
      </Stack>
    </Page>
  );
}
