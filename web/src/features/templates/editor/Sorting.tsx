import { createContext, useContext, useMemo, type CSSProperties, type ReactNode } from "react";
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type Modifier,
  type UniqueIdentifier,
} from "@dnd-kit/core";
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { useTexts } from "../../../texts";
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
const KEYS = { coordinateGetter: sortableKeyboardCoordinates };
const MODIFIERS = [upAndDown];

/** Its rows (`useSortableRow`) are moved by mouse, finger or keyboard, and what happens is said. */
export function Sortable({ id, keys, name, onMove, children }: SortableProps) {
  const words = useTexts().editor.sort;
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYS));
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
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={MODIFIERS}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.how } }}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={items} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

type Handle = Pick<ReturnType<typeof useSortable>, "attributes" | "listeners" | "setActivatorNodeRef">;
const HandleContext = createContext<Handle | null>(null);

type SortableRowProps = { id: string; className?: string; path?: string; open?: boolean; children: ReactNode };

/** A row that can be moved by the `DragHandle` in it. */
export function SortableRow({ id, className, path, open, children }: SortableRowProps) {
  const words = useTexts().editor.sort;
  const { attributes, listeners, setActivatorNodeRef, setNodeRef, transform, transition, isDragging } = useSortable({
    id,
    attributes: { roleDescription: words.role },
  });
  const handle = useMemo(
    () => ({ attributes, listeners, setActivatorNodeRef }),
    [attributes, listeners, setActivatorNodeRef],
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

/** What one takes hold of; space lifts it, the arrows move it. */
export function DragHandle({ name }: { name: string }) {
  const words = useTexts().editor.sort;
  const handle = useContext(HandleContext);
  if (!handle) return null;
  const { attributes, listeners, setActivatorNodeRef: hold } = handle;
  return (
    <button type="button" ref={hold} className="v-drag" {...attributes} {...listeners} aria-label={words.drag(name)}>
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
