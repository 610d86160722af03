import type { PlanPiece } from "@varde/domain";
import type { Failure } from "../../../app/errors";
import { failureOf, unanswered } from "../../../app/fetch-file";
import type { AllTexts } from "../../../texts";

/** Bytes of the largest file that is read. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Why nothing of a file or a pasted page is read. */
export type ReadProblem = keyof AllTexts["planImport"]["unread"];

export type Read = { pieces: PlanPiece[] } | { problem: ReadProblem } | { failure: Failure };

/** Has the server read a file or a pasted page. It keeps nothing of it. */
export async function sendPlan(body: Blob): Promise<Read> {
  if (body.size > MOST_BYTES) return { problem: "TOO_LARGE" };
  try {
    const response = await fetch("/plan-table", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/octet-stream", "x-varde-plan": "1" },
      body,
    });
    return response.ok ? ((await response.json()) as Read) : { failure: await failureOf(response) };
  } catch {
    return { failure: unanswered() };
  }
}
