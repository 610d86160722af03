import { statfs } from "node:fs/promises";
import type { HostEnv } from "../../embedded/cluster.js";
import { type DataFolder, openDataFolder } from "../../embedded/data-folder.js";
import { type Finding, advice, bad, good } from "./finding.js";

const NODE_MAJOR = 24;
const GIB = 1024 ** 3;

export const judgeNode = (version: string): Finding => {
  const major = Number(version.split(".")[0]);
  return major >= NODE_MAJOR
    ? good("Node", version)
    : bad("Node", `${version}; ${NODE_MAJOR} is needed. Through pnpm the right one is used by itself`);
};

/** Free space in bytes, and whether it is enough to go on. */
export const judgeSpace = (path: string, free: number): Finding => {
  const detail = `${(free / GIB).toFixed(1)} GiB free for ${path}`;
  if (free < GIB / 4) return bad("Disk", detail);
  return free < 2 * GIB ? advice("Disk", detail) : good("Disk", detail);
};

export const judgeFolder = async (hostEnv: HostEnv): Promise<Finding[]> => {
  // nothing is kept on this machine then
  if (hostEnv.DATABASE_URL && hostEnv.VARDE_SECRET) return [];
  let folder: DataFolder;
  try {
    folder = await openDataFolder(hostEnv);
  } catch (error) {
    return [bad("Data folder", (error as Error).message)];
  }
  const { bavail, bsize } = await statfs(folder.path);
  return [good("Data folder", folder.path), judgeSpace(folder.path, bavail * bsize)];
};

/** Mail and secret, from the settings alone. */
export const judgeSettings = (hostEnv: HostEnv): Finding[] => {
  const production = hostEnv.VARDE_MODE === "production";
  const smtp = hostEnv.SMTP_URL
    ? good("Mail", "SMTP_URL is set")
    : (production ? bad : advice)("Mail", "SMTP_URL is not set: nobody gets mail; the demo's mailbox page shows it");
  const secret = hostEnv.VARDE_SECRET;
  if (secret !== undefined && secret.length < 32)
    return [smtp, bad("Secret", "VARDE_SECRET is shorter than 32 characters")];
  return [smtp, good("Secret", secret === undefined ? "kept in the data folder" : "VARDE_SECRET is set")];
};
