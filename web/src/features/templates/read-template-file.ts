/** Bytes the server takes of a template file. */
export const MAX_FILE_BYTES = 256 * 1024;

export type ChosenFile =
  | { state: "read"; name: string; bytes: number; text: string }
  | { state: "tooLarge" | "unreadable"; name: string; bytes: number };

/** Reads a file as text, in the browser only. What is too large or no text is not read on, and never sent. */
export async function readTemplateFile(file: File): Promise<ChosenFile> {
  const { name, size: bytes } = file;
  if (bytes > MAX_FILE_BYTES) return { state: "tooLarge", name, bytes };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.includes("\0") ? { state: "unreadable", name, bytes } : { state: "read", name, bytes, text };
  } catch {
    return { state: "unreadable", name, bytes };
  }
}

/** Bytes of a text when it is sent. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
