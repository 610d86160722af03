import { useState } from "react";
import { useClient } from "urql";
import {
  AnnualMeetingFileDocument,
  type AnnualMeetingFormat,
  type AnnualMeetingPaper,
} from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { saveBytes } from "../../app/save-file";
import { useAllTexts } from "../../texts";
import { Button, ErrorState } from "../../ui";
import { DownloadIcon, PrinterSmallIcon } from "../../ui/icons";

const TYPES: Record<AnnualMeetingFormat, string> = {
  PDF: "application/pdf",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

type Props = { id: string; paper: AnnualMeetingPaper; flush: () => Promise<boolean> };

/** A paper as a PDF to print and as a file to go on writing in, of what is written now. */
export function PaperButtons({ id, paper, flush }: Props) {
  const texts = useAllTexts().annualMeeting.files;
  const client = useClient();
  const [busy, setBusy] = useState<AnnualMeetingFormat | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function take(format: AnnualMeetingFormat): Promise<void> {
    setBusy(format);
    await flush();
    const { data, error } = await client
      .query(AnnualMeetingFileDocument, { id, paper, format }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(null);
    setFailure(errorOf(error));
    if (data) saveBytes(data.annualMeetingFile.content, data.annualMeetingFile.fileName, TYPES[format]);
  }
  return (
    <>
      <div className="v-annual__tools">
        {(["PDF", "DOCX"] as const).map((format) => (
          <Button
            key={format}
            variant="quiet"
            icon={format === "PDF" ? PrinterSmallIcon : DownloadIcon}
            busy={busy === format}
            onClick={() => void take(format)}
          >
            {texts.paper(texts.papers[paper], texts.formats[format])}
          </Button>
        ))}
      </div>
      {failure && <ErrorState {...failure} />}
    </>
  );
}
