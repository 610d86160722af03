export type Engine = typeof import("./engine");

/** The store and the queue; null when they cannot be downloaded: without them Varde works with a network, as ever. */
export const loadEngine = (): Promise<Engine | null> => import("./engine").catch(() => null);
