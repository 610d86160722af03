import type { Failure } from "../../app/errors";
import { failureOf, fetchSteppedUp, unanswered } from "../../app/fetch-file";

export const MOST_BYTES = 50 * 1024 * 1024;
export const MOST_XLSX_BYTES = 25 * 1024 * 1024;

/** The most a file of this name may be, in bytes. */
export const mostBytesOf = (name: string): number => (/\.xlsx$/i.test(name) ? MOST_XLSX_BYTES : MOST_BYTES);

/** Streams a member file to the server under the import's id, made once for the file. Null when it was read; else why it was not. */
export async function sendFile(file: File, id: string, feeYear: string): Promise<Failure | null> {
  try {
    const response = await fetch("/import", {
      method: "POST",
      credentials: "same-origin",
      headers: {
        "content-type": "application/octet-stream",
        "x-varde-import": id,
        "x-varde-fee-year": feeYear,
      },
      body: file,
    });
    return response.ok ? null : await failureOf(response);
  } catch {
    return unanswered();
  }
}

/** The own chapter's member list as a file's text; or why there is none. */
export const fetchMemberList = (): Promise<MemberList> => fetchSteppedUp(askMemberList);

type MemberList = { text: string } | { failure: Failure };

async function askMemberList(): Promise<MemberList> {
  try {
    const response = await fetch("/export", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", "x-varde-export": "1" },
      body: "{}",
    });
    // the mark of UTF-8 is lost when it is read as text, and spreadsheets need it
    return response.ok ? { text: `\uFEFF${await response.text()}` } : { failure: await failureOf(response) };
  } catch {
    return { failure: unanswered() };
  }
}
