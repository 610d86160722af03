import { useState } from "react";
import { ExportAuditTrailDocument, type AuditFilter } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { saveFile } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, ErrorState } from "../../ui";
import { DownloadIcon } from "../../ui/icons";

/** The lines that are looked at, or all of them, as a file. That it was taken out stands in the log itself. */
export function ExportButton({ filter, narrowed }: { filter: AuditFilter; narrowed: boolean }) {
  const texts = useAllTexts().audit;
  const format = useFormat();
  const take = useAction(ExportAuditTrailDocument);
  const [said, setSaid] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    setSaid(null);
    const file = (await take.run({ filter }))?.exportAuditTrail.export;
    if (!file) return;
    saveFile(file.csv, texts.file(format.today()), "text/csv;charset=utf-8");
    const lines = format.number(file.lines);
    setSaid(file.complete ? texts.taken(lines) : texts.takenCut(lines));
  };
  return (
    <div className="v-audit-export">
      <Button variant="secondary" icon={DownloadIcon} busy={take.busy} onClick={() => void run()}>
        {narrowed ? texts.exportChosen : texts.exportAll}
      </Button>
      {said !== null && <Alert tone="success" live title={said} />}
      {take.problems.length > 0 && <Alert tone="warn" live title={take.problems[0]?.message ?? ""} />}
      {take.error && <ErrorState {...take.error} />}
    </div>
  );
}
