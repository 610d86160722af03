/** What the server says over `/live`. `changed`: these touchpoints; `anew`: anything may have; `ended`: the session is over, or acts in another seat. */
export type Word =
  | { kind: "changed"; ids: readonly string[] }
  | { kind: "anew" }
  | { kind: "ended"; why: "session" | "seat" };

/** The little of an `EventSource` that is used. */
export type Source = {
  addEventListener(event: string, listener: (message: { data: string }) => void): void;
  close(): void;
};

export type Surroundings = {
  connect: () => Source;
  /** the page is seen, and the device has a network */
  awake: () => boolean;
  /** says when that may have changed */
  onAwake: (listener: () => void) => () => void;
  random: () => number;
  now: () => number;
};

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [1_000, 60_000];
/** From one page to the next the line stays. */
const LINGER_MS = 5_000;
/** A page that was fetched this long before the line stood may have missed something. */
const FRESH_MS = 500;
/** Everybody is told to fetch anew at once; they do not all come at once. */
const SPREAD_MS = 1_000;

/**
 * One line to the server for the whole tab, while somebody listens and the page is seen. Lost, it comes back by itself, slower
 * each time; whoever listens is then told to fetch anew, since what was said meanwhile is not known.
 */
export function createConnection({ connect, awake, onAwake, random, now }: Surroundings) {
  const listeners = new Set<(word: Word) => void>();
  let source: Source | null = null;
  let tries = 0;
  let missed = false;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;
  let spreading: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | null = null;

  function tell(word: Word): void {
    for (const listener of listeners) listener(word);
  }
  function anewSoon(within: number): void {
    clearTimeout(spreading);
    spreading = setTimeout(() => tell({ kind: "anew" }), random() * within);
  }
  function hangUp(): void {
    clearTimeout(timer);
    clearTimeout(spreading);
    timer = undefined;
    if (!source) return;
    source.close();
    source = null;
    missed = true;
  }
  function again(ms: number): void {
    hangUp();
    timer = setTimeout(() => {
      timer = undefined;
      settle();
    }, ms);
  }

  function open(): void {
    const line = connect();
    source = line;
    const on = (event: string, act: (data: string) => void): void =>
      line.addEventListener(event, ({ data }) => {
        if (source === line) act(data);
      });
    on("open", () => {
      if (missed || now() - since > FRESH_MS) anewSoon(0);
      [tries, missed] = [0, false];
    });
    // the browser would come back every few seconds for ever
    on("error", () => again(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries++) * (0.5 + random())));
    on("changed", (data) => tell({ kind: "changed", ids: data.split(" ") }));
    on("refresh", () => anewSoon(SPREAD_MS));
    on("ended", (data) => {
      again(LONGEST_WAIT_MS);
      if (data === "session" || data === "seat") tell({ kind: "ended", why: data });
    });
  }

  /** brings the line in accord with whether it is wanted */
  function settle(): void {
    const wanted = listeners.size > 0 && awake();
    if (!wanted) hangUp();
    else if (!source && timer === undefined) open();
  }

  return {
    listen(listener: (word: Word) => void): () => void {
      clearTimeout(lingering);
      if (listeners.size === 0 && !source) since = now();
      listeners.add(listener);
      unwatch ??= onAwake(() => {
        // back from the pocket: at once, however long it had waited
        if (awake() && timer !== undefined) {
          clearTimeout(timer);
          timer = undefined;
        }
        settle();
      });
      settle();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        lingering = setTimeout(() => {
          if (listeners.size > 0) return;
          unwatch?.();
          unwatch = null;
          hangUp();
          missed = false;
        }, LINGER_MS);
      };
    },
  };
}
