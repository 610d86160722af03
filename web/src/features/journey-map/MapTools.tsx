import { journeyMapPicture, mapPictureContent, type Stage, type ToldJourney } from "@varde/domain";
import { useState } from "react";
import { useClient } from "urql";
import {
  JourneyMapFileDocument,
  KeepJourneyMapDocument,
  ShareJourneyMapDocument,
} from "../../../../graphql/generated/graphql";
import { errorOf, type Failure } from "../../app/errors";
import { useFormat } from "../../app/format";
import { saveBytes } from "../../app/save-file";
import { useAction } from "../../app/useAction";
import { useViewer } from "../../app/viewer";
import { useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Dialog, Disclosure, ErrorState } from "../../ui";
import { PrinterSmallIcon } from "../../ui/icons";
import { PictureButtons } from "../standings";
import type { Map, Numbers } from "./map";
import type { Fetched } from "./useMap";

type OutProps = {
  map: Map;
  numbers: Numbers;
  members: Partial<Record<Stage, number>>;
  journey: ToldJourney | null;
  today: string;
};

/** The map to pin up: the PDF from the server, the same picture as SVG and PNG drawn on the spot. */
export function MapOut({ map, numbers, members, journey, today }: OutProps) {
  const texts = useAllTexts().journeyMap.out;
  const { language } = useLanguage();
  const { seat } = useViewer();
  const format = useFormat();
  const client = useClient();
  const [busy, setBusy] = useState<"A3" | "A4" | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const print = async (sheet: "A3" | "A4"): Promise<void> => {
    setBusy(sheet);
    const { data, error } = await client
      .query(JourneyMapFileDocument, { year: map.year, sheet }, { requestPolicy: "network-only" })
      .toPromise();
    setBusy(null);
    setFailure(errorOf(error));
    if (data) saveBytes(data.journeyMapFile.pdf, `${data.journeyMapFile.fileName}.pdf`, "application/pdf");
  };
  const reader = { language, whose: seat.unitName, day: format.fullDate(today), members, journey };
  return (
    <Disclosure summary={texts.title}>
      <p>{texts.body}</p>
      <div className="v-map-tools">
        {(["A3", "A4"] as const).map((sheet) => (
          <Button key={sheet} icon={PrinterSmallIcon} busy={busy === sheet} onClick={() => void print(sheet)}>
            {texts[sheet]}
          </Button>
        ))}
        <PictureButtons
          fileName={texts.file(map.year)}
          picture={(measure) => journeyMapPicture(mapPictureContent(map, numbers ?? null, reader), measure)}
        />
      </div>
      {failure && <ErrorState {...failure} />}
    </Disclosure>
  );
}

type ShareProps = { map: Map; onHeard: (map: Fetched) => void; onRefresh: () => void };

/** Sharing a draft, and ending it. */
export function MapShare({ map, onHeard, onRefresh }: ShareProps) {
  const texts = useAllTexts().journeyMap.share;
  const share = useAction(ShareJourneyMapDocument);
  const keep = useAction(KeepJourneyMapDocument);
  const [asking, setAsking] = useState(false);
  const turn = async (): Promise<void> => {
    const done = await share.run({ id: map.id, rev: map.rev, shared: !map.shared });
    if (done?.shareJourneyMap.map) onHeard(done.shareJourneyMap.map);
    else onRefresh();
  };
  const end = async (): Promise<void> => {
    const done = await keep.run({ id: map.id, rev: map.rev });
    if (!done?.keepJourneyMap.map) return onRefresh();
    onHeard(done.keepJourneyMap.map);
    setAsking(false);
  };
  const failure = share.error ?? keep.error;
  return (
    <>
      <div className="v-map-tools">
        <Button busy={share.busy} onClick={() => void turn()}>
          {map.shared ? texts.unshare : texts.share}
        </Button>
        <Button onClick={() => setAsking(true)}>{texts.keep}</Button>
      </div>
      {failure && <ErrorState {...failure} />}
      {share.otherProblems().map((problem) => (
        <Alert key={problem} tone="warn" live>
          {problem}
        </Alert>
      ))}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.keepTitle(map.year)}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {texts.cancel}
            </Button>
            <Button variant="primary" busy={keep.busy} onClick={() => void end()}>
              {texts.keepDo}
            </Button>
          </>
        }
      >
        <p>{texts.keepBody}</p>
        {keep.otherProblems().map((problem) => (
          <Alert key={problem} tone="warn" live>
            {problem}
          </Alert>
        ))}
      </Dialog>
    </>
  );
}
