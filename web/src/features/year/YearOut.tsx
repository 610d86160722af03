import { yearPicture } from "@varde/domain";
import { useState } from "react";
import { useClient } from "urql";
import { YearPosterDocument } from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { saveBytes } from "../../app/save-file";
import { useAllTexts, useLanguage } from "../../texts";
import { Button, Disclosure, ErrorState } from "../../ui";
import { PrinterSmallIcon } from "../../ui/icons";
import { PictureButtons } from "../standings";
import type { Wheel } from "./entry-words";

/** The year to pin up: a PDF from the server, the same picture as SVG and PNG drawn on the spot. */
export function YearOut({ wheel }: { wheel: Wheel }) {
  const texts = useAllTexts().year.out;
  const { language } = useLanguage();
  const format = useFormat();
  const client = useClient();
  const [busy, setBusy] = useState<"A3" | "A4" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { year, unit, entries } = wheel;
  const print = async (sheet: "A3" | "A4"): Promise<void> => {
    setBusy(sheet);
    const { data, error } = await client
      .query(YearPosterDocument, { year, sheet }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(null);
    setFailure(errorOf(error));
    if (data) saveBytes(data.yearPoster.pdf, data.yearPoster.fileName, "application/pdf");
  };
  return (
    <Disclosure summary={texts.title}>
      <p>{texts.body}</p>
      <div className="v-year__out">
        {(["A3", "A4"] as const).map((sheet) => (
          <Button key={sheet} icon={PrinterSmallIcon} busy={busy === sheet} onClick={() => void print(sheet)}>
            {texts[sheet]}
          </Button>
        ))}
        <PictureButtons
          fileName={texts.file(year)}
          picture={(measure) => yearPicture({ language, year, unit, entries, today: format.today() }, measure)}
        />
      </div>
      {failure && <ErrorState {...failure} />}
    </Disclosure>
  );
}
