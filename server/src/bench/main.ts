import { osloDate } from "@varde/domain";
import type { LocalDate } from "@varde/domain";
import { rm } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadDemo } from "../demo/load-demo.js";
import { freePort } from "../embedded/cluster.js";
import type { HostEnv } from "../embedded/cluster.js";
import type { Env } from "../env.js";
import { startChild } from "./child.js";
import type { Child } from "./child.js";
import { documentsOf } from "./documents.js";
import { LARGE, benchFederation, hundredth, partOf } from "./federation.js";
import type { BenchFederation, Shape } from "./federation.js";
import { benchFolder } from "./folder.js";
import { importFederation, measureImport } from "./imports.js";
import { benchCluster } from "./kept.js";
import type { BenchCluster } from "./kept.js";
import { asOwner, load } from "./load.js";
import type { BenchDatabase } from "./load.js";
import { measurePhone } from "./phone.js";
import { SUBMITS, measureReads, statementsOf } from "./read-bench.js";
import type { Counting, Measured } from "./read-bench.js";
import { preparePostgraphile } from "./rival-functions.js";
import { fillReturns, measureReturns, returnsFederation } from "./returns.js";
import type { ServeOrder } from "./serve.js";
import { CROWD, SURVEY, countedForms, fillSurvey, measureCrowd } from "./survey.js";
import { tableOf } from "./table.js";
import type { BenchResult } from "./table.js";
import { TRIGGERS, measureTriggers } from "./triggers.js";
import { measureWide } from "./wide.js";
import { wideFederation } from "./wide-federation.js";
import { openWire } from "./wire.js";

export type BenchOptions = { argv: readonly string[]; hostEnv: HostEnv; signal: AbortSignal };

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

const hundredths = (value: number): number => Math.round(value * 100) / 100;
const rounded = (figures: Measured): Measured => ({
  ...figures,
  p50: hundredths(figures.p50),
  p99: hundredths(figures.p99),
  perSecond: hundredths(figures.perSecond),
});
const ratio = (value: number): number => Math.round(value * 1000) / 1000;
const each = <A, B>(of: Record<string, A>, act: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, act(value)]));

type Running = {
  scale: number;
  hostEnv: HostEnv;
  signal: AbortSignal;
  find: (name: string) => string;
  today: LocalDate;
  databaseOf: BenchCluster["databaseOf"];
  loaded: BenchCluster["loaded"];
  start(order: ServeOrder): Promise<Child>;
};

/** The one who counts what goes over the line, with a server of its own that is asked nothing else. */
function countingOn(running: Running, { database, federation }: Loaded): Counting {
  return async (kind, shots) => {
    const wire = await openWire(database.adminUrl);
    const near = { ...database, adminUrl: wire.url };
    const child = await running.start(
      kind === "app"
        ? { kind, env: await envOf(near) }
        : kind === "floor"
          ? { kind, options: { ...near, ...floorOf(federation) } }
          : { kind, database: near },
    );
    try {
      return await statementsOf(child.url, shots, () => wire.counted().statements);
    } finally {
      await child.stop();
      await wire.stop();
    }
  };
}

const floorOf = ({ boardChapter: chapterId, dutyBurden, memberBurden }: BenchFederation) => ({
  chapterId,
  dutyBurden,
  memberBurden,
});

/** What is read and reported: beside PostGraphile and the floor, and on a federation that has grown. */
async function reads(running: Running): Promise<BenchResult> {
  const shape = partOf(LARGE, running.scale);
  const loadOne = async (name: string, of: Shape, submits: number): Promise<Loaded & { seconds: number }> => {
    running.signal.throwIfAborted();
    say(`Loading ${of.touchpoints} touchpoints and ${of.members} members of ${of.chapters} chapters`);
    const began = performance.now();
    const { tables, statements, rebuilt, ...federation } = benchFederation(of, submits, running.today);
    const size = `${of.chapters}_${of.touchpoints}`;
    const database = await running.loaded(name, size, running.today, () => ({
      tables,
      ...(statements && { statements }),
      ...(rebuilt && { rebuilt }),
    }));
    return { database, federation, seconds: (performance.now() - began) / 1000 };
  };
  const large = await loadOne("large", shape, SUBMITS);
  const small = await loadOne("small", hundredth(shape), 0);
  const few = await loadOne("few", partOf(LARGE, running.scale / 100), 0);
  await preparePostgraphile(large.database);
  say("Measuring what is read and reported");
  const servers = {
    large: await running.start({ kind: "app", env: await envOf(large.database) }),
    small: await running.start({ kind: "app", env: await envOf(small.database) }),
    few: await running.start({ kind: "app", env: await envOf(few.database) }),
    postgraphile: await running.start({ kind: "postgraphile", database: large.database }),
    floor: await running.start({
      kind: "floor",
      options: { ...large.database, ...floorOf(large.federation) },
    }),
  };
  const federations = { large: large.federation, small: small.federation, few: few.federation };
  const { figures, ratios } = await measureReads(servers, federations, running.find, countingOn(running, large));
  for (const server of Object.values(servers)) await server.stop();
  return {
    ratios: each(ratios, ratio),
    figures: { ...each(figures, rounded), loadLargeSeconds: ratio(large.seconds) },
  };
}

