import { useState } from "react";
import type { Failure } from "../../../app/errors";
import { fetchStandingsFile } from "../../../app/fetch-file";
import { plainName, saveFile } from "../../../app/save-file";
import { useViewer } from "../../../app/viewer";
import { useAllTexts, useLanguage } from "../../../texts";
import { Button, ButtonLink, Disclosure, ErrorState } from "../../../ui";
import { DownloadIcon } from "../../../ui/icons";
import { comparisonPicture, type PictureContent } from "./picture";
import { PictureButtons } from "./PictureButtons";
import "./take-out.css";

type TakeOutProps = {
  /** what is compared, as the address has it */
  asked: { period: string | null; regionId: string | null } & Record<string, string | null>;
  /** the beginning of the files' names */
  fileName: string;
  /** none where the view is a table */
  picture?: PictureContent;
};

/** The comparison as files: the numbers from the server, which hides there what it hides here; the picture drawn on the spot. */
export function TakeOut({ asked, fileName, picture }: TakeOutProps) {
  const { takeOut: texts, exportOrders: orders } = useAllTexts();
  const { seat } = useViewer();
  const { language } = useLanguage();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fetched = async (format: "CSV" | "XLSX"): Promise<void> => {
    setBusy(format);
    const answer = await fetchStandingsFile({ ...asked, format }, language);
    setBusy(null);
    setFailure("failure" in answer ? answer.failure : null);
    if ("file" in answer) saveFile(answer.file, `${plainName(fileName)}.${format.toLowerCase()}`, answer.file.type);
  };
  return (
    <Disclosure summary={texts.title}>
      <p>{texts.body}</p>
      <div className="v-take-out">
        <Button icon={DownloadIcon} busy={busy === "CSV"} onClick={() => void fetched("CSV")}>
          {texts.csv}
        </Button>
        <Button icon={DownloadIcon} busy={busy === "XLSX"} onClick={() => void fetched("XLSX")}>
          {texts.xlsx}
        </Button>
        {picture && <PictureButtons fileName={fileName} picture={(measure) => comparisonPicture(picture, measure)} />}
      </div>
      {failure && <ErrorState {...failure} />}
      {seat.unitKind !== "CHAPTER" && (
        <div className="v-take-out">
          <p>{orders.more}</p>
          <ButtonLink to="/rapporter" variant="plain">
            {orders.see}
          </ButtonLink>
        </div>
      )}
    </Disclosure>
  );
}
