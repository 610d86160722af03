import pino from "pino";

export type Logger = pino.Logger;

/** What of an error may be logged: its kind, its code and where it was thrown. A message or parameter can hold a person's data. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, driverError } = error as Error & { code?: string; driverError?: { code?: string } };
  // the message stands first and may have lines of its own, some of which look like frames
  const stack = error.stack ?? "";
  const after = error.message === "" ? 0 : stack.indexOf(error.message) + error.message.length;
  const frames = (after < error.message.length ? "" : stack.slice(after))
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6);
  return { type: error.name, code: code ?? driverError?.code, at: frames.map((frame) => frame.trim()) };
}

/** Structured lines with an allow-list of fields; `err` is always passed through `safeError`. */
export function createLogger(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: safeError, error: safeError },
  };
  return destination ? pino(options, destination) : pino(options);
}
