import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

const UNREAD = new Set(["head", "script", "style", "template", "noscript", "title", "object", "iframe"]);
const BULLET = "•";

export const isElement = (node: DefaultTreeAdapterTypes.Node): node is Element => "tagName" in node;
const attributeOf = (element: Element, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? "";
const elementsOf = (parent: Element): Element[] => parent.childNodes.filter(isElement);

/** Whether any node in it is so: from the first, and never by recursion, since a page may be nested as deep as it likes. */
function some(parent: Element, isSo: (node: Node) => boolean): boolean {
  const left: Node[] = [...parent.childNodes];
  for (let node = left.pop(); node; node = left.pop()) {
    if (isSo(node)) return true;
    if (isElement(node)) for (const child of node.childNodes) left.push(child);
  }
  return false;
}
const isTable = (node: Node): boolean => isElement(node) && node.tagName === "table";
const isWord = (node: Node): boolean => node.nodeName === "#text" && "value" in node && node.value.trim() !== "";

/** What is no words of a page: its head, what a word processor hides as its lists of changes, and the way back from a footnote. */
export const isUnread = (element: Element): boolean =>
  UNREAD.has(element.tagName) ||
  /display:\s*none|mso-hide:\s*all/i.test(attributeOf(element, "style")) ||
  element.attrs.some(({ name }) => name === "hidden") ||
  /^#(foot|end)note-ref/.test(attributeOf(element, "href"));

export const spanOf = (cell: Element, name: string, most: number): number =>
  Math.min(Math.max(Number.parseInt(attributeOf(cell, name), 10) || 1, 1), most);

/** The rows of this table, not of those within its cells. */
export const rowElements = (table: Element): Element[] =>
  elementsOf(table).flatMap((child) =>
    child.tagName === "tr" ? [child] : elementsOf(child).filter(({ tagName }) => tagName === "tr"),
  );

export const cellElements = (row: Element): Element[] =>
  elementsOf(row).filter(({ tagName }) => tagName === "td" || tagName === "th");

/** A table that only holds a page together, as of mails: others are in it, and there is never a word beside another. */
export const isFrame = (table: Element): boolean =>
  some(table, isTable) &&
  rowElements(table).every((row) => cellElements(row).filter((cell) => some(cell, isWord)).length <= 1);

/** Word writes what stands before the item of a list as words of it, and marks them. */
export const isLabel = (element: Element): boolean => /mso-list:\s*Ignore/i.test(attributeOf(element, "style"));

/** A number or letter as it stood; else it was a sign of a font of signs, and is a bullet. */
export function writtenLabel(element: Element): string {
  let first: Node | undefined = element.childNodes[0];
  for (let i = 0; i < 3 && first && isElement(first); i += 1) first = first.childNodes[0];
  const text = first && "value" in first ? first.value.trim().slice(0, 20) : "";
  return /^(\d+(\.\d+)*[.)]?|\(?\p{L}{1,4}[.)])$/u.test(text) ? text : BULLET;
}

/** Of each list that is read, the number of its next item. */
const numbers = new WeakMap<Element, number>();

/** What a reader sees before an item: its number in its list, or a bullet. Items are asked about once, in order. */
export function itemLabel(item: Element): string {
  const list = item.parentNode;
  if (!list || !isElement(list) || list.tagName !== "ol") return BULLET;
  const start = Number.parseInt(attributeOf(list, "start"), 10);
  const number = numbers.get(list) ?? (Number.isNaN(start) ? 1 : start);
  numbers.set(list, number + 1);
  return `${number}.`;
}
