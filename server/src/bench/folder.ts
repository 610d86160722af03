import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireReachable, runAs } from "../embedded/run-as.js";

/** A folder that PostgreSQL's own user can enter: the temporary one may be closed to all but root. */
export async function benchFolder(): Promise<string> {
  const as = runAs("");
  let refused: unknown;
  for (const base of [tmpdir(), "/tmp", "/var/tmp"]) {
    const folder = await mkdtemp(join(base, "varde-bench-"));
    try {
      await chmod(folder, 0o711);
      requireReachable(folder, as);
      return folder;
    } catch (error) {
      refused = error;
      await rm(folder, { recursive: true, force: true });
    }
  }
  throw refused;
}
