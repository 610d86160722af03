import { useState } from "react";
import { useClient } from "urql";
import { AnnualReportFileDocument, type ReportEdition, type ReportFormat } from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { saveBytes } from "../../app/save-file";
import { useAllTexts } from "../../texts";
import { Button, Chips, ErrorState } from "../../ui";
import { DownloadIcon, PrinterSmallIcon } from "../../ui/icons";

type Props = {
  chapterId: string;
  year: number;
  edition: ReportEdition;
  /** who may choose between the two; others get the public one */
  onEdition?: (edition: ReportEdition) => void;
  /** what is written has to be saved before it is printed */
  before?: () => Promise<boolean>;
};

/** The report to print, and to go on with in a word processor. */
export function ReportFiles({ chapterId, year, edition, onEdition, before }: Props) {
  const texts = useAllTexts().annualReport.files;
  const client = useClient();
  const [busy, setBusy] = useState<ReportFormat | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fetchFile = async (format: ReportFormat): Promise<void> => {
    setBusy(format);
    setFailure(null);
    await before?.();
    const { data, error } = await client
      .query(AnnualReportFileDocument, { chapterId, year, edition, format }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(null);
    setFailure(errorOf(error));
    const file = data?.annualReportFile;
    if (file) saveBytes(file.data, file.fileName, file.mediaType);
  };
  return (
    <div className="v-report-files">
      {onEdition && (
        <Chips
          label={texts.edition}
          value={edition}
          options={[
            { value: "INTERNAL", label: texts.internal },
            { value: "PUBLIC", label: texts.public },
          ]}
          onChange={onEdition}
        />
      )}
      {onEdition && (
        <p className="v-report-files__note">{edition === "PUBLIC" ? texts.publicNote : texts.internalNote}</p>
      )}
      <div className="v-report-files__buttons">
        <Button icon={PrinterSmallIcon} busy={busy === "PDF"} onClick={() => void fetchFile("PDF")}>
          {texts.pdf}
        </Button>
        <Button icon={DownloadIcon} busy={busy === "DOCX"} onClick={() => void fetchFile("DOCX")}>
          {texts.docx}
        </Button>
      </div>
      {failure && <ErrorState {...failure} />}
    </div>
  );
}