async function wide({ databaseOf, start, find, today }: Running): Promise<BenchResult> {
  say("Loading 200000 members of 1000 chapters");
  const [database, federation] = [await databaseOf("wide"), wideFederation(today)];
  await load(database, federation);
  const broad = await start({ kind: "app", env: await envOf(database) });
  const acts = await measureWide(broad, find, database, federation, today);
  await broad.stop();
  return {
    ratios: {
      rolloutVsFloor: ratio(acts.rolloutSeconds / acts.rolloutFloorSeconds),
      simulationVsFloor: ratio(acts.simulationSeconds / acts.simulationFloorSeconds),
    },
    figures: each(acts, ratio),
  };
}

async function imports({ databaseOf, start, find }: Running): Promise<BenchResult> {
  const database = await databaseOf("imports");
  await load(database, importFederation());
  say("Importing members");
  const importing = await start({
    kind: "app",
    env: { ...(await envOf(database)), worker: true, smtpUrl: NO_MAIL },
  });
  const { importRowsPerSecond, importAgainSeconds } = await measureImport(importing, find);
  const importPeakMiB = await importing.peakMiB();
  await importing.stop();
  return {
    ratios: {},
    figures: { importRowsPerSecond, importAgainSeconds: ratio(importAgainSeconds), importPeakMiB },
  };
}

async function triggers({ databaseOf, today, signal }: Running): Promise<BenchResult> {
  const database = await databaseOf("triggers");
  await load(database, { tables: [] });
  say("Evaluating triggers");
  const few = await measureTriggers(database, "small", TRIGGERS.small, today);
  signal.throwIfAborted();
  const many = await measureTriggers(database, "large", TRIGGERS.large, today);
  return {
    ratios: { triggerGrowth: ratio(many.seconds / TRIGGERS.large / (few.seconds / TRIGGERS.small)) },
    figures: { triggerSeconds: ratio(many.seconds), triggerNightSeconds: ratio(many.nightSeconds) },
  };
}

async function phone({ databaseOf, start, signal }: Running): Promise<BenchResult> {
  const demo = await databaseOf("demo");
  await load(demo, { tables: [] });
  await loadDemo({ ...demo, log: () => undefined });
  say("Opening a phone");
  const demoEnv = await demoEnvOf(demo);
  const shown = await start({ kind: "app", env: demoEnv });
  const { taps, ...seen } = await measurePhone(demoEnv.baseUrl, signal);
  await shown.stop();
  for (const [name, milliseconds] of Object.entries(taps)) say(`tap ${name}: ${Math.round(milliseconds)} ms`);
  return {
    ratios: {
      firstVisitVsFloor: ratio(seen.firstVisitSeconds / seen.floorVisitSeconds),
      repeatVisitVsFloor: ratio(seen.repeatVisitSeconds / seen.floorRepeatSeconds),
    },
    figures: each(seen, ratio),
  };
}

/** The same crowd, on a server that is killed a third of the way and started again at the same place. How many forms were counted. */
async function killedSurvey({ databaseOf, start, today }: Running): Promise<number> {
  const database = await databaseOf("survey_killed");
  await load(database, { tables: [] });
  const id = await asOwner(database, (client) => fillSurvey(client, today));
  say(`the same, and the server is killed on the way`);
  const order: ServeOrder = { kind: "app", env: { ...(await envOf(database)), trustedProxies: 1, webDist: WEB } };
  let child = start(order);
  const { url } = await child;
  const killAt = Math.floor(SURVEY.forms / 3);
  await measureCrowd(url, {
    ...CROWD,
    again: true,
    onSent: (n) => {
      if (n === killAt) child = child.then((one) => one.kill()).then(() => start(order));
    },
  });
  await (await child).stop();
  const { forms } = await countedForms(database, id);
  if (forms !== SURVEY.forms) throw new Error(`killed: ${SURVEY.forms} forms were thanked for, and ${forms} counted`);
  return forms;
}

