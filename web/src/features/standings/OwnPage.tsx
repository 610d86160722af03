import { readFragment } from "../../../../graphql/generated";
import { OutcomeOf_CountsFragmentDoc, type OwnStandingsQuery } from "../../../../graphql/generated/graphql";
import { useOwnStandingsQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { SurveysLink } from "../../app/SurveysLink";
import { localized, useLanguage, useAllTexts } from "../../texts";
import {
  Card,
  DefinitionLine,
  EmptyState,
  ErrorState,
  OutcomeBar,
  OutcomeFigure,
  Page,
  RowCard,
  RowCards,
  Select,
  Skeleton,
  Stack,
} from "../../ui";
import { WhyTheseCard } from "../core-choice";
import { JourneyCard } from "../journey";
import { MembershipCard } from "../membership";
import { OnTimeOf } from "./ComparisonTable";
import { outcomeOf } from "./outcome-of";
import { trendOf } from "./own-trend";
import { OwnPicture } from "./OwnPicture";
import { PeersCard } from "./peers";
import { OwnTargetsCard } from "./targets";
import { inSentence, usePeriodName } from "./usePeriodName";
import { useView, viewSearch } from "./view";
import "./standings.css";

type Own = OwnStandingsQuery["ownStandings"][number];

/** The chapter against itself, in words: its own exact numbers, this period and the three before. */
export function Component() {
  const texts = useAllTexts().standings.own;
  const [view] = useView();
  const [{ data, error, fetching }, retry] = useOwnStandingsQuery();
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  const { ownStandings } = data;
  const chosen = ownStandings.find((own) => own.template.id === view.template) ?? ownStandings[0];
  if (!chosen) {
    return (
      <Page title={texts.title}>
        <EmptyState title={texts.empty}>{texts.emptyBody}</EmptyState>
        <MembershipCard membership={data.ownMembership} />
        <JourneyCard journey={data.ownJourney} />
        <SurveysLink />
      </Page>
    );
  }
  return (
    <OwnTemplate
      own={chosen}
      all={ownStandings}
      targets={data.ownTargets}
      peers={data.ownPeers}
      journey={data.ownJourney}
      membership={data.ownMembership}
    />
  );
}

type OwnTemplateProps = {
  own: Own;
  all: readonly Own[];
  targets: OwnStandingsQuery["ownTargets"];
  peers: OwnStandingsQuery["ownPeers"];
  journey: OwnStandingsQuery["ownJourney"];
  membership: OwnStandingsQuery["ownMembership"];
};

function OwnTemplate({ own, all, targets, peers, journey, membership }: OwnTemplateProps) {
  const texts = useAllTexts().standings.own;
  const { waived } = useAllTexts().standings.lead;
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const [, setView] = useView();
  const periods = own.periods.map(({ period, counts }) => ({
    period,
    counts: readFragment(OutcomeOf_CountsFragmentDoc, counts),
  }));
  const [now, ...earlier] = periods;
  if (!now) return null;
  const { counts } = now;
  const before = earlier.find((one) => one.counts.closed !== 0);
  const trend = before ? trendOf(counts, before.counts) : null;
  const name = localized(own.template.name, language);
  const lead = [
    texts.soFar(periodName(now.period)),
    ...(trend && before ? [texts.than[trend](inSentence(periodName(before.period)))] : []),
  ].join(" ");
  const notes = [
    ...(counts.open ? [texts.open(format.number(counts.open))] : []),
    ...(counts.overdue ? [texts.overdue(format.number(counts.overdue))] : []),
    ...(counts.waived
      ? [
          waived(
            format.outOf(
              counts.waived,
              (counts.closed ?? 0) + (counts.open ?? 0) + (counts.overdue ?? 0) + counts.waived,
            ),
          ),
        ]
      : []),
  ].join(" ");
  return (
    <Page
      narrow
      title={counts.closed ? texts.heading(format.outOf(counts.onTime ?? 0, counts.closed)) : texts.nothing}
      documentTitle={texts.title}
      crumb={
        <div className="v-pickers">
          <Select
            hideLabel
            label={texts.choose}
            value={own.template.id}
            options={all.map((one) => ({ value: one.template.id, label: localized(one.template.name, language) }))}
            onChange={(template) => setView({ template })}
          />
        </div>
      }
      lead={lead}
    >
      <Stack>
        <Card>
          <OutcomeFigure outcome={outcomeOf(counts)} label={name} note={notes} />
        </Card>
        <OwnTargetsCard templateId={own.template.id} all={targets} />
        {!!counts.missed && (
          <Card tone="good" title={texts.missedTitle(format.number(counts.missed))}>
            <p>{texts.missedBody}</p>
          </Card>
        )}
        {earlier.length > 0 && (
          <Card title={texts.us}>
            <ul className="v-own">
              {earlier.map((one) => (
                <li key={one.period} className="v-own__period">
                  <span className="v-own__head">
                    <span>{periodName(one.period)}</span>
                    <span>
                      <OnTimeOf counts={one.counts} /> {one.counts.closed !== 0 && texts.onTime}
                    </span>
                  </span>
                  <OutcomeBar outcome={outcomeOf(one.counts)} label={periodName(one.period)} size="small" />
                </li>
              ))}
            </ul>
            {!own.template.aboutMember && <OwnPicture name={name} periods={periods} lead={lead} />}
          </Card>
        )}
        <PeersCard templateId={own.template.id} peers={peers} />
        <Others own={own} all={all} />
        <WhyTheseCard />
        <MembershipCard membership={membership} />
        <JourneyCard journey={journey} />
        <SurveysLink />
      </Stack>
      <DefinitionLine asOf={format.today()} how={texts.how} />
    </Page>
  );
}

function Others({ own, all }: { own: Own; all: readonly Own[] }) {
  const texts = useAllTexts().standings.own;
  const { language } = useLanguage();
  const periodName = usePeriodName();
  const others = all.filter((one) => one.template.id !== own.template.id);
  if (others.length === 0) return null;
  return (
    <section>
      <h2 className="v-own__others">{texts.others}</h2>
      <RowCards joined>
        {others.map(({ template, periods: [latest] }) => (
          <RowCard
            key={template.id}
            to={`/laget${viewSearch({ template: template.id })}`}
            title={localized(template.name, language)}
            {...(latest && {
              status: periodName(latest.period),
              aside: <OnTimeOf counts={readFragment(OutcomeOf_CountsFragmentDoc, latest.counts)} />,
            })}
          />
        ))}
      </RowCards>
    </section>
  );
}
