import { INTERNAL_SECTIONS } from "@varde/domain";
import { useState } from "react";
import { Link } from "react-router";
import { ReopenAnnualReportDocument, type ReportEdition } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useCan } from "../../app/viewer";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Dialog, Disclosure, ErrorState, Stack, TextArea } from "../../ui";
import { PhotoList } from "./PhotoList";
import type { FetchedReport, Report } from "./report";
import { ReportFiles } from "./ReportFiles";
import { ReportReading } from "./ReportReading";

type Props = { report: Report; onReopened: (report: FetchedReport) => void; onRefresh: () => void };

/** The report as it was frozen: to read, to print, and to open again with a reason. */
export function ReportFinished({ report, onReopened, onRefresh }: Props) {
  const texts = useAllTexts().annualReport.finished;
  const format = useFormat();
  const [edition, setEdition] = useState<ReportEdition>("INTERNAL");
  const shown = report.sections.filter(({ section }) => edition === "INTERNAL" || !INTERNAL_SECTIONS.has(section));
  const [newest] = report.versions;
  const over = format.today() > `${report.year}-12-31`;
  const reports = useCan("GRANT_WRITE") && over;
  return (
    <Stack>
      <Card
        title={texts.title}
        lead={newest && texts.by(newest.finishedBy, format.fullDate(newest.finishedAt.slice(0, 10)))}
      >
        <p>{texts.next}</p>
        {reports && (
          <p>
            <Link to={`/arsrapport/${report.year}`}>{texts.grantReturn}</Link>
          </p>
        )}
        <ReportFiles chapterId={report.chapterId} year={report.year} edition={edition} onEdition={setEdition} />
        <Reopen report={report} onReopened={onReopened} onRefresh={onRefresh} />
      </Card>
      <Card>
        <ReportReading language={report.language} sections={shown} photos={report.photos} board={report.board} />
      </Card>
      {report.photos.length > 0 && (
        <PhotoList writable={false} reportId={report.id} photos={report.photos} onChanged={onRefresh} />
      )}
      <Disclosure summary={texts.versions}>
        <ul className="v-report-versions">
          {report.versions.map((one) => (
            <li key={one.version}>
              <p>
                {texts.version(one.version, one.finishedBy, format.fullDate(one.finishedAt.slice(0, 10)))}
                {one.because && ` ${texts.because(one.because)}`}
              </p>
              <p className="v-report-versions__hash">{texts.hash(one.hash)}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Stack>
  );
}

function Reopen({ report, onReopened, onRefresh }: Props) {
  const texts = useAllTexts().annualReport.finished;
  const reopen = useAction(ReopenAnnualReportDocument);
  const [asking, setAsking] = useState(false);
  const [because, setBecause] = useState("");
  const open = async (): Promise<void> => {
    const done = await reopen.run({ id: report.id, rev: report.rev, because });
    if (done?.reopenAnnualReport.report) onReopened(done.reopenAnnualReport.report);
    else onRefresh();
  };
  const problem = reopen.problemAt("because");
  return (
    <>
      <div>
        <Button variant="plain" onClick={() => setAsking(true)}>
          {texts.reopen}
        </Button>
      </div>
      <Dialog
        keep
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.reopenTitle}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {texts.cancel}
            </Button>
            <Button
              variant="primary"
              busy={reopen.busy}
              disabled={because.trim() === "" || because.length > 300}
              onClick={() => void open()}
            >
              {texts.reopenDo}
            </Button>
          </>
        }
      >
        <p>{texts.reopenBody}</p>
        <TextArea
          label={texts.why}
          value={because}
          maxLength={300}
          onChange={setBecause}
          {...(problem && { problem })}
        />
        {reopen.otherProblems(["because"]).map((message) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {reopen.error && <ErrorState {...reopen.error} />}
      </Dialog>
    </>
  );
}
