import { FileProblem } from "./file-problem.js";
import type { ReadLimits } from "./limits.js";

/** A row as it stands in the file. `line`: where it begins, 1 first. */
export type Row = { line: number; cells: string[] };

const [LF, CR, QUOTE] = [10, 13, 34];
type State = "START" | "PLAIN" | "QUOTED" | "CLOSED";

/**
 * Rows of separated text, fed piece by piece (RFC 4180 and what programs make of it): quotes only at the start of a cell, doubled
 * quotes inside, line ends of any kind, line ends inside quotes. What follows a closing quote belongs to the cell.
 */
export class RowParser {
  /** the line being read */
  line = 1;
  #state: State = "START";
  #cell = "";
  #cells: string[] = [];
  #rowLine = 1;
  #quoteLine = 1;
  #afterCr = false;
  readonly #delimiter: number;

  constructor(
    delimiter: string,
    private readonly limits: Pick<ReadLimits, "columns" | "cellLength">,
  ) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The rows that end in this piece. Throws `FileProblem`. */
  push(text: string): Row[] {
    const rows: Row[] = [];
    let from = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      // the second half of CR LF, perhaps in another piece
      const half = this.#afterCr && code === LF;
      this.#afterCr = code === CR;
      if (this.#state === "QUOTED") {
        if (code === QUOTE) {
          this.#take(text, from, i);
          from = i + 1;
          this.#state = "CLOSED";
        } else if ((code === LF || code === CR) && !half) this.line += 1;
      } else if (half) {
        from = i + 1;
      } else if (code === this.#delimiter) {
        this.#take(text, from, i);
        from = i + 1;
        this.#endCell();
      } else if (code === LF || code === CR) {
        this.#take(text, from, i);
        from = i + 1;
        rows.push(this.#endRow());
      } else if (code === QUOTE && this.#state === "START") {
        from = i + 1;
        this.#quoteLine = this.line;
        this.#state = "QUOTED";
      } else if (code === QUOTE && this.#state === "CLOSED") {
        // a doubled quote: one of them is text
        from = i;
        this.#state = "QUOTED";
      } else if (this.#state !== "PLAIN") this.#state = "PLAIN";
    }
    this.#take(text, from, text.length);
    return rows;
  }

  /** The last row, if the file does not end with a line end. */
  end(): Row[] {
    if (this.#state === "QUOTED") throw new FileProblem("UNCLOSED_QUOTE", this.#quoteLine);
    return this.#state === "START" && this.#cells.length === 0 ? [] : [this.#endRow()];
  }

  #take(text: string, from: number, to: number): void {
    if (to <= from) return;
    const most = this.limits.cellLength;
    if (this.#cell.length + to - from > most) {
      // a quote that is never closed swallows the lines below
      const swallows = this.#state === "QUOTED" && this.line > this.#quoteLine;
      throw swallows
        ? new FileProblem("UNCLOSED_QUOTE", this.#quoteLine)
        : new FileProblem("CELL_TOO_LONG", this.line, most);
    }
    this.#cell += text.slice(from, to);
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = "";
    this.#state = "START";
    if (this.#cells.length > this.limits.columns) {
      throw new FileProblem("TOO_MANY_COLUMNS", this.#rowLine, this.limits.columns);
    }
  }

  #endRow(): Row {
    this.#endCell();
    const row = { line: this.#rowLine, cells: this.#cells };
    this.#cells = [];
    this.line += 1;
    this.#rowLine = this.line;
    return row;
  }
}
