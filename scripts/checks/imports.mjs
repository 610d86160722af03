import { posix } from "node:path";
import { lineAt, withoutComments } from "../lib/sources.mjs";

// A checker of its own: the rules are few and about folders, and reading import statements needs no dependency graph
// of the packages, no compiler and no configuration in a second language.

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s*(?:type\s)?[^"'`;]*?\bfrom\s*["']([^"']+)["']|(?:^|[\s;}])import\s*["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']/g;

/** The modules a file imports, statically, dynamically or by re-export, with their lines. */
export const importsOf = (text) => {
  const code = withoutComments(text);
  return [...code.matchAll(IMPORT)].map((match) => ({
    specifier: match[1] ?? match[2] ?? match[3],
    line: lineAt(code, match.index + match[0].length),
  }));
};

const WORKSPACES = {
  "@varde/domain": "packages/domain/src/index.ts",
  "@varde/server": "server/src",
  "@varde/web": "web/src",
};

/** The project path an import points at, without its extension; undefined for packages from outside. */
const target = (path, specifier) => {
  if (specifier.startsWith("."))
    return posix.normalize(posix.join(posix.dirname(path), specifier)).replace(/\.(js|ts|tsx|mjs)$/, "");
  const workspace = Object.keys(WORKSPACES).find((name) => specifier === name || specifier.startsWith(`${name}/`));
  return workspace === undefined
    ? undefined
    : specifier.replace(workspace, WORKSPACES[workspace].replace(/\/index\.ts$/, ""));
};

const featureOf = (path) => /^(?:server|web)\/src\/features\/([^/]+)\//.exec(`${path}/`)?.[1];
const isDoor = (to) => /^server\/src\/features\/[^/]+(?:\/index|\/cli)?$/.test(to);
const inside = (path, ...folders) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isTest = (path) => /\.(test|testing)\.tsx?$/.test(path) || inside(path, "server/src/testkit", "web/browser");

/** The first rule that an import breaks, in words. */
const broken = (from, to) => {
  const [own, other] = [featureOf(from), featureOf(to)];
  if (inside(from, "packages/domain") && !inside(to, "packages/domain")) return "the domain imports nothing of ours";
  if (inside(from, "graphql") && !inside(to, "graphql")) return "the contract depends on nothing of ours";
  if (inside(from, "web") && inside(to, "server") && !inside(from, "web/browser"))
    return "the web app never imports the server";
  if (inside(from, "server") && inside(to, "web")) return "the server never imports the web app";
  if (isTest(from)) return undefined;
  if (isTest(to)) return "only tests import the test kit";
  if (inside(from, "server/src/kernel") && other !== undefined) return "the kernel knows no feature";
  if (inside(from, "server/src/kernel") && inside(to, "server/src/features")) return "the kernel knows no feature";
  if (inside(from, "server/src/features") && own !== undefined && other !== undefined && own !== other && !isDoor(to))
    return `a feature is imported through its index.ts: ${other}`;
  if (inside(from, "web/src/ui") && inside(to, "web/src/features", "graphql"))
    return "the kit knows neither data nor features";
  if (
    inside(from, "web/src/features") &&
    own !== undefined &&
    other !== undefined &&
    own !== other &&
    to !== `web/src/features/${other}` &&
    to !== `web/src/features/${other}/index`
  )
    return `a feature is imported through its index: ${other}`;
  return undefined;
};

const DATA_PACKAGES = /^(?:urql|@urql\/.*|graphql|@graphql-typed-document-node\/.*)$/;

/** Cycles between features of one workspace, each named once. */
const cycles = (edges) => {
  const found = new Map();
  const walk = (feature, trail) => {
    const at = trail.indexOf(feature);
    if (at >= 0) {
      const ring = trail.slice(at);
      const key = ring.toSorted().join();
      if (!found.has(key)) found.set(key, ring.concat(feature).join(" → "));
      return;
    }
    for (const next of edges.get(feature)?.keys() ?? []) walk(next, [...trail, feature]);
  };
  for (const feature of edges.keys()) walk(feature, []);
  return [...found.values()];
};

/** Import rules of the architecture page. */
export const checkImports = (files) => {
  const findings = [];
  const edges = { server: new Map(), web: new Map() };
  for (const { path, text } of files) {
    if (!/\.(?:ts|tsx|mts)$/.test(path)) continue;
    for (const { specifier, line } of importsOf(text)) {
      if (inside(path, "web/src/ui") && DATA_PACKAGES.test(specifier))
        findings.push({ path, line, message: "the kit knows neither data nor features" });
      const to = target(path, specifier);
      if (to === undefined) continue;
      const message = broken(path, to);
      if (message !== undefined) findings.push({ path, line, message });
      const [own, other] = [featureOf(path), featureOf(to)];
      if (own && other && own !== other && !isTest(path)) {
        const graph = edges[path.split("/")[0]];
        if (!graph.has(own)) graph.set(own, new Map());
        graph.get(own).set(other, path);
      }
    }
  }
  for (const [workspace, graph] of Object.entries(edges))
    for (const ring of cycles(graph))
      findings.push({ path: `${workspace}/src/features`, message: `features in a ring: ${ring}` });
  return findings;
};
