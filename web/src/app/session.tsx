import { createContext, useContext } from "react";

/** What a page may do to the session it lives in. */
export type SessionState = {
  /** Asks the server again who is signed in and in which seat; another seat starts every page anew. */
  refresh: () => Promise<void>;
};

export const SessionContext = createContext<SessionState | null>(null);

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is used outside Session");
  return session;
}
