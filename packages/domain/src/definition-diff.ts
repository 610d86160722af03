/** What changed from one definition to another, so that a person can read it: one entry for each thing that has a name. */
import { treeOf } from "./definition-tree.js";
import type { Branch, ChangeValue, Item, Leaf, List } from "./definition-tree.js";
import type { TemplateDefinition } from "./definition.js";

export type { ChangeValue } from "./definition-tree.js";

export type DefinitionPart = keyof ReturnType<typeof treeOf>;
export type ChangeKind = "ADDED" | "REMOVED" | "CHANGED" | "MOVED";

/**
 * One difference. `path` starts with the part and goes by the keys of items, then property and language:
 * `["messages", "sms1", "body", "nn"]`, `["trigger", "offsets", "14"]`, `["periodReport", "field", "label", "nb"]`.
 * - An item that comes or goes has an entry of its own (`["steps", "book"]`, its bokmål text as value) and one for each
 *   property it brings or takes along; only the item's own entry can break.
 * - MOVED: `before` and `after` are positions from 1 in the two lists.
 * - `breaks`: this change alone makes the version MAJOR.
 */
export type DefinitionChange = {
  part: DefinitionPart;
  path: string[];
  kind: ChangeKind;
  before: ChangeValue;
  after: ChangeValue;
  breaks: boolean;
};

type Found = Omit<DefinitionChange, "part">;
type Node = Branch[string];

/** The items by key. A key used twice (a draft may) keeps both: the second is `key#2`. */
function byKey(items: readonly Item[]): Map<string, { item: Item; index: number }> {
  const found = new Map<string, { item: Item; index: number }>();
  for (const [index, item] of items.entries()) {
    let { key } = item;
    for (let n = 2; found.has(key); n++) key = `${item.key}#${n}`;
    found.set(key, { item, index });
  }
  return found;
}

/**
 * The members of a longest increasing subsequence: the most items that may be said to have stayed where they are.
 * Patience sorting with back links, O(n log n): Fredman 1975, «On computing the length of longest increasing subsequences».
 */
function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  const at = (i: number | undefined) => values[i ?? -1] ?? Number.POSITIVE_INFINITY;
  for (const [i, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(tails[middle]) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(tails[low - 1] ?? -1);
    tails[low] = i;
  }
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(at(i));
  return kept;
}

function diffLeaf(before: Leaf | null, after: Leaf | null, path: string[], whole: boolean): Found[] {
  const was = before?.value ?? null;
  const is = after?.value ?? null;
  if (was === is) return [];
  const kind = was === null ? "ADDED" : is === null ? "REMOVED" : "CHANGED";
  return [{ path, kind, before: was, after: is, breaks: !whole && (before ?? after)?.breaks === true }];
}

/** An item that is there on one side only, and what it brings or takes along. */
function wholeItem(item: Item, path: string[], kind: "ADDED" | "REMOVED", breaks: boolean): Found[] {
  const [before, after] = kind === "ADDED" ? [null, item] : [item, null];
  const own = { path, kind, before: before?.says ?? null, after: after?.says ?? null, breaks };
  return [own, ...diffBranch(before?.content ?? {}, after?.content ?? {}, path, true)];
}

function diffList(before: List | null, after: List | null, path: string[], whole: boolean): Found[] {
  const was = byKey(before?.items ?? []);
  const is = byKey(after?.items ?? []);
  const { ordered = false, breaks = false, single = false } = after ?? before ?? {};
  const order = [...is.keys()].map((key) => was.get(key)?.index ?? -1).filter((index) => index >= 0);
  const stayed = longestIncreasing(order);
  const found: Found[] = [];
  const at = (key: string) => (single ? path : [...path, key]);
  for (const [key, { item, index }] of is) {
    const old = was.get(key);
    if (!old) {
      found.push(...wholeItem(item, at(key), "ADDED", breaks && !whole));
      continue;
    }
    if (ordered && !stayed.has(old.index)) {
      found.push({ path: at(key), kind: "MOVED", before: old.index + 1, after: index + 1, breaks: false });
    }
    found.push(...diffBranch(old.item.content, item.content, at(key), whole));
  }
  for (const [key, { item }] of was) {
    if (!is.has(key)) found.push(...wholeItem(item, at(key), "REMOVED", breaks && !whole));
  }
  return found;
}

function diffNode(before: Node | null, after: Node | null, path: string[], whole: boolean): Found[] {
  const node = after ?? before;
  if (!node) return [];
  // both sides come from one function, so a name holds the same kind of node on both
  if ("branch" in node) {
    return diffBranch((before as typeof node)?.branch ?? {}, (after as typeof node)?.branch ?? {}, path, whole);
  }
  return "items" in node
    ? diffList(before as List | null, after as List | null, path, whole)
    : diffLeaf(before as Leaf | null, after as Leaf | null, path, whole);
}

function diffBranch(before: Branch, after: Branch, path: string[], whole: boolean): Found[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((name) =>
    diffNode(before[name] ?? null, after[name] ?? null, [...path, name], whole),
  );
}

/**
 * The differences between two definitions, in the order of the definition's parts and of the later list, what is gone last.
 * `[]` for the same: null, undefined and an empty text or list are the same nothing, and offsets and locks are sets.
 */
export function diffDefinitions(before: TemplateDefinition, after: TemplateDefinition): DefinitionChange[] {
  const was = treeOf(before);
  const is = treeOf(after);
  return (Object.keys(is) as DefinitionPart[]).flatMap((part) =>
    diffNode(was[part], is[part], [part], false).map((found) => ({ part, ...found })),
  );
}
