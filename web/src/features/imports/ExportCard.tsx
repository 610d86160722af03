import { useState } from "react";
import type { Failure } from "../../app/errors";
import { saveFile } from "../../app/save-file";
import { useAllTexts } from "../../texts";
import { Button, Card, ErrorState } from "../../ui";
import { DownloadIcon } from "../../ui/icons";
import { fetchMemberList } from "./send-file";

/** The chapter's own list as a file, with a word of care. */
export function ExportCard() {
  const texts = useAllTexts().imports;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    const list = await fetchMemberList();
    setBusy(false);
    setFailure("failure" in list ? list.failure : null);
    if ("text" in list) saveFile(list.text, texts.exportName, "text/csv;charset=utf-8");
  };
  return (
    <Card title={texts.exportTitle}>
      <p>{texts.exportBody}</p>
      <Button icon={DownloadIcon} busy={busy} onClick={() => void take()}>
        {texts.exportButton}
      </Button>
      {failure && <ErrorState {...failure} />}
    </Card>
  );
}
