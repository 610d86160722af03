import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  BehindNumberRow_TouchpointFragmentDoc,
  type ComparedTemplatesQuery,
} from "../../../../graphql/generated/graphql";
import { useBehindNumberQuery, useComparedTemplatesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useTexts } from "../../texts";
import { ButtonLink, Card, EmptyState, ErrorState, Page, Row, Rows, Skeleton, StatusLine } from "../../ui";
import { usePeriodName } from "./usePeriodName";
import { useView, viewSearch } from "./view";
import "./standings.css";

type Template = ComparedTemplatesQuery["comparableTemplates"][number];

/** What is behind a chapter's number: its duties one by one, or why the way ends here. */
export function Component() {
  const texts = useTexts().standings;
  const { chapterId = "" } = useParams();
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
  const template = data.comparableTemplates.find((one) => one.id === view.template);
  const back = <Link to={`/sammenlign${viewSearch(view)}`}>{texts.behind.back}</Link>;
  if (!template || !view.period) {
    return (
      <Page title={texts.title} crumb={back}>
        <EmptyState title={texts.behind.missing} />
      </Page>
    );
  }
  return <Behind chapterId={chapterId} template={template} period={view.period} back={back} />;
}

type BehindProps = { chapterId: string; template: Template; period: string; back: ReactNode };

function Behind({ chapterId, template, period, back }: BehindProps) {
  const texts = useTexts().standings.behind;
  const { language } = useLanguage();
  const periodName = usePeriodName();
  const name = localized(template.name, language);
  const [{ data, error, fetching }, retry] = useBehindNumberQuery({
    variables: { chapterId, templateId: template.id, period },
    pause: template.aboutMember,
  });
  if (template.aboutMember) return <Persons name={name} period={periodName(period)} back={back} />;
  const failure = errorOf(error);
  if (failure && !data) {
    return (
      <Page title={name} crumb={back}>
        <ErrorState code={failure.code} requestId={failure.requestId} busy={fetching} onRetry={() => retry()} />
      </Page>
    );
  }
  if (!data) return <Skeleton of="page" />;
  const { nodes } = data.chapterTouchpoints;
  return (
    <Page narrow title={texts.title(name, data.chapter.shortName)} lead={periodName(period)} crumb={back}>
      {nodes.length === 0 ? (
        <EmptyState title={texts.empty} />
      ) : (
        <Card>
          <Rows>
            {nodes.map((touchpoint) => (
              <Touchpoint key={touchpoint.id} touchpoint={touchpoint} />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  );
}

function Touchpoint({ touchpoint }: { touchpoint: FragmentType<typeof BehindNumberRow_TouchpointFragmentDoc> }) {
  const { name, occurrenceName, status, dueOn, closedAt } = readFragment(
    BehindNumberRow_TouchpointFragmentDoc,
    touchpoint,
  );
  const texts = useTexts().standings.behind;
  const { language } = useLanguage();
  const format = useFormat();
  const what = localized(name, language);
  return (
    <Row>
      <span className="v-behind">
        <strong>{occurrenceName ? `${what}, ${localized(occurrenceName, language)}` : what}</strong>
        <StatusLine status={status}>
          {[texts.due(format.date(dueOn)), ...(closedAt ? [texts.closed(format.moment(closedAt))] : [])].join(" · ")}
        </StatusLine>
      </span>
    </Row>
  );
}

/** About members the way ends at chapter and period: said plainly, with what one can do instead. */
function Persons({ name, period, back }: { name: string; period: string; back: ReactNode }) {
  const texts = useTexts().standings.behind;
  const overview = useTexts().standings.overview;
  return (
    <Page narrow title={texts.personsTitle(name)} lead={period} crumb={back}>
      <Card>
        <p>{texts.persons}</p>
        <p>{texts.personsNext}</p>
        <ButtonLink to="/lag" variant="secondary">
          {overview.seeChapter}
        </ButtonLink>
      </Card>
    </Page>
  );
}
