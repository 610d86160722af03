import { useState } from "react";
import { useLocation } from "react-router";

/**
 * The secret that came in the address's fragment, taken out of the address at once: it stays in no history, no
 * screenshot and no shared link. Empty when there was none.
 */
export function useFragmentToken(): string {
  const { hash, pathname } = useLocation();
  const [token] = useState(() => {
    const found = hash.slice(1);
    // the page's own state is kept as the router left it
    if (found) history.replaceState(history.state, "", pathname);
    return found;
  });
  return token;
}
