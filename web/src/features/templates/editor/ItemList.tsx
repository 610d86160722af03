import { memo, useEffect, useMemo, useRef, useState, type ComponentType, type ReactNode } from "react";
import type { Language } from "@varde/domain";
import { useUndo } from "../../../app/undo";
import { useAllTexts } from "../../../texts";
import { Button } from "../../../ui";
import { ChevronDownIcon, ChevronUpIcon, PlusIcon, TrashIcon } from "../../../ui/icons";
import { MoveButtons } from "../MoveButtons";
import { useParts, useWriting } from "./EditorContext";
import type { Check } from "./read-draft";
import { DragHandle, movedTo, Sortable, SortableRow } from "./Sorting";

type ItemListProps<Item extends { key: string }> = {
  /** where the list stands in the definition, `steps` */
  path: string;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  name: (item: Item, index: number) => string;
  /** under the name: type, options. A component of the module, so that a row is drawn only when its own item changes */
  Meta?: ComponentType<{ item: Item }>;
  Aside?: ComponentType<{ item: Item }>;
  renderEditor: (item: Item, path: string, change: (item: Item) => void) => ReactNode;
  /** said beside the button that removes it */
  removeNote?: (item: Item) => string | undefined;
  empty: string;
  addLabel: string;
  /** null: no more can be added, and `full` says why */
  onAdd: (() => Item) | null;
  full?: string;
};

/** How many problems each place of the list has, by index. */
function problemsIn(checks: readonly Check[], path: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const depth = path.split(".").length;
  for (const check of checks) {
    if (check.path.slice(0, depth).join(".") !== path || check.level !== "ERROR") continue;
    const index = Number(check.path[depth] ?? Number.NaN);
    if (Number.isInteger(index)) found.set(index, (found.get(index) ?? 0) + 1);
  }
  return found;
}

/** Parts in order, one open at a time: add, open, move by hand or key, remove with undo. */
export function ItemList<Item extends { key: string }>(props: ItemListProps<Item>) {
  const { path, items, onChange, name, Meta, Aside, removeNote, empty, addLabel, onAdd, full } = props;
  const { checks } = useParts();
  const language = useWriting();
  const texts = useAllTexts().templates.editor;
  const offerUndo = useUndo();
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const problems = useMemo(() => problemsIn(checks, path), [checks, path]);

  // after adding and removing, the focus goes on where the hands are
  useEffect(() => {
    const where = wanted.current;
    wanted.current = null;
    if (where !== null) list.current?.querySelector<HTMLElement>(where)?.focus();
  });
  const move = (from: number, to: number): void => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    onChange(movedTo(items, from, to));
    setSaid(texts.moved(name(item, from), to + 1, items.length));
  };
  const remove = (index: number): void => {
    const item = items[index];
    if (!item) return;
    onChange(items.toSpliced(index, 1));
    wanted.current =
      items.length > 1
        ? `:scope > ol > li:nth-child(${Math.min(index + 1, items.length - 1)}) .v-item__head`
        : ".v-items__add";
    offerUndo({ message: texts.removeNamed(name(item, index)), undo: () => onChange([...items]) });
  };
  const add = (): void => {
    if (!onAdd) return;
    const item = onAdd();
    onChange([...items, item]);
    setOpen(item.key);
    wanted.current = ":scope > ol > li:last-child .v-item__body :is(input, textarea, select)";
  };
  const toggle = useMemo(() => (key: string) => setOpen((before) => (before === key ? null : key)), []);

  return (
    <div className="v-item-list" ref={list} data-path={path}>
      {items.length === 0 && empty && <p className="v-items__empty">{empty}</p>}
      <Sortable
        id={path}
        keys={items.map(({ key }) => key)}
        name={(index) => (items[index] ? name(items[index], index) : "")}
        onMove={move}
      >
        <ol className="v-items">
          {items.map((item, index) => (
            <ItemRow
              key={item.key}
              path={`${path}.${index}`}
              item={item}
              name={name(item, index)}
              problems={problems.get(index) ?? 0}
              language={language}
              Meta={Meta as ComponentType<{ item: { key: string } }> | undefined}
              Aside={Aside as ComponentType<{ item: { key: string } }> | undefined}
              onToggle={toggle}
            >
              {open === item.key ? (
                <div className="v-item__body">
                  {props.renderEditor(item, `${path}.${index}`, (next) => onChange(items.with(index, next)))}
                  {removeNote?.(item) && <p className="v-item__meta">{removeNote(item)}</p>}
                  <div className="v-item__actions">
                    <MoveButtons
                      place={index}
                      of={items.length}
                      up={texts.up(name(item, index))}
                      down={texts.down(name(item, index))}
                      onMove={(step) => move(index, index + step)}
                    />
                    <Button variant="plain" icon={TrashIcon} onClick={() => remove(index)}>
                      {texts.remove}
                    </Button>
                    <Button variant="quiet" onClick={() => setOpen(null)}>
                      {texts.close}
                    </Button>
                  </div>
                </div>
              ) : null}
            </ItemRow>
          ))}
        </ol>
      </Sortable>
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

type ItemRowProps = {
  path: string;
  item: { key: string };
  name: string;
  problems: number;
  /** only to be drawn anew when it changes */
  language: Language;
  Meta: ComponentType<{ item: { key: string } }> | undefined;
  Aside: ComponentType<{ item: { key: string } }> | undefined;
  onToggle: (key: string) => void;
  /** the editor of the item, null while it is folded */
  children: ReactNode;
};

/** One row. A folded one is drawn again only when its own item or place changes, however long the list. */
const ItemRow = memo(function ItemRow({ path, item, name, problems, Meta, Aside, onToggle, children }: ItemRowProps) {
  const words = useAllTexts().editor;
  const open = children !== null;
  const Chevron = open ? ChevronUpIcon : ChevronDownIcon;
  return (
    <SortableRow id={item.key} className="v-item" path={path} open={open}>
      <div className="v-item__line">
        <DragHandle name={name} />
        <button type="button" className="v-item__head" aria-expanded={open} onClick={() => onToggle(item.key)}>
          <span className="v-item__text">
            <span className="v-item__name">{name}</span>
            {Meta && (
              <span className="v-item__meta">
                <Meta item={item} />
              </span>
            )}
          </span>
          {problems > 0 && (
            <span className="v-parts__count">
              <span aria-hidden>{problems}</span>
              <span className="v-hidden">{words.problemsHere(problems)}</span>
            </span>
          )}
          {Aside && (
            <span className="v-item__aside">
              <Aside item={item} />
            </span>
          )}
          <Chevron aria-hidden fontSize="1.25rem" />
        </button>
      </div>
      {children}
    </SortableRow>
  );
});
