import { useCallback, useRef, useState } from "react";
import type { ReportEdition } from "../../../../graphql/generated/graphql";
import { useSearchParams } from "react-router";
import { INTERNAL_SECTIONS } from "@varde/domain";
import { useAllTexts } from "../../texts";
import { Alert, Card, Stack, Tabs } from "../../ui";
import { FinishReport } from "./FinishReport";
import { PhotoList } from "./PhotoList";
import type { FetchedReport, Report } from "./report";
import { ReportFiles } from "./ReportFiles";
import { ReportReading } from "./ReportReading";
import { SectionCard } from "./SectionCard";

type Props = { report: Report; onFinished: (report: FetchedReport) => void; onRefresh: () => void };

/** The report being written: sections one under another, or as it will be read. */
export function ReportDraft({ report, onFinished, onRefresh }: Props) {
  const texts = useAllTexts().annualReport;
  const [params, setParams] = useSearchParams();
  const [edition, setEdition] = useState<ReportEdition>("INTERNAL");
  const writers = useRef(new Map<string, () => Promise<boolean>>());
  const onWriter = useCallback((section: string, flush: () => Promise<boolean>): void => {
    writers.current.set(section, flush);
  }, []);
  const flush = async (): Promise<boolean> => {
    const saved = await Promise.all([...writers.current.values()].map((one) => one()));
    return saved.every(Boolean);
  };
  const view = params.get("vis") === "les" ? "read" : "write";
  const turn = async (to: string): Promise<void> => {
    if (to === "read" && (await flush())) onRefresh();
    setParams(to === "read" ? { vis: "les" } : {}, { replace: true, preventScrollReset: true });
  };
  const shown = report.sections.filter(({ section }) => edition === "INTERNAL" || !INTERNAL_SECTIONS.has(section));
  return (
    <Tabs
      label={texts.views.label}
      tabs={[
        { value: "write", label: texts.views.write },
        { value: "read", label: texts.views.read },
      ]}
      value={view}
      onChange={(to) => void turn(to)}
    >
      {report.reopenedBecause && (
        <Alert tone="info" title={texts.reopenedTitle}>
          {report.reopenedBecause}
        </Alert>
      )}
      {view === "write" ? (
        <Stack>
          {report.sections.map((section) => (
            <SectionCard
              key={section.id}
              reportId={report.id}
              year={report.year}
              language={report.language}
              section={section}
              sentences={report.sentences}
              countedOn={report.countedOn}
              onWriter={onWriter}
            />
          ))}
          <PhotoList writable reportId={report.id} photos={report.photos} onChanged={onRefresh} />
          <FinishReport report={report} flush={flush} onFinished={onFinished} onRefresh={onRefresh} />
        </Stack>
      ) : (
        <Stack>
          <ReportFiles
            chapterId={report.chapterId}
            year={report.year}
            edition={edition}
            onEdition={setEdition}
            before={flush}
          />
          <Card>
            <ReportReading language={report.language} sections={shown} photos={report.photos} board={report.board} />
          </Card>
        </Stack>
      )}
    </Tabs>
  );
}
