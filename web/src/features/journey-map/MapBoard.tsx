import {
  closestCorners,
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from "@dnd-kit/core";
import { cardsIn, JOURNEY_MAP_WORDS, mapCardTitle, STAGES, type Stage } from "@varde/domain";
import { useEffect, useRef, useState } from "react";
import { useAllTexts, useLanguage } from "../../texts";
import { Tabs } from "../../ui";
import { MapColumn } from "./MapColumn";
import type { Card, Map, Numbers } from "./map";
import { useNarrow } from "./useNarrow";

export type BoardProps = {
  map: Map;
  numbers: Numbers;
  /** how many are in a stage, where that is told */
  members: Partial<Record<Stage, number>>;
  /** what is new and what was moved since last year, by id; none where it is not shown */
  marks: ReadonlyMap<string, string>;
  onMove: (id: string, stage: Stage, beforeId: string | null) => void;
  onOpen: (card: Card) => void;
  onAdd: (stage: Stage) => void;
  onFeel: (stage: Stage) => void;
};

const POINTER = { activationConstraint: { distance: 6 } };
/** how far a finger is drawn sideways to turn to the next column */
const SWIPE = 60;

/** The columns: cards are moved by mouse, finger or the arrow keys, and what happens is said. One column at a time where it is narrow. */
export function MapBoard(props: BoardProps) {
  const { map, onMove } = props;
  const texts = useAllTexts().journeyMap;
  const { language } = useLanguage();
  const stages = JOURNEY_MAP_WORDS[language].stages;
  const narrow = useNarrow();
  const [shown, setShown] = useState<Stage>("WELCOME");
  const [said, setSaid] = useState("");
  const board = useRef<HTMLDivElement>(null);
  const focusOn = useRef<string | null>(null);
  const touch = useRef<{ x: number; y: number } | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, POINTER));

  // a card that comes to another column is drawn anew: the hands are still on it
  useEffect(() => {
    const id = focusOn.current;
    if (id === null) return;
    const handle = board.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(id)}"]`);
    if (!handle) return;
    focusOn.current = null;
    handle.focus();
  });
  const cardOf = (id: UniqueIdentifier): Card | undefined => map.cards.find((card) => card.id === id);
  const nameOf = (id: UniqueIdentifier): string => {
    const card = cardOf(id);
    return card ? mapCardTitle(card, language) : "";
  };
  /** the column under what is dragged: itself, or that of the card there */
  const stageOf = (id: UniqueIdentifier): Stage | null => {
    const stage = STAGES.find((one) => one === id);
    return stage ?? cardOf(id)?.stage ?? null;
  };
  const moveTo = (id: string, stage: Stage, beforeId: string | null): void => {
    const rest = cardsIn(map.cards, stage).filter((card) => card.id !== id);
    const at = rest.findIndex((card) => card.id === beforeId);
    const place = at < 0 ? rest.length : at;
    setSaid(texts.move.moved(nameOf(id), stages[stage], place + 1, rest.length + 1));
    onMove(id, stage, beforeId);
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => texts.move.lifted(nameOf(active.id)),
    onDragOver: ({ active, over }) => {
      const stage = over && stageOf(over.id);
      return stage ? texts.move.over(nameOf(active.id), stages[stage]) : undefined;
    },
    onDragEnd: () => undefined,
    onDragCancel: ({ active }) => texts.move.cancelled(nameOf(active.id)),
  };
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    const stage = over && stageOf(over.id);
    const card = cardOf(active.id);
    if (!over || !stage || !card || over.id === active.id) return;
    const cards = cardsIn(map.cards, stage);
    const [from, to] = [cards.findIndex(({ id }) => id === active.id), cards.findIndex(({ id }) => id === over.id)];
    // on a card: where that one is; past it when one comes from above in the same column
    const beforeId = to < 0 ? null : ((from >= 0 && from < to ? cards[to + 1]?.id : cards[to]?.id) ?? null);
    moveTo(card.id, stage, beforeId);
  };
  /** One step by key. */
  const step = (card: Card, key: "up" | "down" | "left" | "right"): void => {
    const cards = cardsIn(map.cards, card.stage);
    const at = cards.findIndex(({ id }) => id === card.id);
    if (key === "up" && at > 0) moveTo(card.id, card.stage, cards[at - 1]!.id);
    if (key === "down" && at < cards.length - 1) moveTo(card.id, card.stage, cards[at + 2]?.id ?? null);
    if (key === "up" || key === "down") return;
    const stage = STAGES[STAGES.indexOf(card.stage) + (key === "right" ? 1 : -1)];
    if (!stage) return;
    focusOn.current = card.id;
    if (narrow) setShown(stage);
    moveTo(card.id, stage, cardsIn(map.cards, stage)[at]?.id ?? null);
  };
  const column = (stage: Stage) => <MapColumn key={stage} {...props} stage={stage} onStep={step} />;
  const turn = (by: number): void => {
    const next = STAGES[STAGES.indexOf(shown) + by];
    if (next) setShown(next);
  };
  return (
    <div
      className="v-map"
      ref={board}
      data-narrow={narrow ? "" : undefined}
      onTouchStart={(event) => {
        const at = event.touches[0];
        const held = (event.target as Element).closest("[data-handle]");
        touch.current = at && !held ? { x: at.clientX, y: at.clientY } : null;
      }}
      onTouchEnd={(event) => {
        const [from, to] = [touch.current, event.changedTouches[0]];
        if (!narrow || !from || !to) return;
        const [x, y] = [to.clientX - from.x, to.clientY - from.y];
        if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) turn(x < 0 ? 1 : -1);
      }}
    >
      <DndContext
        id="journey-map"
        sensors={sensors}
        collisionDetection={closestCorners}
        accessibility={{ announcements, screenReaderInstructions: { draggable: texts.move.how } }}
        onDragEnd={onDragEnd}
      >
        {narrow ? (
          <Tabs
            label={texts.card.stage}
            tabs={STAGES.map((stage, i) => ({ value: stage, label: `${i + 1} ${stages[stage]}` }))}
            value={shown}
            onChange={setShown}
          >
            {column(shown)}
          </Tabs>
        ) : (
          <div className="v-map__columns">{STAGES.map(column)}</div>
        )}
      </DndContext>
      <p className="v-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
