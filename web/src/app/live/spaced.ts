export type Spaced = { run: () => void; stop: () => void };

/** Acts at once, and then not again for so long: what is asked for meanwhile becomes one act when the time has passed. */
export function spaced(act: () => void, ms: number): Spaced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      if (!waiting) return;
      waiting = false;
      act();
      rest();
    }, ms);
  };
  return {
    run() {
      if (timer !== undefined) {
        waiting = true;
        return;
      }
      act();
      rest();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      waiting = false;
    },
  };
}
