declare const self: ServiceWorkerGlobalScope;

/**
 * Opens the app without a network: the page, what a board's own pages need of scripts, styles and texts, and the icons. Nothing
 * anybody wrote or asked for is ever put here: answers of the API, files and mails go past it.
 *
 * The page comes from the network when there is one, and names its own scripts by their content, so that an old page never gets a new
 * script. The files of the version before are kept until the next one comes, for pages that are open on it.
 */
// the build writes both: web/build/service-worker.ts
const FILES = "__VARDE_FILES__" as unknown as readonly string[];
const VERSION = "__VARDE_VERSION__";

const PREFIX = "varde-shell-";
const CACHE = `${PREFIX}${VERSION}`;
const SHELL = "/index.html";
/** A network that says nothing for so long is as good as none. */
const PATIENCE_MS = 3000;
/** Addresses that are no page of the app. */
const NOT_PAGES = /^\/(?:graphql|import|export|live|session|files|healthz|readyz|avmeld|kalender|u)(?:\/|$)|\.[^/]*$/;

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  // what has a hash in its name may come from the browser's own memory; the page may not
  await cache.addAll(
    FILES.map((file) => new Request(file, { cache: file.startsWith("/assets/") ? "default" : "reload" })),
  );
  const page = await fetch("/", { cache: "reload", credentials: "omit" });
  if (!page.ok) throw new Error(`the page answered ${page.status}`);
  await cache.put(SHELL, page);
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const [before] = names.filter((name) => name !== CACHE).slice(-1);
  await Promise.all(names.filter((name) => name !== CACHE && name !== before).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request: Request): Promise<Response> {
  const kept = async (): Promise<Response | undefined> => (await caches.open(CACHE)).match(SHELL);
  const asked = fetch(request);
  const patience = new Promise<"slow">((done) => {
    setTimeout(() => done("slow"), PATIENCE_MS);
  });
  try {
    const first = await Promise.race([asked, patience]);
    if (first === "slow") return (await kept()) ?? (await asked);
    // somebody in front of the server says that it is gone
    return first.status >= 500 ? ((await kept()) ?? first) : first;
  } catch (error) {
    const shell = await kept();
    if (shell) return shell;
    throw error;
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (!NOT_PAGES.test(pathname)) event.respondWith(page(request));
    return;
  }
  if (FILES.includes(pathname) || pathname.startsWith("/assets/")) event.respondWith(asset(request));
});
