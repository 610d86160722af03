import { useState, type ReactNode } from "react";
import { Link, useParams } from "react-router";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  BehindNumberRow_TouchpointFragmentDoc,
  type BehindNumberQuery,
  type BehindNumberQueryVariables,
  type ComparedTemplatesQuery,
} from "../../../../graphql/generated/graphql";
import { useBehindNumberQuery, useComparedTemplatesQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { localized, useLanguage, useAllTexts } from "../../texts";
import {
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  Page,
  Pager,
  Row,
  Rows,
  Skeleton,
  Stack,
  StatusLine,
} from "../../ui";
import { usePeriodName } from "./usePeriodName";
import { useView, viewSearch } from "./view";
import "./standings.css";

type Template = ComparedTemplatesQuery["comparableTemplates"][number];

/** What is behind a chapter's number: its duties one by one, or why the way ends here. */
export function Component() {
  const texts = useAllTexts().standings;
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
  return (
    <Behind
      key={`${chapterId} ${template.id} ${view.period}`}
      chapterId={chapterId}
      template={template}
      period={view.period}
      back={back}
    />
  );
}

type BehindProps = { chapterId: string; template: Template; period: string; back: ReactNode };

function Behind({ chapterId, template, period, back }: BehindProps) {
  const texts = useAllTexts().standings.behind;
  const { language } = useLanguage();
  const periodName = usePeriodName();
  const name = localized(template.name, language);
  const asked = { chapterId, templateId: template.id, period };
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const [{ data, error, fetching }, retry] = useBehindNumberQuery({
    variables: { ...asked, after: null },
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
  const { nodes, pageInfo } = data.chapterTouchpoints;
  return (
    <Page narrow title={texts.title(name, data.chapter.shortName)} lead={periodName(period)} crumb={back}>
      {nodes.length === 0 ? (
        <EmptyState title={texts.empty} />
      ) : (
        <Stack>
          <Touchpoints nodes={nodes} />
          {cursors.map((after, index) => (
            <Further
              key={after}
              variables={{ ...asked, after }}
              last={index === cursors.length - 1}
              onMore={(cursor) => setCursors([...cursors, cursor])}
            />
          ))}
          {cursors.length === 0 && (
            <Pager
              shown={nodes.length}
              hasMore={pageInfo.hasNextPage}
              onMore={() => pageInfo.endCursor && setCursors([pageInfo.endCursor])}
            />
          )}
        </Stack>
      )}
    </Page>
  );
}

type Nodes = BehindNumberQuery["chapterTouchpoints"]["nodes"];

function Touchpoints({ nodes }: { nodes: Nodes }) {
  return (
    <Card>
      <Rows>
        {nodes.map((touchpoint) => (
          <Touchpoint key={touchpoint.id} touchpoint={touchpoint} />
        ))}
      </Rows>
    </Card>
  );
}

type FurtherProps = { variables: BehindNumberQueryVariables; last: boolean; onMore: (cursor: string) => void };

/** The next hundred. */
function Further({ variables, last, onMore }: FurtherProps) {
  const [{ data, error, fetching }, retry] = useBehindNumberQuery({ variables });
  const failure = errorOf(error);
  if (failure && !data) return <ErrorState {...failure} busy={fetching} onRetry={() => retry()} />;
  if (!data) return <Skeleton of="cards" count={6} />;
  const { nodes, pageInfo } = data.chapterTouchpoints;
  return (
    <>
      <Touchpoints nodes={nodes} />
      {last && (
        <Pager
          shown={nodes.length}
          hasMore={pageInfo.hasNextPage}
          onMore={() => pageInfo.endCursor && onMore(pageInfo.endCursor)}
        />
      )}
    </>
  );
}

function Touchpoint({ touchpoint }: { touchpoint: FragmentType<typeof BehindNumberRow_TouchpointFragmentDoc> }) {
  const { id, name, occurrenceName, status, dueOn, closedAt } = readFragment(
    BehindNumberRow_TouchpointFragmentDoc,
    touchpoint,
  );
  const texts = useAllTexts().standings.behind;
  const { language } = useLanguage();
  const format = useFormat();
  const what = localized(name, language);
  return (
    <Row>
      <span className="v-behind">
        <Link to={`/oppgaver/${id}`}>
          <strong>{occurrenceName ? `${what}, ${localized(occurrenceName, language)}` : what}</strong>
        </Link>
        <StatusLine status={status}>
          {[texts.due(format.date(dueOn)), ...(closedAt ? [texts.closed(format.moment(closedAt))] : [])].join(" · ")}
        </StatusLine>
      </span>
    </Row>
  );
}

/** About members the way ends at chapter and period: said plainly, with what one can do instead. */
function Persons({ name, period, back }: { name: string; period: string; back: ReactNode }) {
  const texts = useAllTexts().standings.behind;
  const overview = useAllTexts().standings.overview;
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
