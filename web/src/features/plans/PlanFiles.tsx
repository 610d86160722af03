import { useState } from "react";
import { useClient } from "urql";
import { type ActionPlanFileFormat, ActionPlanFileDocument } from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { plainName, saveBytes } from "../../app/save-file";
import { Button, ErrorState } from "../../ui";
import { DownloadIcon, PrinterSmallIcon } from "../../ui/icons";

const KINDS = {
  PDF: { icon: PrinterSmallIcon, type: "application/pdf" },
  DOCX: {
    icon: DownloadIcon,
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const;

type PlanFilesProps = {
  planId: string;
  /** a version; else what holds, or the draft that is being written */
  number?: number;
  names: Record<ActionPlanFileFormat, string>;
  quiet?: boolean;
};

/** A plan to print, and to go on with in a word processor. */
export function PlanFiles({ planId, number, names, quiet }: PlanFilesProps) {
  const client = useClient();
  const [busy, setBusy] = useState<ActionPlanFileFormat | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const fetched = async (format: ActionPlanFileFormat): Promise<void> => {
    setBusy(format);
    const variables = { planId, number: number ?? null, format };
    const result = await client.query(ActionPlanFileDocument, variables, { requestPolicy: "network-only" }).toPromise();
    setBusy(null);
    setFailed(errorOf(result.error));
    const file = result.data?.actionPlanFile;
    if (file) saveBytes(file.data, plainName(`${file.fileName}.${format.toLowerCase()}`), KINDS[format].type);
  };
  return (
    <>
      {(["PDF", "DOCX"] as const).map((format) => (
        <Button
          key={format}
          variant={quiet ? "quiet" : "secondary"}
          icon={KINDS[format].icon}
          busy={busy === format}
          onClick={() => void fetched(format)}
        >
          {names[format]}
        </Button>
      ))}
      {failed && <ErrorState {...failed} />}
    </>
  );
}
