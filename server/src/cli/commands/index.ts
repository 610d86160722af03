import type { Command } from "../command.js";
import { auditHead, auditVerify } from "./audit.js";
import { demo } from "./demo.js";
import { doctor } from "./doctor.js";
import { erasures, reErase } from "./erasures.js";
import { factorRemove } from "./factor-remove.js";
import { migrateCommand } from "./migrate.js";
import { organizationCreate } from "./organization-create.js";
import { retention } from "./retention.js";
import { session } from "./session.js";
import { standingsCheck, standingsRebuild } from "./standings.js";
import { start } from "./start.js";

/** Every command, in the order of the list that --help prints. */
export const COMMANDS: readonly Command[] = [
  start,
  migrateCommand,
  demo,
  session,
  organizationCreate,
  factorRemove,
  retention,
  erasures,
  reErase,
  standingsCheck,
  standingsRebuild,
  auditVerify,
  auditHead,
  doctor,
];
