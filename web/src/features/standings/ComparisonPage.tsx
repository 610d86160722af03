import { readFragment } from "../../../../graphql/generated";
import {
  FunnelOf_ComparisonFragmentDoc,
  OutcomeOf_CountsFragmentDoc,
  type ComparedTemplatesQuery,
} from "../../../../graphql/generated/graphql";
import { useComparedTemplatesQuery, useComparisonQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useLiveFetch } from "../../app/live";
import { useViewer } from "../../app/viewer";
import { localized, useLanguage, useAllTexts } from "../../texts";
import { ButtonLink, DefinitionLine, EmptyState, ErrorState, OutcomeFigure, Page, Skeleton } from "../../ui";
import { useAnswerSentence, useLeadSentences } from "./answer-sentence";
import { ComparisonTable } from "./ComparisonTable";
import { Definitions } from "./Definitions";
import { funnelOf } from "./funnel-of";
import { FunnelFigure, useFunnelSentences } from "./FunnelFigure";
import { NotRenewed } from "./NotRenewed";
import { outcomeOf } from "./outcome-of";
import { CoreCompared, OverTime, useGroupWords } from "./peers";
import { RegionDay } from "./RegionDay";
import { ComparisonTakeOut } from "./take-out";
import { TargetsCard } from "./targets";
import { usePeriodName } from "./usePeriodName";
import { useStanding } from "./useStanding";
import { AS_WAS, CORE_SET, groupFor, periodFor, useView, viewSearch } from "./view";
import { ViewPickers } from "./ViewPickers";
import "./standings.css";

/** Chapters side by side for one interaction point and period; the address holds all that is chosen. */
export function Component() {
  const texts = useAllTexts().standings;
  const { seat } = useViewer();
  const [view] = useView();
  const [{ data, error, fetching }, retry] = useComparedTemplatesQuery();
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={texts.title}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  const templates = data.comparableTemplates;
  // counts of persons in a single chapter are mostly hidden: its duties say more
  const first = seat.unitKind === "CHAPTER" ? templates.find((one) => !one.aboutMember) : undefined;
  const template = templates.find((one) => one.id === view.template) ?? first ?? templates[0];
  if (!template) {
    return (
      <Page title={texts.title}>
        <EmptyState title={texts.answer.none} />
      </Page>
    );
  }
  if (view.set === CORE_SET) return <CoreCompared data={data} />;
  return <Compared data={data} template={template} />;
}

type Template = ComparedTemplatesQuery["comparableTemplates"][number];

function Compared({ data, template }: { data: ComparedTemplatesQuery; template: Template }) {
  const { standings: texts, peers } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const periodName = usePeriodName();
  const { seat } = useViewer();
  const [view, setView] = useView();
  const asked = periodFor(template, view.period);
  const group = groupFor(data.peerGroups, view.group);
  const variables = {
    templateId: template.id,
    period: asked,
    regionId: view.region,
    membership: view.as === AS_WAS ? ("AS_WAS" as const) : ("AS_IS" as const),
    group,
  };
  const [state, retry] = useComparisonQuery({ variables });
  const { fetching } = state;
  const { data: answer, failure, old } = useStanding(state, JSON.stringify(variables));
  // duties are live; a snapshot is not
  useLiveFetch(() => retry({ requestPolicy: "network-only" }), !template.aboutMember);
  const name = localized(template.name, language);
  const sentence = useAnswerSentence();
  const lead = useLeadSentences();
  const { only } = useGroupWords();
  const worth = useFunnelSentences();
  // what is on its way stays out of sight until it is the one asked for
  const comparison = answer?.comparison.template.id === template.id && !failure ? answer.comparison : null;
  const counts = comparison ? readFragment(OutcomeOf_CountsFragmentDoc, comparison.total) : null;
  const hidden = comparison?.rows.filter((row) => row.hidden).length ?? 0;
  const pickers = (
    <ViewPickers
      data={data}
      template={template}
      core
      period={asked ?? comparison?.period ?? null}
      view={view}
      onChange={setView}
    />
  );
  if (failure) {
    return (
      <Page title={name} documentTitle={texts.title} crumb={pickers}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!comparison || !counts) {
    return (
      <Page title={name} documentTitle={texts.title} crumb={pickers}>
        <Skeleton of="table" count={10} />
      </Page>
    );
  }
  const nothing = comparison.rows.length === 0;
  const funnel = funnelOf(readFragment(FunnelOf_ComparisonFragmentDoc, comparison));
  const shown = { template: template.id, period: comparison.period, region: view.region, as: view.as, group };
  const asWas = view.as === AS_WAS;
  return (
    <Page
      title={nothing ? texts.answer.none : sentence(counts)}
      documentTitle={`${texts.title}: ${name}`}
      crumb={pickers}
      lead={[
        `${[name, periodName(comparison.period), comparison.scopeName].join(", ")}.`,
        ...only(comparison.group),
        ...worth(funnel),
        ...lead(counts, hidden, comparison.majors.length > 1),
        ...(comparison.group && comparison.fromSnapshot && counts.closed === null ? [peers.group.hiddenTotal] : []),
      ].join(" ")}
    >
      {nothing ? (
        <EmptyState title={texts.noPeriods} />
      ) : (
        <>
          {old && <NotRenewed busy={fetching} onRetry={() => retry({ requestPolicy: "network-only" })} />}
          <div className="v-compared__whole" aria-busy={fetching}>
            <OutcomeFigure outcome={outcomeOf(counts)} label={texts.figure(name)} keyed="legend" />
          </div>
          <ComparisonTable comparison={comparison} name={name} search={shown} />
          <OverTime templateId={template.id} name={name} region={view.region} asWas={asWas} group={group} />
          <TargetsCard
            templateId={template.id}
            period={comparison.period}
            region={view.region}
            asWas={asWas}
            group={group}
          />
          {seat.unitKind !== "CHAPTER" && (
            <ButtonLink to={`/svar${viewSearch(shown)}`} variant="secondary">
              {texts.answers.see}
            </ButtonLink>
          )}
        </>
      )}
      {!nothing && (
        <ComparisonTakeOut
          comparison={comparison}
          title={sentence(counts)}
          name={name}
          search={{ template: template.id, region: view.region }}
          asWas={asWas}
        />
      )}
      {seat.unitKind !== "CHAPTER" && <RegionDay comparison={comparison} search={shown} />}
      <DefinitionLine
        asOf={comparison.referenceDate}
        how={
          <>
            <FunnelFigure funnel={funnel} name={name} of={comparison} />
            <Definitions persons={comparison.fromSnapshot} />
          </>
        }
      >
        {texts.defined}{" "}
        {comparison.fromSnapshot ? texts.snapshot(format.fullDate(comparison.referenceDate)) : texts.live}
        {comparison.fromSnapshot && (
          <>
            {" "}
            <strong>:</strong> {comparison.group ? peers.group.hiddenNote : texts.hiddenNote}
          </>
        )}
      </DefinitionLine>
    </Page>
  );
}
