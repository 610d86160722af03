import { addDays } from "@varde/domain";
import { useState } from "react";
import { readFragment, type FragmentType } from "../../../../graphql/generated";
import {
  ChapterPlace_ChapterFragmentDoc,
  CloseChapterDocument,
  MoveChapterDocument,
  type ChapterPlace_ChapterFragment,
} from "../../../../graphql/generated/graphql";
import { useFormat } from "../../app/format";
import { useAction } from "../../app/useAction";
import { useTexts } from "../../texts";
import { Button, Card, DateField, Dialog, Form, FormActions, Select } from "../../ui";
import { NO_REGION } from "./ChapterFields";
import { Failed } from "./Failed";

type Place = ChapterPlace_ChapterFragment;
type DialogProps = { chapter: Place; onClose: () => void; onDone: () => void };
export type RegionChoice = { id: string; name: string; closedOn: string | null };

/** The regions a chapter has belonged to, and for national what moves or closes it. */
export function ChapterPlace({
  chapter: masked,
  regions,
  mayWrite,
  onChanged,
}: {
  chapter: FragmentType<typeof ChapterPlace_ChapterFragmentDoc>;
  regions: readonly RegionChoice[];
  mayWrite: boolean;
  onChanged: () => void;
}) {
  const chapter = readFragment(ChapterPlace_ChapterFragmentDoc, masked);
  const texts = useTexts().organization.chapter;
  const format = useFormat();
  const [asking, setAsking] = useState<"move" | "close" | null>(null);
  const done = () => {
    setAsking(null);
    onChanged();
  };
  const close = () => setAsking(null);
  return (
    <Card title={texts.place}>
      {chapter.regionHistory.length === 0 && <p className="v-quiet">{texts.noHistory}</p>}
      <ol className="v-history">
        {chapter.regionHistory.map((membership) => (
          <li key={membership.validFrom}>
            <strong>{membership.regionName}</strong>
            <span className="v-history__when">
              {membership.validTo
                ? texts.until(format.fullDate(membership.validFrom), format.fullDate(addDays(membership.validTo, -1)))
                : texts.since(format.fullDate(membership.validFrom))}
            </span>
          </li>
        ))}
        <li className="v-quiet">{texts.opened(format.fullDate(chapter.openedOn))}</li>
      </ol>
      {mayWrite && chapter.closedOn === null && !chapter.directMembers && (
        <div className="v-tools">
          <Button onClick={() => setAsking("move")}>{texts.move}</Button>
          <Button variant="plain" onClick={() => setAsking("close")}>
            {texts.close}
          </Button>
        </div>
      )}
      {asking === "move" && <MoveDialog chapter={chapter} regions={regions} onClose={close} onDone={done} />}
      {asking === "close" && <CloseDialog chapter={chapter} onClose={close} onDone={done} />}
    </Card>
  );
}

function MoveDialog({ chapter, regions, onClose, onDone }: DialogProps & { regions: readonly RegionChoice[] }) {
  const { organization, ui } = useTexts();
  const texts = organization.chapter;
  const { today } = useFormat();
  const move = useAction(MoveChapterDocument);
  const choices = regions.filter((region) => region.closedOn === null && region.id !== chapter.region?.id);
  const [regionId, setRegionId] = useState(choices[0]?.id ?? NO_REGION);
  const [from, setFrom] = useState(today());
  const send = async () => {
    const done = await move.run({
      id: chapter.id,
      rev: chapter.rev,
      regionId: regionId === NO_REGION ? null : regionId,
      from,
    });
    if (done) onDone();
  };
  const earliest = chapter.regionHistory[0]?.validFrom;
  return (
    <Dialog open keep onClose={onClose} title={texts.moveTitle(chapter.name)} actions={<></>}>
      <p>{texts.moveBody}</p>
      <Form onSubmit={() => void send()} problems={move.otherProblems(["regionId", "from"])}>
        <Select
          label={texts.moveTo}
          value={regionId}
          onChange={setRegionId}
          problem={move.problemAt("regionId")}
          options={[
            ...choices.map((region) => ({ value: region.id, label: region.name })),
            ...(chapter.region ? [{ value: NO_REGION, label: texts.noRegion }] : []),
          ]}
        />
        <DateField
          label={texts.moveFrom}
          value={from}
          onChange={setFrom}
          problem={move.problemAt("from")}
          {...(earliest && { min: earliest })}
        />
        <Failed error={move.error} />
        <FormActions>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="primary" type="submit" busy={move.busy}>
            {texts.moveAct}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}

function CloseDialog({ chapter, onClose, onDone }: DialogProps) {
  const { organization, ui } = useTexts();
  const texts = organization.chapter;
  const { today } = useFormat();
  const close = useAction(CloseChapterDocument);
  const [closedOn, setClosedOn] = useState(today());
  const send = async () => {
    const done = await close.run({ id: chapter.id, rev: chapter.rev, closedOn });
    if (done) onDone();
  };
  return (
    <Dialog open keep onClose={onClose} title={texts.closeTitle(chapter.name)} actions={<></>}>
      <p>{chapter.activeSeats > 0 ? texts.closeBody(chapter.activeSeats) : texts.closeBodyNobody}</p>
      <Form onSubmit={() => void send()} problems={close.otherProblems(["closedOn"])}>
        <DateField
          label={texts.closeFrom}
          value={closedOn}
          onChange={setClosedOn}
          min={chapter.openedOn}
          max={today()}
          problem={close.problemAt("closedOn")}
        />
        <Failed error={close.error} />
        <FormActions>
          <Button onClick={onClose}>{ui.actions.cancel}</Button>
          <Button variant="danger" type="submit" busy={close.busy}>
            {texts.closeAct}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
