import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import {
  closestCenter,
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type Modifier,
  type UniqueIdentifier,
} from "@dnd-kit/core";
import { SortableContext, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useAllTexts } from "../../../texts";
import { DragVerticalIcon } from "../../../ui/icons";

type SortableProps = {
  /** unlike that of any other list on the page */
  id: string;
  keys: readonly string[];
  name: (index: number) => string;
  onMove: (from: number, to: number) => void;
  children: ReactNode;
};

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });
const POINTER = { activationConstraint: { distance: 6 } };
const MODIFIERS = [upAndDown];

/** Moves what is called so a step. By place and not by measure, so that rows may be of any height. */
const StepContext = createContext<(key: string, step: -1 | 1) => void>(() => undefined);

/** Its `SortableRow`s are moved by mouse, finger or the arrow keys, and what happens is said. */
export function Sortable({ id, keys, name, onMove, children }: SortableProps) {
  const words = useAllTexts().editor.sort;
  const sensors = useSensors(useSensor(PointerSensor, POINTER));
  const joined = keys.join("\n");
  const items = useMemo(() => (joined === "" ? [] : joined.split("\n")), [joined]);
  const placeOf = (key: UniqueIdentifier | undefined): number => items.indexOf(String(key));
  const nameOf = (key: UniqueIdentifier): string => name(placeOf(key));
  const announcements: Announcements = {
    onDragStart: ({ active }) => words.lifted(nameOf(active.id), placeOf(active.id) + 1, items.length),
    onDragOver: ({ active, over }) =>
      over ? words.over(nameOf(active.id), placeOf(over.id) + 1, items.length) : undefined,
    onDragEnd: ({ active, over }) => words.dropped(nameOf(active.id), placeOf(over?.id ?? active.id) + 1, items.length),
    onDragCancel: ({ active }) => words.cancelled(nameOf(active.id)),
  };
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    const [from, to] = [placeOf(active.id), placeOf(over?.id)];
    if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
  };
  const latest = useRef({ items, onMove });
  useEffect(() => {
    latest.current = { items, onMove };
  });
  const step = useCallback((key: string, by: -1 | 1): void => {
    const now = latest.current;
    const from = now.items.indexOf(key);
    if (from >= 0 && from + by >= 0 && from + by < now.items.length) now.onMove(from, from + by);
  }, []);
  return (
    <DndContext
      id={`sort-${id}`}
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={MODIFIERS}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.how } }}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={items} strategy={verticalListSortingStrategy}>
        <StepContext value={step}>{children}</StepContext>
      </SortableContext>
    </DndContext>
  );
}

type Handle = { id: string } & Pick<ReturnType<typeof useSortable>, "attributes" | "listeners" | "setActivatorNodeRef">;
const HandleContext = createContext<Handle | null>(null);

type SortableRowProps = { id: string; className?: string; path?: string; open?: boolean; children: ReactNode };

/** A row that can be moved by the `DragHandle` in it. */
export function SortableRow({ id, className, path, open, children }: SortableRowProps) {
  const words = useAllTexts().editor.sort;
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, transform, transition, isDragging } = useSortable({
    id,
    attributes: { roleDescription: words.role },
  });
  const handle = useMemo(
    () => ({ id, attributes, listeners, setActivatorNodeRef }),
    [id, attributes, listeners, setActivatorNodeRef],
  );
  const style: CSSProperties = {
    ...(transform && { transform: `translate3d(0, ${Math.round(transform.y)}px, 0)` }),
    ...(transition && { transition }),
  };
  return (
    <li
      ref={setNodeRef}
      className={className}
      style={style}
      data-path={path}
      data-open={open ? "" : undefined}
      data-dragging={isDragging ? "" : undefined}
    >
      <HandleContext value={handle}>{children}</HandleContext>
    </li>
  );
}

/** What one takes hold of; with the focus on it the arrows move the row. */
export function DragHandle({ name }: { name: string }) {
  const words = useAllTexts().editor.sort;
  const handle = useContext(HandleContext);
  const step = useContext(StepContext);
  if (!handle) return null;
  const { id, attributes, listeners, setActivatorNodeRef: hold } = handle;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    step(id, by);
  };
  return (
    <button
      type="button"
      ref={hold}
      className="v-drag"
      {...attributes}
      {...listeners}
      aria-label={words.drag(name)}
      onKeyDown={onKeyDown}
    >
      <DragVerticalIcon aria-hidden fontSize="1.25rem" />
    </button>
  );
}

/** The list with one moved to another place. */
export function movedTo<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
