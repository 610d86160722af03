import { useState } from "react";
import { useClient } from "urql";
import { SurveyResultsFileDocument } from "../../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../../app/errors";
import { saveBytes } from "../../../app/save-file";
import { useAllTexts } from "../../../texts";
import { Button, Disclosure, ErrorState } from "../../../ui";
import { DownloadIcon } from "../../../ui/icons";

const TYPES = {
  CSV: "text/csv;charset=utf-8",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The numbers of the page as files, made by the server: what is hidden here is hidden there. */
export function ResultsFile({ surveyId }: { surveyId: string }) {
  const texts = useAllTexts().surveyResults;
  const client = useClient();
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const fetched = async (format: keyof typeof TYPES): Promise<void> => {
    setBusy(format);
    const result = await client
      .query(SurveyResultsFileDocument, { surveyId, format }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(null);
    setFailed(errorOf(result.error));
    const file = result.data?.surveyResultsFile;
    if (file) saveBytes(file.content, `${file.fileName}.${format.toLowerCase()}`, TYPES[format]);
  };
  return (
    <Disclosure summary={texts.file}>
      <p>{texts.fileBody}</p>
      <div className="v-survey-actions">
        {(["CSV", "XLSX"] as const).map((format) => (
          <Button key={format} icon={DownloadIcon} busy={busy === format} onClick={() => void fetched(format)}>
            {format === "CSV" ? texts.csv : texts.xlsx}
          </Button>
        ))}
      </div>
      {failed && <ErrorState {...failed} />}
    </Disclosure>
  );
}
