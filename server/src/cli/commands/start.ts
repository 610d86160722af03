import { type OpenDatabase, openDatabase } from "../../embedded/open-database.js";
import type { Env } from "../../env.js";
import type { Command, CommandContext } from "../command.js";
import { createLogger } from "../../kernel/log.js";
import { requireSafeVersion } from "../diagnosis/database.js";
import { choosePort } from "../port.js";
import { settingsFor } from "../settings.js";
import { migrateNow } from "../with-database.js";

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });

/** The settings with a port that is free. In production the address is promised to others: it must be the one set. */
const withFreePort = async (context: CommandContext, database: OpenDatabase): Promise<Env> => {
  const env = settingsFor(context.hostEnv, database);
  if (env.mode === "production") return env;
  const port = await choosePort(env.host, env.port);
  if (port === env.port) return env;
  context.note(`· Port ${env.port} is taken: using ${port}`);
  return settingsFor(context.hostEnv, database, { PORT: String(port) });
};

const prepare = async (env: Env, { note }: CommandContext): Promise<void> => {
  if (env.mode === "production") await requireSafeVersion(env.databaseUrl);
  note("· Bringing the database up to date");
  await migrateNow(env, note);
  if (env.mode !== "demo") return;
  const { loadDemo } = await import("../../demo/load-demo.js");
  const { databaseUrl: adminUrl, secret } = env;
  const { loaded } = await loadDemo({ adminUrl, secret, log: (line) => note(`· ${line}`) });
  if (loaded) note("· The demo federation is loaded");
};

export const start: Command = {
  name: "start",
  summary: "Serves the app, the API and the job worker until it is stopped",
  help: [
    "Without settings it is a demo: an embedded PostgreSQL in a folder of yours, an invented federation, loopback only.",
    "VARDE_DATA names another folder; DATABASE_URL another PostgreSQL (15-18); PORT another port than 4460.",
    "Ctrl-C stops everything and keeps the data.",
  ].join("\n"),
  options: {},
  optionHelp: {},
  run: async (context) => {
    const { hostEnv, signal, note, print } = context;
    note("· Opening the database");
    const database = await openDatabase({ hostEnv, whenRunning: "alone", log: (line) => note(`· ${line}`) });
    try {
      if (signal.aborted) return 0;
      note(`· The data is in ${database.where}`);
      const env = await withFreePort(context, database);
      await prepare(env, context);
      if (signal.aborted) return 0;
      const { startServer } = await import("../../main.js");
      // an operator at a terminal wants the address to stay the last line; a service keeps its log
      const log = createLogger(env.mode === "production" ? "info" : "warn");
      const server = await startServer({ env, log });
      database.announce(server.url);
      print(`Varde is ready: ${server.url}`);
      const broken = await Promise.race([aborted(signal), database.ended]);
      note(broken === undefined ? "· Stopping" : `· ${broken}`);
      await server.stop();
      return broken === undefined ? 0 : 1;
    } finally {
      await database.close();
      note("· Stopped; the data is kept");
    }
  },
};
