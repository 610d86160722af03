import type { Language } from "@varde/domain";
import { persistedExchange } from "@urql/exchange-persisted";
import { cacheExchange, createClient, fetchExchange, mapExchange, type Client } from "urql";
import { errorOf } from "./errors";
import { offlineExchange } from "./offline/exchange";
import { sessionEnded } from "./session-events";

/** Codegen puts the hash of each document in it; in production the server knows the documents by these alone. */
const persisted = persistedExchange({
  enforcePersistedQueries: true,
  enableForMutation: true,
  preferGetForPersistedQueries: false,
  generateHash: async (_query, document) => {
    const { __meta__: meta }: { __meta__?: unknown } = document as { __meta__?: unknown };
    return meta && typeof meta === "object" && "hash" in meta && typeof meta.hash === "string" ? meta.hash : undefined;
  },
});

/** A session that ended is told to the shell, whichever page noticed. */
const notices = mapExchange({
  onError(error) {
    if (errorOf(error)?.code === "UNAUTHENTICATED") sessionEnded();
  },
});

declare global {
  /** What `public/boot.js` asked before the app was there: at most one answer, to the query of this hash. */
  var vardeAsked: { hash: string; answer: Promise<Response> } | undefined;
}

/** The answer that is on its way already, once; else the network. */
const ask: typeof fetch = (address, init) => {
  const asked = globalThis.vardeAsked;
  if (!asked || typeof init?.body !== "string" || !init.body.includes(asked.hash)) return fetch(address, init);
  globalThis.vardeAsked = undefined;
  return asked.answer;
};

/** A client for one seat and one language: what it remembers must never be shown to another. */
export function createApiClient(language: Language): Client {
  return createClient({
    url: "/graphql",
    preferGetMethod: false,
    fetch: ask,
    requestPolicy: "cache-and-network",
    fetchOptions: () => ({ credentials: "same-origin", headers: { "accept-language": language } }),
    exchanges: [notices, offlineExchange, cacheExchange, ...(import.meta.env.PROD ? [persisted] : []), fetchExchange],
  });
}
