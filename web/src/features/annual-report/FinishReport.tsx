import { INTERNAL_SECTIONS, REPORT_WORDS, tellsOfMembers } from "@varde/domain";
import { useState } from "react";
import { FinishAnnualReportDocument } from "../../../../graphql/generated/graphql";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Dialog, ErrorState } from "../../ui";
import type { FetchedReport, Report } from "./report";

type Props = {
  report: Report;
  /** saves what is written; false when something could not be */
  flush: () => Promise<boolean>;
  onFinished: (report: FetchedReport) => void;
  onRefresh: () => void;
};

/** Ends the writing: what is missing is said first, and what will happen. */
export function FinishReport({ report, flush, onFinished, onRefresh }: Props) {
  const texts = useAllTexts().annualReport.finish;
  const words = REPORT_WORDS[report.language];
  const finish = useAction(FinishAnnualReportDocument);
  const [asking, setAsking] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const ask = async (): Promise<void> => {
    const saved = await flush();
    setUnsaved(!saved);
    if (!saved) return;
    onRefresh();
    setAsking(true);
  };
  const end = async (): Promise<void> => {
    const done = await finish.run({ id: report.id, rev: report.rev });
    if (!done?.finishAnnualReport.report) return onRefresh();
    setAsking(false);
    onFinished(done.finishAnnualReport.report);
  };
  const empty = report.sections.filter(({ body }) => body.trim() === "");
  const telling = report.sections.filter(
    ({ section, body }) => !INTERNAL_SECTIONS.has(section) && tellsOfMembers(body),
  );
  const named = (sections: Report["sections"]): string =>
    sections.map(({ section }) => words.sections[section]).join(", ");
  return (
    <Card title={texts.title} lead={texts.lead}>
      {unsaved && (
        <Alert tone="warn" live>
          {texts.unsaved}
        </Alert>
      )}
      <div>
        <Button variant="primary" onClick={() => void ask()}>
          {texts.do}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.askTitle(report.year)}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {texts.cancel}
            </Button>
            <Button variant="primary" busy={finish.busy} onClick={() => void end()}>
              {texts.confirm}
            </Button>
          </>
        }
      >
        <p>{texts.askBody}</p>
        {empty.length > 0 && <Alert tone="info">{texts.empty(named(empty))}</Alert>}
        {telling.length > 0 && <Alert tone="warn">{texts.telling(named(telling))}</Alert>}
        {finish.problems.map(({ message }) => (
          <Alert key={message} tone="warn" live>
            {message}
          </Alert>
        ))}
        {finish.error && <ErrorState {...finish.error} />}
      </Dialog>
    </Card>
  );
}
