import { useState } from "react";
import { DeleteReportPhotoDocument, DescribeReportPhotoDocument } from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useAllTexts } from "../../texts";
import { Alert, Button, Card, Dialog, SavedNote, TextField, type SaveState } from "../../ui";
import { TrashIcon } from "../../ui/icons";
import { AddPhoto } from "./AddPhoto";
import { photoPath, type Photo } from "./report";

const MOST = 12;

type Props = { reportId: string; photos: readonly Photo[]; writable: boolean; onChanged: () => void };

/** The report's photos: what each shows, who answers for the yes of those in it, and the way to take it away. */
export function PhotoList({ reportId, photos, writable, onChanged }: Props) {
  const texts = useAllTexts().annualReport.photos;
  return (
    <Card title={texts.title} lead={writable ? texts.lead : texts.leadFinished}>
      {photos.length > 0 && (
        <ul className="v-report-photos">
          {photos.map((photo) => (
            <PhotoRow key={photo.id} photo={photo} writable={writable} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {photos.length === 0 && !writable && <p>{texts.none}</p>}
      {writable && (photos.length < MOST ? <AddPhoto reportId={reportId} onAdded={onChanged} /> : <p>{texts.full}</p>)}
    </Card>
  );
}

function PhotoRow({ photo, writable, onChanged }: { photo: Photo; writable: boolean; onChanged: () => void }) {
  const texts = useAllTexts().annualReport.photos;
  const format = useFormat();
  const describe = useAction(DescribeReportPhotoDocument);
  const remove = useAction(DeleteReportPhotoDocument);
  const [alt, setAlt] = useState(photo.alt);
  const [save, setSave] = useState<SaveState>({ state: "idle" });
  const [asking, setAsking] = useState(false);
  const keep = async (): Promise<void> => {
    if (alt.trim() === photo.alt) return;
    setSave({ state: "saving" });
    const done = await describe.run({ id: photo.id, rev: photo.rev, alt });
    setSave(done ? { state: "saved", at: new Date() } : { state: "failed" });
    onChanged();
  };
  const takeAway = async (): Promise<void> => {
    if (!(await remove.run({ id: photo.id }))) return;
    setAsking(false);
    onChanged();
  };
  const who = texts.saidYes(photo.consentedBy, format.date(photo.consentedOn));
  return (
    <li className="v-report-photos__photo">
      <img src={photoPath(photo.id)} alt={photo.alt} width={photo.width} height={photo.height} />
      <div>
        {writable ? (
          <div onBlur={() => void keep()}>
            <TextField
              label={texts.alt}
              help={texts.altHelp}
              value={alt}
              maxLength={300}
              onChange={setAlt}
              {...(describe.problems[0] && { problem: describe.problems[0].message })}
            />
            <SavedNote save={save} />
          </div>
        ) : (
          <p>{photo.alt}</p>
        )}
        <p className="v-report-photos__who">
          {who} {photo.minors === "GUARDIANS" ? texts.guardiansSaidYes : texts.nobodyUnder}
        </p>
        <Button icon={TrashIcon} onClick={() => setAsking(true)} aria-label={texts.removeThis(photo.alt)}>
          {texts.remove}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.removeTitle}
        actions={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {texts.cancel}
            </Button>
            <Button variant="danger" busy={remove.busy} onClick={() => void takeAway()}>
              {texts.remove}
            </Button>
          </>
        }
      >
        <p>{photo.published ? texts.removePublished : texts.removeBody}</p>
        {remove.error && (
          <Alert tone="warn" live>
            {texts.notRemoved}
          </Alert>
        )}
      </Dialog>
    </li>
  );
}
