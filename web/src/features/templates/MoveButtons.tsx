import { Button } from "../../ui";
import { ArrowDownIcon, ArrowUpIcon } from "../../ui/icons";

type MoveButtonsProps = { place: number; of: number; up: string; down: string; onMove: (step: -1 | 1) => void };

/** Up and down, by finger and by keyboard. At an end a press does nothing, so that the focus stays where it is. */
export function MoveButtons({ place, of, up, down, onMove }: MoveButtonsProps) {
  if (of < 2) return null;
  const ends = { up: place === 0, down: place === of - 1 };
  return (
    <span className="v-move">
      <Button variant="plain" iconOnly icon={ArrowUpIcon} aria-disabled={ends.up} onClick={() => onMove(-1)}>
        {up}
      </Button>
      <Button variant="plain" iconOnly icon={ArrowDownIcon} aria-disabled={ends.down} onClick={() => onMove(1)}>
        {down}
      </Button>
    </span>
  );
}

/** The list with one moved a step. */
export function moved<Item>(items: readonly Item[], place: number, step: -1 | 1): Item[] {
  const [item, other] = [items[place], items[place + step]];
  if (item === undefined || other === undefined) return [...items];
  return items.with(place, other).with(place + step, item);
}
