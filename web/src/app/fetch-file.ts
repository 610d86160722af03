import type { Language } from "@varde/domain";
import type { Failure } from "./errors";
import { sessionEnded } from "./session-events";
import { askToStepUp } from "./step-up";

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

/** Fetches a file; where the server wants to see the second factor again, it is asked for over the page and fetched once more. */
export async function fetchSteppedUp<Answer extends object>(fetchFile: () => Promise<Answer>): Promise<Answer> {
  const answer = await fetchFile();
  const refused = (answer as { failure?: Failure }).failure?.code === "STEP_UP_REQUIRED";
  return refused && (await askToStepUp()) ? fetchFile() : answer;
}

/** A file of standings, made for what is asked; or why there is none: `tooLarge` is to be ordered. */
export const fetchStandingsFile = (asked: Record<string, string | null>, language: Language): Promise<StandingsFile> =>
  fetchSteppedUp(() => askStandingsFile(asked, language));

type StandingsFile = { file: Blob } | { failure: Failure; tooLarge?: boolean };

async function askStandingsFile(asked: Record<string, string | null>, language: Language): Promise<StandingsFile> {
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
