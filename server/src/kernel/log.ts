import pino from "pino";

export type Logger = pino.Logger;

/** What of an error may be logged: its kind, its code and where it was thrown. A message or parameter can hold a person's data. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, driverError } = error as Error & { code?: string; driverError?: { code?: string } };
  const frames = (error.stack ?? "")
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
