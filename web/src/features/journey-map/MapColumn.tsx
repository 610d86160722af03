import { useDroppable } from "@dnd-kit/core";
import { SortableContext, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { cardsIn, JOURNEY_MAP_WORDS, mapCardTitle, mapOutcomeWords, STAGES, type Stage } from "@varde/domain";
import type { CSSProperties, KeyboardEvent } from "react";
import { useFormat } from "../../app/format";
import { useViewer } from "../../app/viewer";
import { useAllTexts, useLanguage } from "../../texts";
import { Button, Tag } from "../../ui";
import { DragVerticalIcon, PencilIcon, PlusIcon } from "../../ui/icons";
import type { Card } from "./map";
import { KindMark } from "./KindMark";
import type { BoardProps } from "./MapBoard";

type Step = (card: Card, key: "up" | "down" | "left" | "right") => void;
type ColumnProps = BoardProps & { stage: Stage; onStep: Step };

const KEYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" } as const;

/** A stage: its name, how it feels, and its cards in order. */
export function MapColumn(props: ColumnProps) {
  const { map, stage, members, onAdd, onFeel } = props;
  const texts = useAllTexts().journeyMap;
  const format = useFormat();
  const { language } = useLanguage();
  const words = JOURNEY_MAP_WORDS[language];
  const { setNodeRef, isOver } = useDroppable({ id: stage, disabled: !map.mayWrite });
  const cards = cardsIn(map.cards, stage);
  const feeling = map.feelings.find((one) => one.stage === stage);
  const mark = feeling?.mark ?? null;
  return (
    <section className="v-map__column" ref={setNodeRef} data-over={isOver ? "" : undefined} data-stage={stage}>
      <h2 className="v-map__head">
        {STAGES.indexOf(stage) + 1} {words.stages[stage]}
      </h2>
      <p className="v-map__days">{words.days[stage]}</p>
      {members[stage] !== undefined && <p className="v-map__members">{words.inStage(format.number(members[stage]))}</p>}
      <div className="v-map__feeling">
        <FeelingMark mark={mark} />
        <p className="v-map__mark-word">{mark === null ? words.noMark : words.marks[String(mark)]}</p>
        {map.mayWrite && (
          <Button variant="plain" iconOnly icon={PencilIcon} onClick={() => onFeel(stage)}>
            {texts.feeling.set(words.stages[stage])}
          </Button>
        )}
        {feeling?.words && <p className="v-map__why">{feeling.words}</p>}
      </div>
      <SortableContext items={cards.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        {cards.length > 0 ? (
          <ol className="v-map__cards">
            {cards.map((card) => (
              <MapCard key={card.id} {...props} card={card} />
            ))}
          </ol>
        ) : (
          <p className="v-map__none">{texts.noCards}</p>
        )}
      </SortableContext>
      {map.mayWrite && (
        <Button
          variant="plain"
          icon={PlusIcon}
          onClick={() => onAdd(stage)}
          aria-label={texts.addTo(words.stages[stage])}
        >
          {texts.add}
        </Button>
      )}
    </section>
  );
}

/** Five steps with the mark on one of them: place and word, not colour. */
function FeelingMark({ mark }: { mark: number | null }) {
  return (
    <svg className="v-map__scale" viewBox="0 0 16 44" aria-hidden>
      {[2, 1, 0, -1, -2].map((step, i) => (
        <circle key={step} cx="8" cy={6 + i * 8} r={step === mark ? 5 : 2} data-here={step === mark ? "" : undefined} />
      ))}
    </svg>
  );
}

function MapCard({ card, map, numbers, marks, onOpen, onStep }: ColumnProps & { card: Card }) {
  const texts = useAllTexts().journeyMap;
  const { seat } = useViewer();
  const { language } = useLanguage();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: card.id,
    disabled: !map.mayWrite,
    attributes: { roleDescription: texts.move.role },
  });
  const style: CSSProperties = {
    ...(transform && { transform: `translate3d(${Math.round(transform.x)}px, ${Math.round(transform.y)}px, 0)` }),
    ...(transition && { transition }),
  };
  const name = mapCardTitle(card, language) || texts.card.new;
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = KEYS[event.key as keyof typeof KEYS];
    if (!key) return;
    event.preventDefault();
    onStep(card, key);
  };
  const outcome = mapOutcomeWords(card.templateId, numbers ?? null, language);
  const mark = marks.get(card.id);
  return (
    <li
      ref={setNodeRef}
      style={style}
      className="v-map__card"
      data-kind={card.kind}
      data-dragging={isDragging ? "" : undefined}
    >
      <button type="button" className="v-map__open" onClick={() => onOpen(card)}>
        <span className="v-map__kind">
          <KindMark kind={card.kind} />{" "}
          {card.kind === "TOUCHPOINT" && seat.unitKind === "CHAPTER" ? texts.task : texts.short[card.kind]}
        </span>
        <span className="v-map__name">{name}</span>
        {card.kind === "TOUCHPOINT" && !card.templateId && <span className="v-map__line">{texts.unbound}</span>}
        {outcome && <span className="v-map__line">{outcome}</span>}
        {card.owner && <span className="v-map__line">{texts.owner(card.owner)}</span>}
        {card.evidence.length > 0 && <span className="v-map__line">{texts.evidence(card.evidence.length)}</span>}
        {mark && <Tag tone="attention">{mark}</Tag>}
      </button>
      {map.mayWrite && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="v-map__drag"
          data-handle={card.id}
          {...attributes}
          {...listeners}
          aria-label={texts.move.handle(name)}
          onKeyDown={onKeyDown}
        >
          <DragVerticalIcon aria-hidden fontSize="1.25rem" />
        </button>
      )}
    </li>
  );
}
