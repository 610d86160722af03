import { useState } from "react";
import type { Failure } from "../../../app/errors";
import { fetchStandingsFile } from "../../../app/fetch-file";
import { plainName, saveFile } from "../../../app/save-file";
import { useAllTexts, useLanguage } from "../../../texts";
import { Alert, Button, Disclosure, ErrorState } from "../../../ui";
import { DownloadIcon } from "../../../ui/icons";
import { lightColours } from "./look";
import { comparisonPicture, type PictureContent } from "./picture";
import { letters, picturePng } from "./picture-png";
import { pictureSvg } from "./picture-svg";
import "./take-out.css";

type TakeOutProps = {
  /** what is compared, as the address has it */
  asked: { templateId: string; period: string; regionId: string | null } & Record<string, string | null>;
  /** the beginning of the files' names */
  fileName: string;
  picture: PictureContent;
};

/** The comparison as files: the numbers from the server, which hides there what it hides here; the picture drawn on the spot. */
export function TakeOut({ asked, fileName, picture }: TakeOutProps) {
  const texts = useAllTexts().takeOut;
  const { language } = useLanguage();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [noPicture, setNoPicture] = useState(false);
  const fetched = async (format: "CSV" | "XLSX"): Promise<void> => {
    setBusy(format);
    const answer = await fetchStandingsFile({ ...asked, format }, language);
    setBusy(null);
    setFailure("failure" in answer ? answer.failure : null);
    if ("file" in answer) saveFile(answer.file, `${plainName(fileName)}.${format.toLowerCase()}`, answer.file.type);
  };
  const drawn = async (format: "svg" | "png"): Promise<void> => {
    const [made, colours] = [comparisonPicture(picture, letters()), lightColours()];
    const file = format === "svg" ? pictureSvg(made, colours) : await picturePng(made, colours);
    setNoPicture(file === null);
    if (file !== null)
      saveFile(file, `${plainName(fileName)}.${format}`, format === "svg" ? "image/svg+xml" : "image/png");
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
        <Button icon={DownloadIcon} onClick={() => void drawn("svg")}>
          {texts.svg}
        </Button>
        <Button icon={DownloadIcon} onClick={() => void drawn("png")}>
          {texts.png}
        </Button>
      </div>
      {noPicture && (
        <Alert tone="warn" live>
          {texts.noPicture}
        </Alert>
      )}
      {failure && <ErrorState {...failure} />}
    </Disclosure>
  );
}
