import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { binOf, exists, root, runNode } from "./processes.mjs";

const STATE = ".varde/build.json";
const IGNORED = new Set(["node_modules", "dist", "generated", ".git"]);

const filesUnder = (path) => {
  const info = statSync(join(root, path), { throwIfNoEntry: false });
  if (!info) return [];
  if (info.isFile()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => !IGNORED.has(entry.name))
    .flatMap((entry) => filesUnder(`${path}/${entry.name}`))
    .sort();
};

const hashOf = (files) => {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
};

/** Compiled files whose source has gone: the compiler leaves them, and tests and imports would still find them. */
const removeOrphans = (source, out) => {
  const outPath = join(root, out);
  if (!exists(out)) return;
  for (const entry of readdirSync(outPath, { recursive: true, withFileTypes: true })) {
    const match = /^(.*?)(\.d\.ts|\.js)(\.map)?$/.exec(entry.name);
    if (!entry.isFile() || !match) continue;
    const folder = relative(outPath, entry.parentPath).split(sep).join("/");
    const stem = join(root, source, folder, match[1]);
    const found = [".ts", ".tsx"].some((end) => statSync(stem + end, { throwIfNoEntry: false }));
    if (!found) rmSync(join(entry.parentPath, entry.name), { force: true });
  }
};

const SETTINGS = ["pnpm-lock.yaml", "package.json", "tsconfig.base.json", "scripts/lib/build.mjs"];

/** Each step's inputs by content, for file times say nothing after a clone, and what it must have left behind. */
const STEPS = {
  server: {
    title: "Compiling the server",
    inputs: [...SETTINGS, "packages/domain", "server/src", "server/package.json", "server/tsconfig.json"],
    outputs: ["packages/domain/dist/index.js", "server/dist/cli/main.js"],
    run: () => {
      removeOrphans("packages/domain/src", "packages/domain/dist");
      removeOrphans("server/src", "server/dist");
      return runNode([binOf("typescript", ".", "tsc"), "-b", "packages/domain", "server"]);
    },
  },
  codegen: {
    title: "Generating the web app's typed operations",
    inputs: [...SETTINGS, "graphql"],
    outputs: ["graphql/generated/hooks.ts", "graphql/generated/persisted-documents.json"],
    run: () =>
      runNode([binOf("@graphql-codegen/cli", ".", "graphql-codegen"), "--config", "graphql/codegen.ts"], {
        env: { NODE_ENV: "production" },
      }),
  },
  web: {
    title: "Building the web app",
    inputs: [...SETTINGS, "packages/domain", "graphql", "web"],
    outputs: ["web/dist/index.html", "web/dist/.vite/manifest.json"],
    run: () =>
      runNode([binOf("vite", "web"), "build", "--logLevel", "warn"], {
        cwd: join(root, "web"),
        env: { NODE_ENV: "production" },
      }),
  },
};

const readState = () => {
  try {
    return JSON.parse(readFileSync(join(root, STATE), "utf8"));
  } catch {
    return {};
  }
};

const writeState = (state) => {
  mkdirSync(join(root, ".varde"), { recursive: true });
  writeFileSync(join(root, STATE), `${JSON.stringify(state, undefined, 2)}\n`);
};

const runStep = async (name, log) => {
  const step = STEPS[name];
  const hash = hashOf(step.inputs.flatMap(filesUnder));
  if (readState()[name] === hash && step.outputs.every(exists)) return undefined;
  log(step.title);
  const { code, output } = await step.run();
  if (code !== 0) return `${step.title} failed:\n${output.trim()}`;
  writeState({ ...readState(), [name]: hash });
  return undefined;
};

/**
 * Builds what is stale. `parts` limits it: the command line needs only the server. Returns what went wrong in words,
 * one text per failed step; later steps that stand on a failed one are left out.
 */
export const build = async ({ log, parts = ["server", "codegen", "web"] }) => {
  const wanted = (name) => (parts.includes(name) ? runStep(name, log) : undefined);
  const first = (await Promise.all([wanted("server"), wanted("codegen")])).filter((problem) => problem !== undefined);
  if (first.length > 0) return first;
  const web = await wanted("web");
  return web === undefined ? [] : [web];
};
