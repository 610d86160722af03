import { findAll } from "../lib/sources.mjs";

const EXACT = /^(?:\d+\.\d+\.\d+(?:-[\w.]+)?|workspace:\*)$/;

/** Versions are exact: what was tested is what is installed. */
export const checkVersions = (files) =>
  files
    .filter(({ path }) => path.split("/").at(-1) === "package.json")
    .flatMap(({ path, text }) => {
      const manifest = JSON.parse(text);
      return ["dependencies", "devDependencies", "optionalDependencies"]
        .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
        .filter(([, version]) => !EXACT.test(version))
        .map(([name, version]) => ({ path, message: `${name} is "${version}", which is not an exact version` }));
    });

export const WARN_LINES = 200;
export const MOST_LINES = 400;
const LONG_BY_NATURE = /^server\/src\/migrations\/|\/texts\/|\/generated\//;

const sourceLengths = (files) =>
  files
    .filter(({ path }) => /\.(?:ts|tsx|mjs)$/.test(path) && !LONG_BY_NATURE.test(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }));

const tooLong = (files, limit, most) =>
  sourceLengths(files)
    .filter(({ lines }) => lines > limit && lines <= most)
    .map(({ path, lines }) => ({ path, message: `has ${lines} lines; over ${limit}` }));

/** No file is a dumping ground. */
export const checkLength = (files) => tooLong(files, MOST_LINES, Number.POSITIVE_INFINITY);
/** Files that should be looked at; does not fail. */
export const longFiles = (files) => tooLong(files, WARN_LINES, MOST_LINES);

// a letter in brackets, so that this file does not hold what it looks for
const MACHINE_PATHS = /(?<![\w.$}\]-])\/(?:wor[k]|roo[t]|hom[e]\/\w+|User[s]\/\w+)\//g;
const REGISTRY = /https?:\/\/[\w.-]+:(?:487[3]|808[1])\b/g;
const IN_CODE = [
  [/\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b/g, "something left undone"],
  [/\b(?:describe|it|test)\.(?:ski[p]|onl[y]|tod[o])\b/g, "a test that does not run"],
  [/@ts-(?:ignor[e]|expect-erro[r]|nochec[k])/g, "a type error that is switched off"],
];
const ANYWHERE = [
  [MACHINE_PATHS, "a path of one machine"],
  [REGISTRY, "an address of one machine"],
];

/** Nothing of one machine and nothing half done. */
export const checkLeftovers = (files) =>
  files
    .filter(({ path }) => path !== "pnpm-lock.yaml" && path !== "LICENSE")
    .flatMap((file) => {
      const rules = /\.(?:ts|tsx|mjs|js|graphql)$/.test(file.path) ? ANYWHERE.concat(IN_CODE) : ANYWHERE;
      return rules.flatMap(([pattern, message]) => findAll(file, pattern, message));
    });

/** The lockfile names no registry of its own: it must install from whichever one is configured. */
export const checkLockfile = (files) =>
  files
    .filter(({ path }) => path === "pnpm-lock.yaml")
    .flatMap((file) => findAll(file, /\btarball:\s*https?:/g, "a package bound to one registry"));
