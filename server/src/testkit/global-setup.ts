import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import chromium from "@sparticuz/chromium";
import { osloDate } from "@varde/domain";
import { type Cluster, startCluster } from "../embedded/cluster.js";
import { ensureDatabase } from "../embedded/ensure-database.js";
import { requireReachable, runAs } from "../embedded/run-as.js";
import { migrate } from "../migrations/migrate.js";
import type { TestCluster } from "./test-cluster.js";

const TEMPLATE = "varde_template";
const DEMO = "varde_demo";

/** A folder of our own that PostgreSQL's user can enter: the temporary folder may be closed to all but root. */
const temporaryFolder = async (): Promise<string> => {
  const as = runAs("");
  for (const base of [tmpdir(), "/tmp", "/var/tmp"]) {
    const folder = await mkdtemp(join(base, "varde-test-"));
    try {
      await chmod(folder, 0o711);
      requireReachable(folder, as);
      return folder;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      if (base === "/var/tmp") throw error;
    }
  }
  throw new Error("no temporary folder");
};

/** A copy of the template with the demo in it: loading takes longer than copying. */
const demoOn = async (cluster: Cluster, secret: string): Promise<TestCluster["demo"]> => {
  const { loadDemo } = await import("../demo/load-demo.js");
  const today = osloDate(new Date());
  const url = await ensureDatabase(cluster, DEMO, TEMPLATE);
  await loadDemo({ adminUrl: url, secret, today, log: () => undefined });
  return { url, today };
};

/** Starts one PostgreSQL for the whole run, on which a database is migrated once; test files get copies of it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const asked = (one: string) => project.vitest.projects.some(({ name }) => name === one);
  if (!asked("server") && !asked("browser")) return undefined;
  // unpacked here once: two test files that unpack at the same time run each other's half-written browser
  if (asked("browser")) await chromium.executablePath();
  const folder = await temporaryFolder();
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const cluster = await startCluster({
      folder,
      password: randomBytes(16).toString("hex"),
      durable: false,
      hostEnv: {},
      log: () => undefined,
    });
    try {
      const template = await ensureDatabase(cluster, TEMPLATE);
      const own = { secret: randomBytes(32).toString("hex"), rolePrefix: "varde_test" };
      await migrate({ adminUrl: template, ...own });
      const test: TestCluster = {
        ...own,
        template,
        demo: asked("browser") ? await demoOn(cluster, own.secret) : null,
        maintenance: cluster.urlOf("postgres"),
      };
      project.provide("testCluster", test);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return async () => {
      await cluster.stop();
      await remove();
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
