/** One thing can happen to a session under a page: it ends. Said to whoever shows the sign-in over the page. */
const listeners = new Set<() => void>();

export function sessionEnded(): void {
  for (const listener of listeners) listener();
}

export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
