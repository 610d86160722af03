import { v7 } from "uuid";

/** An id for a new thing, made here so that a retry makes the same thing. Not a secret. */
export function newId(): string {
  return v7();
}
