import { accountsMatrix } from "./accounts.matrix.js";
import { organizationMatrix } from "./organization.matrix.js";
import { auditMatrix } from "./audit.matrix.js";
import type { MatrixLine } from "./line.js";
import { meetingsMatrix } from "./meetings.matrix.js";
import { standingsMatrix } from "./standings.matrix.js";
import { templatesMatrix } from "./templates.matrix.js";
import { touchpointsMatrix } from "./touchpoints.matrix.js";

/** Operation x caller → verdict, a line for every root field; a root field without one turns the suite red. */
export const MATRIX: readonly MatrixLine[] = [
  ...accountsMatrix,
  ...organizationMatrix,
  ...templatesMatrix,
  ...meetingsMatrix,
  ...touchpointsMatrix,
  ...standingsMatrix,
  ...auditMatrix,
];
