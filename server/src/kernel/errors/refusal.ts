/** What a user can mend, as data. `path` names the input field, `[]` the whole; `line` is of a file, 1 first. */
export type ProblemCode = "INVALID" | "CONFLICT" | "LOCKED" | "KEY_REUSED";
export type ProblemData = { code: ProblemCode; path: string[]; message: string; line?: number | null };

/** Thrown by a use case that refuses; the mutation answers with its problems and changes nothing. `id`: what to show beside. */
export class Refusal extends Error {
  constructor(
    readonly problems: ProblemData[],
    readonly id: string | null = null,
  ) {
    super("refused");
    this.name = "Refusal";
  }
}

/** Refuses with one problem. */
export function refuse(code: ProblemCode, message: string, path: string[] = [], id: string | null = null): never {
  throw new Refusal([{ code, path, message }], id);
}
