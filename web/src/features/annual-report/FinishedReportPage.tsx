import { Link, useParams } from "react-router";
import { useFinishedAnnualReportQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useFormat } from "../../app/format";
import { useAllTexts } from "../../texts";
import { Card, EmptyState, ErrorState, Page, Skeleton, Stack } from "../../ui";
import { ReportFiles } from "./ReportFiles";
import { ReportReading } from "./ReportReading";
import "./annual-report.css";

/** The public edition of a chapter's finished report. */
export function Component() {
  const { year: asked, chapterId = "" } = useParams();
  const year = Number(asked) || 0;
  const texts = useAllTexts().annualReport;
  const format = useFormat();
  const [{ data, error, fetching }, reload] = useFinishedAnnualReportQuery({ variables: { chapterId, year } });
  const failure = errorOf(error);
  const crumb = <Link to="/arsmelding">{texts.list.title}</Link>;
  const report = data?.finishedAnnualReport;
  if (!report) {
    if (!data && !failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.title(year)} crumb={crumb}>
        {failure ? (
          <ErrorState {...failure} busy={fetching} onRetry={() => reload({ requestPolicy: "network-only" })} />
        ) : (
          <EmptyState title={texts.list.notFinished}>{texts.list.noneBody}</EmptyState>
        )}
      </Page>
    );
  }
  return (
    <Page
      title={`${report.chapterName}: ${texts.title(year)}`}
      crumb={crumb}
      lead={texts.list.publicLead(format.date(report.finishedAt.slice(0, 10)))}
    >
      <Stack>
        <ReportFiles chapterId={chapterId} year={year} edition="PUBLIC" />
        <Card>
          <ReportReading {...report} />
        </Card>
      </Stack>
    </Page>
  );
}
