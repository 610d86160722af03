import { osloDate, reportYear } from "@varde/domain";
import { useState, type ReactNode } from "react";
import { Link, Navigate, useNavigate, useParams } from "react-router";
import { useAnnualReportQuery } from "../../../../graphql/generated/hooks";
import { errorOf } from "../../app/errors";
import { useCan, useViewer } from "../../app/viewer";
import { useAllTexts, useTexts } from "../../texts";
import { EmptyState, ErrorState, Page, Select, Skeleton } from "../../ui";
import type { FetchedReport } from "./report";
import { ReportDraft } from "./ReportDraft";
import { ReportFinished } from "./ReportFinished";
import { StartReport } from "./StartReport";
import { useReport } from "./useReport";
import "./annual-report.css";

/** Years back that one can begin on. */
const YEARS_BACK = 2;

/** A board writes its annual report: from what the year's facts say, several at once, and ends it. */
export function Component() {
  const { year: asked } = useParams();
  const year = Number(asked);
  const mayWrite = useCan("PLAN_WRITE");
  if (!mayWrite || !Number.isInteger(year) || year < 2000 || year > 2100) return <Navigate replace to="/arsmelding" />;
  return <ReportOfYear key={year} year={year} />;
}

function ReportOfYear({ year }: { year: number }) {
  const texts = useAllTexts().annualReport;
  const toYear = useTexts().app.more.year;
  const navigate = useNavigate();
  const { seat } = useViewer();
  const [{ data, error, fetching }, reload] = useAnnualReportQuery({
    variables: { year },
    requestPolicy: "cache-and-network",
  });
  const refresh = (): void => reload({ requestPolicy: "network-only" });
  const [thisYear] = useState(() => Number(osloDate(new Date()).slice(0, 4)));
  const years = [...new Set([year, ...Array.from({ length: YEARS_BACK + 1 }, (_, i) => thisYear - i)])];
  const crumb = (
    <>
      <Link to="/aret">{toYear}</Link>
      <div className="v-report-years">
        <Select
          hideLabel
          label={texts.year}
          value={String(year)}
          options={years.sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(to) => void navigate(`/arsmelding/${to}`)}
        />
      </div>
    </>
  );
  const failure = errorOf(error);
  if (!data) {
    if (!failure) return <Skeleton of="page" />;
    return (
      <Page title={texts.title(year)} crumb={crumb}>
        <ErrorState {...failure} busy={fetching} onRetry={refresh} />
      </Page>
    );
  }
  if (!data.annualReport) {
    const mayStart = year <= thisYear && year >= thisYear - YEARS_BACK;
    return (
      <Page narrow title={texts.title(year)} crumb={crumb} lead={seat.unitName}>
        {mayStart ? (
          <StartReport year={year} onStarted={refresh} />
        ) : (
          <EmptyState title={texts.none(year)}>{texts.noneBody}</EmptyState>
        )}
      </Page>
    );
  }
  return <Whole year={year} fetched={data.annualReport} crumb={crumb} onRefresh={refresh} />;
}

type WholeProps = { year: number; fetched: FetchedReport; crumb: ReactNode; onRefresh: () => void };

function Whole({ year, fetched, crumb, onRefresh }: WholeProps) {
  const texts = useAllTexts().annualReport;
  const { report, heard, look } = useReport(fetched, onRefresh);
  const [today] = useState(() => osloDate(new Date()));
  const ends = report.until < `${year}-12-31`;
  const lead = report.state === "FINISHED" ? texts.leadFinished : ends ? texts.leadLasting : texts.lead;
  return (
    <Page title={texts.title(year)} crumb={crumb} lead={lead}>
      {report.state === "FINISHED" ? (
        <ReportFinished report={report} onReopened={heard} onRefresh={onRefresh} />
      ) : (
        <ReportDraft report={report} onFinished={heard} onRefresh={look} />
      )}
      {report.year !== reportYear(today) && report.state === "DRAFT" && (
        <p className="v-report-other-year">{texts.otherYear(reportYear(today))}</p>
      )}
    </Page>
  );
}
