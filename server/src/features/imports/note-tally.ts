import type { Note, NoteCode } from "./read/index.js";

/** A kind of note: how often, and where first. */
export type TalliedNote = { code: NoteCode; column: string | null; line: number; n: number };

/** Adds up what there is to say about rows, by kind and column: a file of 100,000 two-digit years has one thing to say. */
export class NoteTally {
  private readonly found = new Map<string, TalliedNote>();

  add(notes: readonly Note[]): void {
    for (const { code, column, line } of notes) {
      const key = `${code} ${column}`;
      const known = this.found.get(key);
      if (known) known.n += 1;
      else this.found.set(key, { code, column, line, n: 1 });
    }
  }

  lines(): TalliedNote[] {
    return [...this.found.values()];
  }
}
