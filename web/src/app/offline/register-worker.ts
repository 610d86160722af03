/** The one place where a script's address is trusted: the policy that the server names lets in this file and no other. */
type Policies = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string };
};

const FILE = "/sw.js";

/** Lets the app open without a network; after the first page is there, so that it never waits for this. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const only = (url: string): string => {
    if (url !== FILE) throw new TypeError("not the service worker");
    return url;
  };
  const register = async (): Promise<void> => {
    const url = trustedTypes?.createPolicy("varde-sw", { createScriptURL: only }).createScriptURL(FILE) ?? FILE;
    // without it the app works as before, with a network
    await navigator.serviceWorker.register(url, { scope: "/", updateViaCache: "none" }).catch(() => undefined);
  };
  const soon = (): void => {
    setTimeout(() => void register(), 1500);
  };
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}
