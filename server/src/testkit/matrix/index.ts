import type { MatrixLine } from "./line.js";
import { accountsMatrix } from "./accounts.matrix.js";
import { templatesMatrix } from "./templates.matrix.js";

/** Operation x caller → verdict, a line for every root field; a root field without one turns the suite red. */
export const MATRIX: readonly MatrixLine[] = [...accountsMatrix, ...templatesMatrix];
