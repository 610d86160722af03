import type { Env } from "../env.js";
import { openDoor } from "../kernel/db/door.js";
import type { Installation } from "../kernel/graphql/context.js";
import type { JobDefinition } from "../kernel/jobs/job.js";
import { runWorker } from "../kernel/jobs/worker.js";
import type { Worker } from "../kernel/jobs/worker.js";
import type { Logger } from "../kernel/log.js";
import { createMailer } from "../kernel/mail/create-mailer.js";
import { ACCOUNT_JOBS } from "./accounts/index.js";
import { AUDIT_JOBS } from "./audit/index.js";
import { CORE_CHOICE_JOBS } from "./core-choice/index.js";
import { GOOD_EXAMPLE_JOBS } from "./good-examples/index.js";
import { GRANT_RETURN_JOBS } from "./grant-return/index.js";
import { HANDOVER_JOBS } from "./handover/index.js";
import { IMPORT_JOBS } from "./imports/index.js";
import { INTEGRATION_JOBS } from "./integrations/index.js";
import { LIFE_JOBS } from "./life-events/index.js";
import { LOOK_UP_JOBS } from "./look-up/index.js";
import { NEWS_JOBS } from "./news/index.js";
import { ORGANIZATION_JOBS } from "./organization/index.js";
import { OUTREACH_JOBS } from "./outreach/index.js";
import { PRIVACY_JOBS } from "./privacy/index.js";
import { REMINDER_JOBS } from "./reminders/index.js";
import { REQUEST_JOBS } from "./requests/index.js";
import { SAFE_PEOPLE_JOBS } from "./safe-people/index.js";
import { EXPORT_JOBS, STANDINGS_JOBS } from "./standings/index.js";
import { SURVEY_JOBS } from "./surveys/index.js";
import { TEMPLATE_JOBS } from "./templates/index.js";
import { TEST_MESSAGE_JOBS } from "./test-messages/index.js";
import { TOUCHPOINT_JOBS } from "./touchpoints/index.js";
import { TRIGGER_JOBS } from "./triggers/index.js";

export type { Worker } from "../kernel/jobs/worker.js";

/** Every feature's jobs. A feature is added here and nowhere else. */
export const JOBS: readonly JobDefinition[] = [
  ...ACCOUNT_JOBS,
  ...AUDIT_JOBS,
  ...ORGANIZATION_JOBS,
  ...SAFE_PEOPLE_JOBS,
  ...REMINDER_JOBS,
  ...REQUEST_JOBS,
  ...STANDINGS_JOBS,
  ...EXPORT_JOBS,
  ...TEMPLATE_JOBS,
  ...LIFE_JOBS,
  ...NEWS_JOBS,
  ...IMPORT_JOBS,
  ...TEST_MESSAGE_JOBS,
  ...PRIVACY_JOBS,
  ...LOOK_UP_JOBS,
  ...OUTREACH_JOBS,
  ...TOUCHPOINT_JOBS,
  ...TRIGGER_JOBS,
  ...GOOD_EXAMPLE_JOBS,
  ...HANDOVER_JOBS,
  ...INTEGRATION_JOBS,
  ...SURVEY_JOBS,
  ...CORE_CHOICE_JOBS,
  ...GRANT_RETURN_JOBS,
];

/** Runs the features' jobs until stopped. Rejects when the database is out of reach; `stop` drains, ten seconds at most. */
export async function startWorker(options: {
  env: Env;
  installation: Installation;
  log: Logger;
  patienceMs?: number | undefined;
}): Promise<Worker> {
  const { env, installation, log, patienceMs } = options;
  const { databaseUrl, rolePrefix, secret } = env;
  const job = await openDoor({ databaseUrl, rolePrefix, secret, login: "job", poolSize: 8, patienceMs });
  const mailer = createMailer(env, installation.auth);
  const { app, auth, sealer, mode, baseUrl } = installation;
  const close = async () => {
    mailer.close();
    await job.close();
  };
  try {
    const worker = await runWorker({
      databaseUrl,
      rolePrefix,
      secret,
      jobs: JOBS,
      context: { job, auth, app, mailer, sealer, secret, mode, baseUrl },
      log,
    });
    return {
      async stop() {
        await worker.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
