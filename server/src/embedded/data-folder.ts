import { createHmac, randomBytes } from "node:crypto";
import { access, constants, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { OperatorError } from "../cli/operator-error.js";
import type { HostEnv } from "./cluster.js";

/** Where a start keeps what must outlive it: the cluster, the secret, the note of who is running. */
export type DataFolder = { readonly path: string; readonly secret: string };

/** The folder a start would use: `VARDE_DATA`, else the place the operating system has for a user's data. */
export const dataFolderPath = (hostEnv: HostEnv): string => {
  if (hostEnv.VARDE_DATA) return resolve(hostEnv.VARDE_DATA);
  const home = homedir();
  if (process.platform === "win32") return join(hostEnv.LOCALAPPDATA ?? join(home, "AppData", "Local"), "Varde");
  // PostgreSQL runs as another user then, who may not enter root's home
  if (process.getuid?.() === 0) return "/var/lib/varde";
  if (process.platform === "darwin") return join(home, "Library", "Application Support", "Varde");
  // the XDG rules say that a relative path is to be ignored
  const xdg = hostEnv.XDG_DATA_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, ".local", "share"), "varde");
};

const unusable = (path: string, error: unknown): OperatorError => {
  const { code, message } = error as NodeJS.ErrnoException;
  const why: Record<string, string> = {
    EACCES: "this user may not write there",
    EPERM: "this user may not write there",
    EROFS: "that disk is read-only",
    ENOSPC: "that disk is full",
    ENOTDIR: "something on the way there is not a folder",
    ENOENT: "it cannot be made there",
    EEXIST: "there is a file of that name",
  };
  return new OperatorError(
    `The data folder ${path} cannot be used: ${why[code ?? ""] ?? message}. ` +
      "Set VARDE_DATA to a folder this user can write in.",
  );
};

const readSecret = async (path: string): Promise<string> => {
  const file = join(path, "secret");
  const made = randomBytes(32).toString("hex");
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const secret = (await readFile(file, "utf8")).trim();
  if (!/^[0-9a-f]{64}$/.test(secret))
    throw new OperatorError(`The secret in ${file} is damaged. Restore it from a backup: sign-ins depend on it.`);
  return secret;
};

/** `mkdir -p`, one folder at a time: Node's own `recursive` never returns where a file system makes no folders (/proc). */
const makeFolder = async (path: string, mode: number): Promise<void> => {
  if (await stat(path).catch(() => undefined)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent, 0o755);
  await mkdir(path, mode).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
};

/** Makes the folder and its secret (readable by this user alone) when missing, or says why it cannot be used. */
export const openDataFolder = async (hostEnv: HostEnv): Promise<DataFolder> => {
  const path = dataFolderPath(hostEnv);
  try {
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    await makeFolder(path, mode);
    if (!(await stat(path)).isDirectory()) throw Object.assign(new Error("not a folder"), { code: "EEXIST" });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return { path, secret: await readSecret(path) };
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw unusable(path, error);
  }
};

/** The password of the embedded cluster's owner: follows from the secret, so that nothing else has to be kept. */
export const ownerPassword = (secret: string): string =>
  createHmac("sha256", secret).update("varde embedded postgresql owner").digest("base64url");
