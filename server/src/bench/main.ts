import { osloDate } from "@varde/domain";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { freePort, startCluster } from "../embedded/cluster.js";
import type { HostEnv } from "../embedded/cluster.js";
import { loadDemo } from "../demo/load-demo.js";
import { ensureDatabase } from "../embedded/ensure-database.js";
import type { Env } from "../env.js";
import { newSecret } from "../kernel/crypto/sealer.js";
import { startChild } from "./child.js";
import type { Child } from "./child.js";
import type { Figures } from "./closed-loop.js";
import { documentsOf } from "./documents.js";
import { benchFederation } from "./federation.js";
import type { BenchFederation } from "./federation.js";
import { benchFolder } from "./folder.js";
import { importFederation, measureImport } from "./imports.js";
import { load } from "./load.js";
import type { BenchDatabase } from "./load.js";
import { comparisons, listAgainstFloor, listShot, samePage, submits } from "./measure.js";
import { measurePhone } from "./phone.js";
import { tableOf } from "./table.js";
import { TRIGGERS, measureTriggers } from "./triggers.js";
import { measureWide } from "./wide.js";
import { wideFederation } from "./wide-federation.js";
import type { WideFederation } from "./wide-federation.js";

export type BenchOptions = { argv: readonly string[]; hostEnv: HostEnv; signal: AbortSignal };

const SIZES = { small: 3_000, large: 300_000 } as const;
const SUBMITS = 350;
const WEB = fileURLToPath(new URL("../../../web/dist/", import.meta.url));
const MANIFEST = fileURLToPath(new URL("../../../graphql/generated/persisted-documents.json", import.meta.url));

// the worker of an import asks for a mail server at its start, and sends nothing
const NO_MAIL = "smtp://127.0.0.1:9";

type Loaded = { database: BenchDatabase; federation: BenchFederation };

/** As in production: trusted documents only, no worker, no web build. */
async function envOf({ adminUrl, rolePrefix, secret }: BenchDatabase): Promise<Env> {
  return {
    databaseUrl: adminUrl,
    rolePrefix,
    secret,
    host: "127.0.0.1",
    port: await freePort(),
    mode: "production",
    baseUrl: "https://localhost",
    smtpUrl: null,
    worker: false,
    webDist: null,
    manifestPath: MANIFEST,
    trustedProxies: 0,
  };
}

/** The demo as `pnpm start` serves it: a browser signs in by one click, on this machine alone. */
async function demoEnvOf(database: BenchDatabase): Promise<Env> {
  const env = await envOf(database);
  return { ...env, mode: "demo", baseUrl: `http://localhost:${env.port}`, webDist: WEB };
}

const say = (line: string): void => void process.stderr.write(`· ${line}\n`);

const rounded = (figures: Figures): Figures => ({
  p50: Math.round(figures.p50 * 100) / 100,
  p95: Math.round(figures.p95 * 100) / 100,
  perSecond: Math.round(figures.perSecond),
});
const ratio = (a: number, b: number): number => Math.round((a / b) * 1000) / 1000;

type Wide = { database: BenchDatabase; federation: WideFederation };
type Measuring = {
  small: Loaded;
  large: Loaded;
  wide: Wide;
  empty: BenchDatabase;
  triggers: BenchDatabase;
  demo: BenchDatabase;
  children: Child[];
  hostEnv: HostEnv;
  signal: AbortSignal;
};

