import { defaultTreeAdapter, parse } from "parse5";
import { MOST_PLAN_COLUMNS, plainLetters, type PlanPiece } from "@varde/domain";
import { cellElements, type Element, isElement, isFrame, isLabel, isUnread, itemLabel } from "./html-nodes.js";
import { type Node, rowElements, spanOf, writtenLabel } from "./html-nodes.js";
import { ReadProblem } from "./read-problem.js";

/** Nested deeper than any word processor nests: not a page that somebody wrote. */
const MOST_DEPTH = 200;
/** Elements and notes of a page: a plan has some thousands. Where they are wrongly nested, few letters ask for very many. */
const MOST_NODES = 100_000;
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol section article header footer blockquote pre dl dt dd address figure hr table tr td th form".split(
    " ",
  ),
);

const squeezed = (text: string): string => plainLetters(text).replace(/\s+/g, " ");

/** A page as it is walked: the paragraph that is being read, and what was found. */
class Walk {
  readonly pieces: PlanPiece[] = [];
  pictures = 0;
  /** of the paragraphs that are items of a list, what stands before them: `•` or `2.` */
  private readonly labels = new Map<PlanPiece, string>();
  private words = "";
  private label = "";

  private end(): void {
    // not by a pattern: it would look again at every space of a page of spaces
    const lines = this.words.split("\n").map((line) => line.trim());
    const text = lines.join("\n").trim();
    this.words = "";
    if (text === "") return;
    const piece: PlanPiece = { kind: "text", text };
    if (this.label !== "") this.labels.set(piece, this.label);
    this.label = "";
    this.pieces.push(piece);
  }

  read(nodes: readonly Node[], depth = 0): void {
    if (depth > MOST_DEPTH) throw new ReadProblem("UNREADABLE");
    for (const node of nodes) {
      if (node.nodeName === "#text" && "value" in node) this.words += squeezed(node.value);
      if (!isElement(node) || isUnread(node)) continue;
      if (node.tagName === "img" || node.tagName === "v:imagedata") this.pictures += 1;
      const { tagName } = node;
      if (tagName === "br") this.words += "\n";
      else if (isLabel(node)) this.label = writtenLabel(node);
      else if (tagName === "table") this.readTable(node, depth);
      else if (BLOCKS.has(tagName)) {
        this.end();
        this.label = tagName === "li" ? itemLabel(node) : /^h\d$/.test(tagName) ? "" : this.label;
        this.read(node.childNodes, depth + 1);
        this.end();
      } else this.read(node.childNodes, depth + 1);
    }
    if (depth === 0) this.end();
  }

  private readTable(table: Element, depth: number): void {
    this.end();
    // a mail's frame, and no table: what is in it is read as if it stood alone
    if (isFrame(table)) return this.read(rowElements(table).flatMap(cellElements), depth + 1);
    const rows = this.rowsOf(table, depth + 1);
    if (rows.length > 0) this.pieces.push({ kind: "table", rows });
  }

  /** What was found, the items of a list as lines of one paragraph, each with what stands before it. */
  labelled(): PlanPiece[] {
    const pieces: PlanPiece[] = [];
    let list: PlanPiece | undefined;
    for (const piece of this.pieces) {
      const label = this.labels.get(piece);
      // some write it as words of the item as well
      if (piece.kind === "table" || label === undefined || piece.text.startsWith(label)) pieces.push(piece);
      else if (list?.kind === "text" && list === pieces.at(-1)) list.text += `\n${label} ${piece.text}`;
      else pieces.push((list = { kind: "text", text: `${label} ${piece.text}` }));
    }
    return pieces;
  }

  /** The text of a cell, a line for each of its paragraphs; of a table within it the same. */
  private textOf(cell: Element, depth: number): string {
    const inner = new Walk();
    inner.read(cell.childNodes, depth);
    inner.end();
    this.pictures += inner.pictures;
    // a list of one is a habit of layout
    const pieces = inner.pieces.length > 1 ? inner.labelled() : inner.pieces;
    return pieces
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
      for (const cell of cellElements(tr)) {
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
  return { pieces: walk.labelled(), pictures: walk.pictures };
}
