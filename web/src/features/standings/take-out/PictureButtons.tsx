import { useState } from "react";
import { plainName, saveFile } from "../../../app/save-file";
import { useAllTexts } from "../../../texts";
import { Alert, Button } from "../../../ui";
import { DownloadIcon } from "../../../ui/icons";
import { lightColours } from "./look";
import type { Measure, Picture } from "./picture";
import { letters, picturePng } from "./picture-png";
import { pictureSvg } from "./picture-svg";
import "./take-out.css";

type Props = {
  fileName: string;
  /** drawn when it is asked for */
  picture: (measure: Measure) => Picture;
  /** which picture, where a page has several; spoken */
  of?: string;
};

/** A figure as a file to put into a document: the same as on the page, with its title, definition and day in it. */
export function PictureButtons({ fileName, picture, of }: Props) {
  const texts = useAllTexts().takeOut;
  const [noPicture, setNoPicture] = useState(false);
  const drawn = async (format: "svg" | "png"): Promise<void> => {
    const [made, colours] = [picture(letters()), lightColours()];
    const file = format === "svg" ? pictureSvg(made, colours) : await picturePng(made, colours);
    setNoPicture(file === null);
    const type = format === "svg" ? "image/svg+xml" : "image/png";
    if (file !== null) saveFile(file, `${plainName(fileName)}.${format}`, type);
  };
  return (
    <>
      {(["svg", "png"] as const).map((format) => (
        <Button
          key={format}
          icon={DownloadIcon}
          {...(of !== undefined && { variant: "plain" as const, "aria-label": `${texts[format]}: ${of}` })}
          onClick={() => void drawn(format)}
        >
          {texts[format]}
        </Button>
      ))}
      {noPicture && (
        <Alert tone="warn" live>
          {texts.noPicture}
        </Alert>
      )}
    </>
  );
}