async function measure({ small, large, wide, empty, triggers, demo, children, hostEnv, signal }: Measuring) {
  const start = async (order: Parameters<typeof startChild>[0]): Promise<Child> => {
    signal.throwIfAborted();
    const child = await startChild(order, hostEnv);
    children.push(child);
    return child;
  };
  const find = await documentsOf(MANIFEST);
  const { boardChapter: chapterId, dutyBurden, memberBurden } = large.federation;
  const app = await start({ kind: "app", env: await envOf(large.database) });
  const floor = await start({ kind: "floor", options: { ...large.database, chapterId, dutyBurden, memberBurden } });
  const shot = listShot(find, large.federation);
  await samePage(app, floor, shot);
  const list = await listAgainstFloor(app, floor, shot);
  await floor.stop();
  const comparisonLarge = await comparisons(app, find, large.federation);
  const submit = await submits(app, find, large.federation);
  await app.stop();
  const little = await start({ kind: "app", env: await envOf(small.database) });
  const comparisonSmall = await comparisons(little, find, small.federation);
  await little.stop();
  const broad = await start({ kind: "app", env: await envOf(wide.database) });
  const acts = await measureWide(broad, find, wide.database, wide.federation, osloDate(new Date()));
  await broad.stop();
  const importing = await start({ kind: "app", env: { ...(await envOf(empty)), worker: true, smtpUrl: NO_MAIL } });
  const imported = await measureImport(importing, find);
  const importPeakMiB = await importing.peakMiB();
  await importing.stop();
  signal.throwIfAborted();
  const today = osloDate(new Date());
  const few = await measureTriggers(triggers, "small", TRIGGERS.small, today);
  signal.throwIfAborted();
  const many = await measureTriggers(triggers, "large", TRIGGERS.large, today);
  signal.throwIfAborted();
  const demoEnv = await demoEnvOf(demo);
  const shown = await start({ kind: "app", env: demoEnv });
  const { taps, ...phone } = await measurePhone(demoEnv.baseUrl, signal);
  await shown.stop();
  for (const [name, milliseconds] of Object.entries(taps)) say(`tap ${name}: ${Math.round(milliseconds)} ms`);
  const figures = {
    list: rounded(list.list),
    floor: rounded(list.floor),
    submit: rounded(submit),
    comparisonSmall: rounded(comparisonSmall),
    comparisonLarge: rounded(comparisonLarge),
    ...Object.fromEntries(Object.entries(acts).map(([name, seconds]) => [name, ratio(seconds, 1)])),
    importRowsPerSecond: imported.importRowsPerSecond,
    importAgainSeconds: ratio(imported.importAgainSeconds, 1),
    importPeakMiB,
    triggerSeconds: ratio(many.seconds, 1),
    triggerNightSeconds: ratio(many.nightSeconds, 1),
    ...Object.fromEntries(Object.entries(phone).map(([name, value]) => [name, ratio(value, 1)])),
  };
  const ratios = {
    listVsFloor: ratio(list.list.perSecond, list.floor.perSecond),
    comparisonGrowth: ratio(comparisonLarge.p50, comparisonSmall.p50),
    rolloutVsFloor: ratio(acts.rolloutSeconds, acts.rolloutFloorSeconds),
    simulationVsFloor: ratio(acts.simulationSeconds, acts.simulationFloorSeconds),
    firstVisitVsFloor: ratio(phone.firstVisitSeconds, phone.floorVisitSeconds),
    repeatVisitVsFloor: ratio(phone.repeatVisitSeconds, phone.floorRepeatSeconds),
    triggerGrowth: ratio(many.seconds / TRIGGERS.large, few.seconds / TRIGGERS.small),
  };
  return { ratios, figures };
}

/**
 * Measures the app as a browser meets it: a generated federation in a database of its own, the real server, the web
 * app's own documents. Prints a table, and with `--json` one object last. Leaves nothing running and nothing behind.
 */
export async function runBench({ argv, hostEnv, signal }: BenchOptions): Promise<number> {
  const folder = await benchFolder();
  const children: Child[] = [];
  try {
    const cluster = await startCluster({ folder, password: newSecret(), durable: false, hostEnv, log: say });
    try {
      const loaded: Loaded[] = [];
      const databaseOf = async (name: string): Promise<BenchDatabase> => ({
        adminUrl: await ensureDatabase(cluster, name),
        rolePrefix: `bench_${name}`,
        secret: newSecret(),
      });
      for (const [name, touchpoints] of Object.entries(SIZES)) {
        signal.throwIfAborted();
        say(`Loading ${touchpoints} touchpoints`);
        const database = await databaseOf(name);
        const federation = benchFederation(touchpoints, SUBMITS, osloDate(new Date()));
        await load(database, federation);
        loaded.push({ database, federation: { ...federation, tables: [] } });
      }
      signal.throwIfAborted();
      say("Loading 200000 members of 1000 chapters");
      const wide = { database: await databaseOf("wide"), federation: wideFederation(osloDate(new Date())) };
      await load(wide.database, wide.federation);
      const empty = await databaseOf("imports");
      await load(empty, importFederation());
      const triggers = await databaseOf("triggers");
      await load(triggers, { tables: [] });
      const demo = await databaseOf("demo");
      await load(demo, { tables: [] });
      await loadDemo({ ...demo, log: () => undefined });
      say("Measuring");
      const result = await measure({
        small: loaded[0]!,
        large: loaded[1]!,
        wide,
        empty,
        triggers,
        demo,
        children,
        hostEnv,
        signal,
      });
      process.stdout.write(tableOf(result));
      if (argv.includes("--json")) process.stdout.write(`${JSON.stringify(result)}\n`);
      return 0;
    } finally {
      for (const child of children) await child.stop();
      await cluster.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
