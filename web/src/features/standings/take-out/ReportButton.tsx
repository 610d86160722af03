import { useState } from "react";
import type { Failure } from "../../../app/errors";
import { fetchStandingsFile } from "../../../app/fetch-file";
import { useFormat } from "../../../app/format";
import { saveFile } from "../../../app/save-file";
import { useAllTexts, useLanguage } from "../../../texts";
import { Alert, Button, ButtonLink, ErrorState } from "../../../ui";
import { DownloadIcon } from "../../../ui/icons";
import "./take-out.css";

/** The core set of one's reach as a PDF to print and to send; beside it the way to what is larger. */
export function ReportButton({ unit }: { unit: string }) {
  const { takeOut: texts, exportOrders: orders } = useAllTexts();
  const { language } = useLanguage();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await fetchStandingsFile({ format: "PDF" }, language);
    setBusy(false);
    const large = "failure" in answer && answer.tooLarge === true;
    setTooLarge(large);
    setFailure("failure" in answer && !large ? answer.failure : null);
    if ("file" in answer) saveFile(answer.file, texts.reportFile(unit, format.today()), "application/pdf");
  };
  return (
    <div>
      <div className="v-take-out">
        <Button icon={DownloadIcon} busy={busy} onClick={() => void take()}>
          {texts.report}
        </Button>
        <ButtonLink to="/rapporter" variant="plain">
          {orders.see}
        </ButtonLink>
      </div>
      {tooLarge && (
        <Alert tone="info" live>
          {orders.tooLarge}
        </Alert>
      )}
      {failure && <ErrorState {...failure} />}
    </div>
  );
}
