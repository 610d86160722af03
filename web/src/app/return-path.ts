import { read, write } from "./storage";

const KEY = "varde.return";
const MINUTES = 30;

/** Keeps the page one wanted before the sign-in, for the tab that the link in the mail opens. */
export function keepReturnPath(path: string): void {
  write(KEY, path === "/" ? null : JSON.stringify({ path, at: Date.now() }));
}

/** The page one wanted, once and for half an hour; the front page otherwise. Never an address outside the app. */
export function takeReturnPath(): string {
  const kept = read(KEY);
  write(KEY, null);
  if (kept === null) return "/";
  try {
    const value: unknown = JSON.parse(kept);
    if (!value || typeof value !== "object" || !("path" in value) || !("at" in value)) return "/";
    const { path, at } = value;
    if (typeof path !== "string" || typeof at !== "number" || Date.now() - at > MINUTES * 60_000) return "/";
    return /^\/(?![/\\])/.test(path) ? path : "/";
  } catch (error) {
    if (error instanceof SyntaxError) return "/";
    throw error;
  }
}