/** A crowd that answers a survey at once, and none of it lost; on a server, and on the least that could take a form. */
async function survey(running: Running): Promise<BenchResult> {
  const { databaseOf, start, today } = running;
  const crowdOn = async (name: string, order: (database: BenchDatabase) => Promise<ServeOrder>) => {
    const database = await databaseOf(name);
    await load(database, { tables: [] });
    const id = await asOwner(database, (client) => fillSurvey(client, today));
    say(`${SURVEY.atOnce} at once answer ${SURVEY.forms} forms over ${SURVEY.links} links (${name})`);
    const child = await start(await order(database));
    const crowd = await measureCrowd(child.url);
    await child.stop();
    return { database, id, crowd };
  };
  const ours = await crowdOn("survey", async (database) => ({
    kind: "app",
    env: { ...(await envOf(database)), trustedProxies: 1, webDist: WEB },
  }));
  const { forms, seconds } = await countedForms(ours.database, ours.id);
  if (forms !== SURVEY.forms) throw new Error(`${SURVEY.forms} forms were thanked for, and ${forms} counted`);
  const floor = await crowdOn("survey_floor", async (database) => ({ kind: "survey-floor", database }));
  return {
    ratios: {
      surveyOpenVsFloor: ratio(ours.crowd.open.p99 / floor.crowd.open.p99),
      surveySendVsFloor: ratio(ours.crowd.send.p99 / floor.crowd.send.p99),
    },
    figures: {
      surveyFormsCountedWhenKilled: await killedSurvey(running),
      surveyOpen: rounded(ours.crowd.open),
      surveyOpenFloor: rounded(floor.crowd.open),
      surveySend: rounded(ours.crowd.send),
      surveySendFloor: rounded(floor.crowd.send),
      surveyFormsCounted: forms,
      surveyCountSeconds: ratio(seconds),
    },
  };
}

/** A thousand chapters' delivered returns as one table and one ZIP. */
async function returns({ databaseOf, start, find, today }: Running): Promise<BenchResult> {
  const [database, year] = [await databaseOf("returns"), Number(today.slice(0, 4)) - 1];
  await load(database, returnsFederation(today));
  say("Drawing the papers of 1000 returns");
  const returnPaperMilliseconds = await fillReturns(database, year);
  say("Taking them out");
  const app = await start({ kind: "app", env: { ...(await envOf(database)), worker: true, smtpUrl: NO_MAIL } });
  const figures = await measureReturns(app, find, database, year);
  await app.stop();
  return {
    ratios: {
      returnZipVsFloor: ratio(figures.returnZipSeconds! / figures.returnFloorSeconds!),
      returnGrowthVsFile: ratio(figures.returnGrowthMiB! / figures.returnZipMiB!),
    },
    figures: each({ ...figures, returnPaperMilliseconds }, ratio),
  };
}

const PARTS = { reads, wide, imports, triggers, phone, survey, returns };

export type BenchRun = { scale: number; parts: (keyof typeof PARTS)[]; json: boolean; keep?: string };

/** `--scale` (1: the whole large federation), `--only` some parts, `--json`, `--keep` a folder. Throws with what may be said. */
export function readOptions(argv: readonly string[]): BenchRun {
  const { values } = parseArgs({
    args: argv.filter((one) => one !== "--"),
    options: {
      json: { type: "boolean" },
      scale: { type: "string" },
      only: { type: "string" },
      keep: { type: "string" },
    },
  });
  const scale = Number(values.scale ?? "1");
  if (!(scale > 0 && scale <= 1)) throw new Error("--scale is a number above 0, at most 1");
  const all = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const wanted = values.only?.split(",") ?? all;
  const unknown = wanted.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined) throw new Error(`--only takes some of ${all.join(",")}, not ${unknown}`);
  const parts = all.filter((name) => wanted.includes(name));
  return { scale, parts, json: values.json ?? false, ...(values.keep !== undefined && { keep: values.keep }) };
}

/**
 * Measures the app as a browser meets it: generated federations in databases of their own, the real server, the web
 * app's own documents. Prints a table, and with `--json` one object last. Leaves nothing running and nothing behind but
 * what `--keep` asks for.
 */
export async function runBench({ argv, hostEnv, signal }: BenchOptions): Promise<number> {
  const { scale, parts, json, keep } = readOptions(argv);
  const folder = await benchFolder();
  const children: Child[] = [];
  try {
    const cluster = await benchCluster(folder, keep, hostEnv, say);
    const running: Running = {
      scale,
      hostEnv,
      signal,
      find: await documentsOf(MANIFEST),
      today: osloDate(new Date()),
      databaseOf: cluster.databaseOf,
      loaded: cluster.loaded,
      async start(order) {
        signal.throwIfAborted();
        const child = await startChild(order, hostEnv);
        children.push(child);
        return child;
      },
    };
    try {
      const result: BenchResult = { ratios: {}, figures: {} };
      for (const part of parts) {
        signal.throwIfAborted();
        const { ratios, figures } = await PARTS[part](running);
        Object.assign(result.ratios, ratios);
        Object.assign(result.figures, figures);
      }
      process.stdout.write(tableOf(result));
      const machine = { scale, cores: availableParallelism(), cpu: cpus()[0]?.model ?? "", node: process.version };
      if (json) process.stdout.write(`${JSON.stringify({ ...result, machine })}\n`);
      return 0;
    } finally {
      for (const child of children) await child.stop();
      await cluster.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
