import { once } from "node:events";
import { sealer } from "../../kernel/crypto/sealer.js";
import { openDoor } from "../../kernel/db/door.js";
import type { JobContext } from "../../kernel/jobs/job.js";
import { createMailer } from "../../kernel/mail/create-mailer.js";
import { sendReminders } from "./send-daily.js";
import { PATIENCE_MS } from "../../testkit/constants.js";
import type { Moment } from "./moment.js";

// A worker of its own process that a test can kill: says "ready", is told to go, says "done".

/** What the process is given, as JSON. */
export type Told = {
  databaseUrl: string;
  rolePrefix: string;
  secret: string;
  smtpUrl: string | null;
  now: Omit<Moment, "instant">;
};

const { databaseUrl, rolePrefix, secret, smtpUrl, now } = JSON.parse(process.argv[2]!) as Told;
const door = { databaseUrl, rolePrefix, secret, patienceMs: PATIENCE_MS };
const auth = await openDoor({ ...door, login: "auth", poolSize: 2 });
const job = await openDoor({ ...door, login: "job", poolSize: 4 });
const app = await openDoor({ ...door, login: "app", poolSize: 1 });
const baseUrl = "http://localhost:4460";
const context: JobContext = {
  job,
  auth,
  app,
  mailer: createMailer({ smtpUrl, mode: "development", baseUrl }, auth),
  sealer: sealer(secret),
  secret,
  mode: "development",
  baseUrl,
  signal: new AbortController().signal,
};
process.stdout.write("ready\n");
await once(process.stdin, "data");
await sendReminders({}, context, { ...now, instant: new Date() });
process.stdout.write("done\n");
process.exit(0);
