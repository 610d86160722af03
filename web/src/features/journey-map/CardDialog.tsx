import { cardsIn, JOURNEY_MAP_WORDS, mapCardTitle, MAP_CARD_KINDS, STAGES, type Stage } from "@varde/domain";
import { useState } from "react";
import { DeleteCardDocument, SaveCardDocument } from "../../../../graphql/generated/graphql";
import { useUndo } from "../../app/undo";
import { useAction } from "../../app/useAction";
import { localized, useAllTexts, useLanguage } from "../../texts";
import { Alert, Button, Chips, Dialog, ErrorState, SavedNote, Select, TextArea, TextField } from "../../ui";
import { TrashIcon } from "../../ui/icons";
import { EvidenceList } from "./EvidenceList";
import { Looks } from "./Looks";
import { isWhole, type Card, type Map } from "./map";
import { useCard } from "./useCard";
import type { Fetched } from "./useMap";

type CardDialogProps = {
  map: Map;
  /** as it was when it was opened; with `rev` 0 a new one */
  card: Card;
  onHeard: (map: Fetched) => void;
  onRefresh: () => void;
  onMove: (id: string, stage: Stage, beforeId: string | null) => void;
  onClose: () => void;
};

/** A card as it is written: saved by itself, and everything that a hand can drag is a choice here too. */
export function CardDialog({ map, card, onHeard, onRefresh, onMove, onClose }: CardDialogProps) {
  const texts = useAllTexts().journeyMap;
  const words = texts.card;
  const { language } = useLanguage();
  const stages = JOURNEY_MAP_WORDS[language].stages;
  const { what, rev, save, conflict, refused, change, flush, resolve, isUnsaved } = useCard(map.id, card, onHeard);
  const remove = useAction(DeleteCardDocument);
  const again = useAction(SaveCardDocument);
  const offerUndo = useUndo();
  const [stuck, setStuck] = useState(false);
  const set = (over: Partial<Card>): void => change({ ...what, ...over });
  const there = map.cards.find(({ id }) => id === card.id);
  const name = mapCardTitle(what, language) || words.new;
  const stage = there?.stage ?? what.stage;
  const others = cardsIn(map.cards, stage).filter(({ id }) => id !== card.id);
  const place = cardsIn(map.cards, stage).findIndex(({ id }) => id === card.id);
  const empty = what.title.trim() === "" && what.templateId === null;

  const close = async (): Promise<void> => {
    // nothing was written of a new one: then there is nothing to keep
    if (stuck || !isUnsaved() || (rev === 0 && empty) || (await flush())) onClose();
    else setStuck(true);
  };
  /** As it was, where it was, and still the card that it was copied from. */
  const putBack = async (): Promise<void> => {
    const { id, kind, title, text, owner, templateId, origin, evidence } = what;
    const told = evidence.filter(isWhole).map(({ __typename: _type, ...one }) => one);
    const card = { id, kind, title, text, owner, templateId, origin, evidence: told };
    const done = await again.run({ ...card, mapId: map.id, rev: 0, stage });
    if (!done?.saveCard.map) return onRefresh();
    onHeard(done.saveCard.map);
    const after = cardsIn(map.cards, stage)[place + 1];
    if (after) onMove(id, stage, after.id);
  };
  const takeAway = async (): Promise<void> => {
    if (rev === 0) return onClose();
    const done = await remove.run({ mapId: map.id, id: card.id, rev });
    if (!done?.deleteCard.map) return onRefresh();
    onHeard(done.deleteCard.map);
    onClose();
    offerUndo({ message: words.removed(name), undo: () => void putBack() });
  };
  return (
    <Dialog
      open
      keep
      title={name}
      onClose={() => void close()}
      actions={
        <>
          <Button variant="plain" icon={TrashIcon} busy={remove.busy} onClick={() => void takeAway()}>
            {words.remove}
          </Button>
          <Button variant="primary" onClick={() => void close()}>
            {stuck ? words.closeAnyway : words.done}
          </Button>
        </>
      }
    >
      <div className="v-map-form">
        <SavedNote save={save} />
        {conflict === "gone" && (
          <Alert tone="warn" live>
            {words.gone}
          </Alert>
        )}
        {conflict && conflict !== "gone" && (
          <Alert
            tone="warn"
            live
            title={words.conflict}
            action={
              <>
                <Button onClick={() => resolve("theirs")}>{words.theirs}</Button>
                <Button onClick={() => resolve("mine")}>{words.mine}</Button>
              </>
            }
          >
            <p>{words.conflictBody}</p>
            <p>
              <strong>{mapCardTitle(conflict.what, language)}</strong>
            </p>
            {conflict.what.owner && <p>{texts.owner(conflict.what.owner)}</p>}
            {conflict.what.text && <p>{conflict.what.text}</p>}
          </Alert>
        )}
        {refused && (
          <Alert tone="danger" live>
            {refused}
          </Alert>
        )}
        {stuck && !empty && (
          <Alert tone="warn" live>
            {words.notSaved}
          </Alert>
        )}
        {remove.error && <ErrorState {...remove.error} />}
        {remove.otherProblems().map((problem) => (
          <Alert key={problem} tone="warn" live>
            {problem}
          </Alert>
        ))}
        <Chips
          label={words.kind}
          options={MAP_CARD_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          value={what.kind}
          onChange={(kind) => set({ kind })}
        />
        {what.kind === "TOUCHPOINT" && (
          <Select
            label={words.template}
            value={what.templateId ?? "none"}
            options={[
              { value: "none", label: words.noTemplate },
              ...map.templates.map((one) => ({ value: one.id, label: localized(one.name, language) })),
            ]}
            onChange={(id) => {
              const template = map.templates.find((one) => one.id === id);
              set({ templateId: template?.id ?? null, templateName: template?.name ?? null });
            }}
          />
        )}
        <TextField
          label={words.title}
          value={what.title}
          maxLength={80}
          optional={what.templateId !== null}
          {...(empty && { help: words.needsTitle })}
          onChange={(text) => set({ title: text })}
        />
        <TextField
          label={words.owner}
          help={words.ownerHelp}
          value={what.owner}
          maxLength={60}
          optional
          onChange={(owner) => set({ owner })}
        />
        <TextArea label={words.text} value={what.text} maxLength={600} optional onChange={(text) => set({ text })} />
        <Looks text={[what.title, what.owner, what.text].join(". ")} />
        {there && (
          <div className="v-map-form__two">
            <Select
              label={words.stage}
              value={stage}
              options={STAGES.map((value) => ({ value, label: stages[value] }))}
              onChange={(to) => onMove(card.id, to, null)}
            />
            <Select
              label={words.place}
              value={String(place)}
              options={[...others, null].map((_, i) => ({
                value: String(i),
                label: words.placeOf(i + 1, others.length + 1),
              }))}
              onChange={(to) => onMove(card.id, stage, others[Number(to)]?.id ?? null)}
            />
          </div>
        )}
        <EvidenceList map={map} evidence={what.evidence} onChange={(evidence) => set({ evidence })} />
      </div>
    </Dialog>
  );
}
