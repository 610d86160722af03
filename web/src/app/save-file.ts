/** Saves a text or bytes as a file through the browser's own download; nothing is sent anywhere. */
export function saveFile(content: BlobPart, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The same of what came as base64. */
export function saveBytes(base64: string, name: string, type: string): void {
  saveFile(
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    name,
    type,
  );
}

/** A name without letters that some systems do not take in a file's. */
export const plainName = (name: string): string => name.replace(/[\\/:*?"<>|]+/g, "-");
