import { osloDate, reportYear } from "@varde/domain";
import { useState } from "react";
import { Link, Navigate } from "react-router";
import { useFinishedAnnualReportsQuery } from "../../../../graphql/generated/hooks";
import type { FinishedAnnualReportsQuery } from "../../../../graphql/generated/graphql";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useCan } from "../../app/viewer";
import { useAllTexts, useTexts } from "../../texts";
import { EmptyState, ErrorState, Page, Pager, RowCard, RowCards, Section, Skeleton, Stack } from "../../ui";

type Line = FinishedAnnualReportsQuery["finishedAnnualReports"]["nodes"][number];

/** A board is sent to the report it works on; those above read what is finished. */
export function Component() {
  const mayWrite = useCan("PLAN_WRITE");
  const [year] = useState(() => reportYear(osloDate(new Date())));
  return mayWrite ? <Navigate replace to={`/arsmelding/${year}`} /> : <FinishedReports />;
}

function FinishedReports() {
  const texts = useAllTexts().annualReport.list;
  const format = useFormat();
  const crumb = <Link to="/aret">{useTexts().app.more.year}</Link>;
  const [after, setAfter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<readonly Line[]>([]);
  const [{ data, error, fetching }, reload] = useFinishedAnnualReportsQuery({ variables: { after } });
  const failure = errorOf(error);
  if (!data) {
    return (
      <Page title={texts.title} lead={texts.lead} crumb={crumb}>
        {failure ? (
          <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <Skeleton of="cards" />
        )}
      </Page>
    );
  }
  const { nodes, pageInfo } = data.finishedAnnualReports;
  const all = [...earlier, ...nodes];
  const years = [...new Set(all.map(({ year }) => year))];
  return (
    <Page title={texts.title} lead={texts.lead} crumb={crumb}>
      {all.length === 0 && <EmptyState title={texts.none}>{texts.noneBody}</EmptyState>}
      <Stack>
        {years.map((year) => (
          <Section key={year} title={texts.year(year)}>
            <RowCards joined>
              {all
                .filter((one) => one.year === year)
                .map((one) => (
                  <RowCard
                    key={one.chapterId}
                    to={`/arsmelding/${one.year}/${one.chapterId}`}
                    title={one.chapterName}
                    status={texts.finished(format.date(one.finishedAt.slice(0, 10)))}
                  />
                ))}
            </RowCards>
          </Section>
        ))}
        {pageInfo.hasNextPage && (
          <Pager
            shown={all.length}
            hasMore
            busy={fetching}
            onMore={() => {
              setEarlier(all);
              setAfter(pageInfo.endCursor);
            }}
          />
        )}
      </Stack>
    </Page>
  );
}
