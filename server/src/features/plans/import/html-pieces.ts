import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from "parse5";
import { MOST_PLAN_COLUMNS, type PlanPiece } from "@varde/domain";
import { ReadProblem } from "./read-problem.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Nested deeper than any word processor nests: not a page that somebody wrote. */
const MOST_DEPTH = 200;
/** Elements and notes of a page: a plan has some thousands. Where they are wrongly nested, few letters ask for very many. */
const MOST_NODES = 100_000;
const UNREAD = new Set(["head", "script", "style", "template", "noscript", "title", "object", "iframe"]);
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol section article header footer blockquote pre dl dt dd address figure hr table tr form".split(
    " ",
  ),
);

const isElement = (node: Node): node is Element => "tagName" in node;
const attributeOf = (element: Element, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? "";
/** What a word processor hides, as its lists of what has changed. */
const isHidden = (element: Element): boolean =>
  /display:\s*none|mso-hide:\s*all/i.test(attributeOf(element, "style")) ||
  element.attrs.some(({ name }) => name === "hidden");
const squeezed = (text: string): string => text.replace(/[\s\u00A0]+/g, " ");

/** A page as it is walked: the paragraph that is being read, and what was found. */
class Walk {
  readonly pieces: PlanPiece[] = [];
  pictures = 0;
  private words = "";

  private end(): void {
    // not by a pattern: it would look again at every space of a page of spaces
    const lines = this.words.split("\n").map((line) => line.trim());
    const text = lines.join("\n").trim();
    if (text !== "") this.pieces.push({ kind: "text", text });
    this.words = "";
  }

  read(nodes: readonly Node[], depth = 0): void {
    if (depth > MOST_DEPTH) throw new ReadProblem("UNREADABLE");
    for (const node of nodes) {
      if (node.nodeName === "#text" && "value" in node) this.words += squeezed(node.value);
      if (!isElement(node) || UNREAD.has(node.tagName) || isHidden(node)) continue;
      if (node.tagName === "img" || node.tagName === "v:imagedata") this.pictures += 1;
      if (node.tagName === "br") this.words += "\n";
      else if (node.tagName === "table") {
        this.end();
        const rows = this.rowsOf(node, depth + 1);
        if (rows.length > 0) this.pieces.push({ kind: "table", rows });
      } else if (BLOCKS.has(node.tagName)) {
        this.end();
        this.read(node.childNodes, depth + 1);
        this.end();
      } else this.read(node.childNodes, depth + 1);
    }
    if (depth === 0) this.end();
  }

  /** The text of a cell, a line for each of its paragraphs; of a table within it the same. */
  private textOf(cell: Element, depth: number): string {
    const inner = new Walk();
    inner.read(cell.childNodes, depth);
    inner.end();
    this.pictures += inner.pictures;
    return inner.pieces
      .map((piece) =>
        piece.kind === "text" ? piece.text : piece.rows.map((cells) => cells.join(" ").trim()).join("\n"),
      )
      .join("\n");
  }

  /** Merged cells are laid out: the words stand in the first of them, and the others are empty. */
  private rowsOf(table: Element, depth: number): string[][] {
    const rows: string[][] = [];
    /** how many rows below each column is still taken by a cell from above */
    const taken: number[] = [];
    for (const tr of rowElements(table)) {
      const cells: string[] = [];
      // wider than any plan, and refused for it: what is further out is not laid out
      const place = (text: string, below: number): void => {
        if (cells.length > MOST_PLAN_COLUMNS) return;
        taken[cells.length] = below;
        cells.push(text);
      };
      const skipTaken = (): void => {
        while (cells.length <= MOST_PLAN_COLUMNS && (taken[cells.length] ?? 0) > 0) place("", taken[cells.length]! - 1);
      };
      for (const cell of tr.childNodes.filter(isElement)) {
        if (cell.tagName !== "td" && cell.tagName !== "th") continue;
        skipTaken();
        const text = this.textOf(cell, depth + 1);
        const below = spanOf(cell, "rowspan", 1000) - 1;
        place(text, below);
        for (let i = spanOf(cell, "colspan", MOST_PLAN_COLUMNS + 1); i > 1; i -= 1) place("", below);
      }
      skipTaken();
      rows.push(cells);
    }
    return rows;
  }
}

const spanOf = (cell: Element, name: string, most: number): number =>
  Math.min(Math.max(Number.parseInt(attributeOf(cell, name), 10) || 1, 1), most);

/** The rows of this table, not of those within its cells. */
const rowElements = (table: Element): Element[] =>
  table.childNodes
    .filter(isElement)
    .flatMap((child) =>
      child.tagName === "tr" ? [child] : child.childNodes.filter(isElement).filter(({ tagName }) => tagName === "tr"),
    );

/** The tree that a page becomes, which stops when it grows beyond what anybody writes: the rules for wrong nesting make it square. */
function boundedTree(): typeof defaultTreeAdapter {
  let nodes = 0;
  const one = (): void => {
    if ((nodes += 1) > MOST_NODES) throw new ReadProblem("UNREADABLE");
  };
  return {
    ...defaultTreeAdapter,
    createElement: (...given) => (one(), defaultTreeAdapter.createElement(...given)),
    createCommentNode: (...given) => (one(), defaultTreeAdapter.createCommentNode(...given)),
  };
}

/** What a page says: its paragraphs and tables in order, and how many pictures it has. Throws `ReadProblem`. */
export function piecesOfHtml(html: string): { pieces: PlanPiece[]; pictures: number } {
  const walk = new Walk();
  walk.read(parse(html, { treeAdapter: boundedTree() }).childNodes as Node[]);
  return { pieces: walk.pieces, pictures: walk.pictures };
}
