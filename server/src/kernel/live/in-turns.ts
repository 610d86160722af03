/** Runs what it is given, at most so many at once; the rest waits in the order it came. */
export function inTurns(most: number): <T>(act: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (act) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await act();
    } finally {
      // whoever waits takes the place over
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
