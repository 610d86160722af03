import { useState } from "react";
import type { Failure } from "../../../app/errors";
import { fetchStandingsFile } from "../../../app/fetch-file";
import { useFormat } from "../../../app/format";
import { saveFile } from "../../../app/save-file";
import { useAllTexts, useLanguage } from "../../../texts";
import { Button, ErrorState } from "../../../ui";
import { DownloadIcon } from "../../../ui/icons";

/** The core set of one's reach as a PDF to print and to send. */
export function ReportButton({ unit }: { unit: string }) {
  const texts = useAllTexts().takeOut;
  const { language } = useLanguage();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await fetchStandingsFile({ format: "PDF" }, language);
    setBusy(false);
    setFailure("failure" in answer ? answer.failure : null);
    if ("file" in answer) saveFile(answer.file, texts.reportFile(unit, format.today()), "application/pdf");
  };
  return (
    <div>
      <Button icon={DownloadIcon} busy={busy} onClick={() => void take()}>
        {texts.report}
      </Button>
      {failure && <ErrorState {...failure} />}
    </div>
  );
}
