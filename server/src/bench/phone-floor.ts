import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";

/** Whatever draws a page: no program. */
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>|<link[^>]*modulepreload[^>]*>/g;
const STYLE = /href="(\/assets\/[^"]+\.css)"/g;

type File = { body: Buffer; headers: Record<string, string> };

/** As the app's server sends it, compressed. */
async function fileOf(url: string): Promise<File> {
  const answer = await fetch(url, { headers: { "accept-encoding": "identity" } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return {
    body: brotliCompressSync(Buffer.from(await answer.arrayBuffer())),
    headers: {
      "content-type": answer.headers.get("content-type") ?? "",
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000, immutable",
    },
  };
}

/**
 * The least that can show the same: the page as it stood, as HTML with its styles, from `node:http`. What the app takes
 * longer is the price of being an app.
 */
export async function staticFloor(app: string, shown: string): Promise<{ url: string; stop(): Promise<void> }> {
  const html = Buffer.from(shown.replaceAll(SCRIPT, ""));
  const styles = new Map<string, File>();
  for (const [, path = ""] of html.toString().matchAll(STYLE)) styles.set(path, await fileOf(app + path));
  const server = createServer((request, response) => {
    const style = styles.get(request.url ?? "");
    if (style) response.writeHead(200, style.headers).end(style.body);
    else if (request.url === "/")
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" }).end(html);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
