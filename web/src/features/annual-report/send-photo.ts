import type { Failure } from "../../app/errors";
import { failureOf, unanswered } from "../../app/fetch-file";
import type { Problem } from "../../app/useAction";

/** What the server takes, before anything is sent. */
export const MOST_PHOTO_BYTES = 20 * 1024 * 1024;
export const PHOTO_TYPES = "image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp";

export type PhotoToSend = { file: File; id: string; reportId: string; consent: boolean; minors: "NONE" | "GUARDIANS" };
type Sent = { problems: readonly Problem[]; failure: Failure | null };

/** Sends a photo with what is said of those in it. The same id again is the same photo. */
export async function sendPhoto({ file, id, reportId, consent, minors }: PhotoToSend, language: string): Promise<Sent> {
  try {
    const response = await fetch("/report/photo", {
      method: "POST",
      credentials: "same-origin",
      headers: {
        "content-type": "application/octet-stream",
        "accept-language": language,
        "x-varde-photo": id,
        "x-varde-report": reportId,
        "x-varde-minors": minors,
        ...(consent && { "x-varde-consent": "yes" }),
      },
      body: file,
    });
    if (!response.ok) return { problems: [], failure: await failureOf(response) };
    return { ...((await response.json()) as Pick<Sent, "problems">), failure: null };
  } catch {
    return { problems: [], failure: unanswered() };
  }
}
