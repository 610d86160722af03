import { write } from "../../app/storage";

const KEY = "varde.signed-in";

/** Tells the browser's other tabs that somebody signed in here. */
export function tellSignedIn(): void {
  write(KEY, String(Date.now()));
}

/** Runs `listener` when somebody signs in in another tab. */
export function onSignedInElsewhere(listener: () => void): () => void {
  const heard = (event: StorageEvent): void => {
    if (event.key === KEY) listener();
  };
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
}
