import type { TaskRow_TouchpointFragment } from "../../../../graphql/generated/graphql";

/** What was just done, and what waits next. Held in memory alone: it names a person. */
export type JustDone = { id: string; what: string; next: TaskRow_TouchpointFragment };

let last: JustDone | null = null;

export function keepDone(done: JustDone): void {
  last = done;
}
export const justDone = (id: string): JustDone | null => (last?.id === id ? last : null);

/** Where one lands when a task is done and another waits. */
export const donePath = (id: string): string => `/oppgaver/${id}/ferdig`;
