import { useState, type ReactNode } from "react";
import { useUndo } from "../../../app/undo";
import { useTexts } from "../../../texts";
import { Button } from "../../../ui";
import { ChevronDownIcon, ChevronUpIcon, PlusIcon, TrashIcon } from "../../../ui/icons";
import { moved, MoveButtons } from "../MoveButtons";

type ItemListProps<Item extends { key: string }> = {
  /** where the list stands in the definition, `steps` */
  path: string;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  name: (item: Item, index: number) => string;
  /** under the name: type, options */
  renderMeta?: (item: Item) => ReactNode;
  renderAside?: (item: Item) => ReactNode;
  renderEditor: (item: Item, path: string, change: (item: Item) => void) => ReactNode;
  empty: string;
  addLabel: string;
  /** null: no more can be added, and `full` says why */
  onAdd: (() => Item) | null;
  full?: string;
};

/** Parts in order, one open at a time: add, open, move, remove with undo. */
export function ItemList<Item extends { key: string }>(props: ItemListProps<Item>) {
  const { path, items, onChange, name, empty, addLabel, onAdd, full } = props;
  const texts = useTexts().templates.editor;
  const offerUndo = useUndo();
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const move = (index: number, step: -1 | 1): void => {
    const item = items[index];
    if (!item) return;
    onChange(moved(items, index, step));
    setSaid(texts.moved(name(item, index), index + step + 1, items.length));
  };
  const remove = (index: number): void => {
    const item = items[index];
    if (!item) return;
    onChange(items.toSpliced(index, 1));
    offerUndo({ message: texts.removeNamed(name(item, index)), undo: () => onChange([...items]) });
  };
  const add = (): void => {
    if (!onAdd) return;
    const item = onAdd();
    onChange([...items, item]);
    setOpen(item.key);
  };
  return (
    <div className="v-item-list">
      {items.length === 0 && empty && <p className="v-items__empty">{empty}</p>}
      <ol className="v-items">
        {items.map((item, index) => (
          <li
            key={item.key}
            className="v-item"
            data-path={`${path}.${index}`}
            data-open={open === item.key ? "" : undefined}
          >
            <ItemHead
              {...props}
              item={item}
              index={index}
              open={open === item.key}
              onToggle={() => setOpen(open === item.key ? null : item.key)}
            />
            {open === item.key && (
              <div className="v-item__body">
                {props.renderEditor(item, `${path}.${index}`, (next) => onChange(items.with(index, next)))}
                <div className="v-item__actions">
                  <MoveButtons
                    place={index}
                    of={items.length}
                    up={texts.up(name(item, index))}
                    down={texts.down(name(item, index))}
                    onMove={(step) => move(index, step)}
                  />
                  <Button variant="plain" icon={TrashIcon} onClick={() => remove(index)}>
                    {texts.remove}
                  </Button>
                  <Button variant="quiet" onClick={() => setOpen(null)}>
                    {texts.close}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ol>
      <p className="v-hidden" role="status">
        {said}
      </p>
      {onAdd ? (
        <button type="button" className="v-items__add" onClick={add}>
          <PlusIcon aria-hidden fontSize="1.25rem" />
          {addLabel}
        </button>
      ) : (
        <p className="v-items__empty">{full}</p>
      )}
    </div>
  );
}

type ItemHeadProps<Item extends { key: string }> = ItemListProps<Item> & {
  item: Item;
  index: number;
  open: boolean;
  onToggle: () => void;
};

function ItemHead<Item extends { key: string }>({
  item,
  index,
  open,
  onToggle,
  name,
  renderMeta,
  renderAside,
}: ItemHeadProps<Item>) {
  const Chevron = open ? ChevronUpIcon : ChevronDownIcon;
  return (
    <button type="button" className="v-item__head" aria-expanded={open} onClick={onToggle}>
      <span className="v-item__text">
        <span className="v-item__name">{name(item, index)}</span>
        {renderMeta && <span className="v-item__meta">{renderMeta(item)}</span>}
      </span>
      {renderAside && <span className="v-item__aside">{renderAside(item)}</span>}
      <Chevron aria-hidden fontSize="1.25rem" />
    </button>
  );
}
