import type { Plugin } from "vite";

/**
 * What is downloaded together. Without this every small module that two pages share is a file of its own, and a phone
 * asks for forty of them, six at a time.
 *
 * - `kit`: the styles of the kit, in one file before those of the features, which are stronger by coming later.
 * - `vendor`: what a new version of ours does not change, so that a phone keeps it.
 * - `start`: what every visit begins with, the front page of a chapter among it.
 * - `tasks`: what a board opens from there, in one file, which is fetched while it reads.
 */
export const chunks = [
  { name: "kit", test: /web[\\/]src[\\/]ui[\\/].*\.css$/, priority: 3 },
  {
    name: "vendor",
    test: /node_modules[\\/](?:react|react-dom|react-router|scheduler|urql|@urql|wonka|@0no-co)[\\/]/,
    priority: 2,
  },
  { name: "start", test: /web[\\/]src[\\/]main\.tsx$/, priority: 1 },
  { name: "tasks", test: /features[\\/]touchpoints[\\/](?:Tasks|Task|Report|Done)Page\.tsx$/ },
];

const STYLES = /[ \t]*<link rel="stylesheet" crossorigin href="\/assets\/([^"]+)">\n/g;

/** The kit's styles before the features' in the page: Vite writes them in another order. */
export function kitFirst(): Plugin {
  return {
    name: "varde-kit-first",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const links = [...html.matchAll(STYLES)];
        const kit = links.find(([, file]) => file?.startsWith("kit-"));
        const first = links[0];
        if (!kit || !first) throw new Error("index.html has no styles of the kit");
        return html.replace(kit[0], "").replace(first[0], kit[0] + (kit === first ? "" : first[0]));
      },
    },
  };
}
