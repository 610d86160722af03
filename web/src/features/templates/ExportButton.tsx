import { useState } from "react";
import { useClient } from "urql";
import { TemplateFileDocument } from "../../../../graphql/generated/graphql";
import { saveFile } from "../../app/save-file";
import { useAllTexts } from "../../texts";
import { Alert, Button } from "../../ui";
import { DownloadIcon } from "../../ui/icons";

/** Saves one version as a file; it is fetched when asked for. */
export function ExportButton({
  templateId,
  versionId,
  label,
}: {
  templateId: string;
  versionId: string;
  label: string;
}) {
  const texts = useAllTexts().library.file;
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const { data } = await client
      .query(TemplateFileDocument, { templateId, versionId }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(false);
    setFailed(!data);
    if (data) saveFile(data.templateFile.content, data.templateFile.name, "application/json");
  };
  return (
    <>
      <Button icon={DownloadIcon} busy={busy} onClick={() => void save()}>
        {label}
      </Button>
      {failed && (
        <Alert tone="warn" live>
          {texts.failed}
        </Alert>
      )}
    </>
  );
}
