import type { Language } from "@varde/domain";
import type { Failure } from "./errors";
import { sessionEnded } from "./session-events";

type Answered = { errors?: { extensions: { code: Failure["code"] } }[] };

/** Why an answer beside GraphQL is none. */
export async function failureOf(response: Response): Promise<Failure> {
  if (response.status === 401) sessionEnded();
  try {
    const { errors } = (await response.json()) as Answered;
    return { code: errors?.[0]?.extensions.code ?? "UNAVAILABLE", requestId: null };
  } catch {
    return { code: "UNAVAILABLE", requestId: null };
  }
}

export const unanswered = (): Failure => ({ code: navigator.onLine ? "UNAVAILABLE" : "OFFLINE", requestId: null });

/** A file of standings, made for what is asked; or why there is none: `tooLarge` is to be ordered. */
export async function fetchStandingsFile(
  asked: Record<string, string | null>,
  language: Language,
): Promise<{ file: Blob } | { failure: Failure; tooLarge?: boolean }> {
  try {
    const response = await fetch("/export/standings", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", "accept-language": language, "x-varde-export": "1" },
      body: JSON.stringify(asked),
    });
    if (response.ok) return { file: await response.blob() };
    return { failure: await failureOf(response), tooLarge: response.status === 413 };
  } catch {
    return { failure: unanswered() };
  }
}
