import type { Federation, Seed, SeededSeat } from "../seed.js";
import type { TestServer } from "../server.js";

/** Who asks. `none` is signed out; `expired` had the leader's seat once; `foreign*` sit in another organization. */
export const CALLERS = [
  "none",
  "expired",
  "leader",
  "board",
  "mentor",
  "coordinator",
  "editor",
  "admin",
  "siblingLeader",
  "farCoordinator",
  "foreignLeader",
  "foreignAdmin",
] as const;
export type Caller = (typeof CALLERS)[number];

/** `OK`: answered without an error. Anything else: the code of the error. */
export type Verdict = "OK" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "BAD_REQUEST" | "RATE_LIMITED";

export type MatrixWorld = { seed: Seed; federation: Federation; server: TestServer };

/**
 * One root field: what every caller gets when acting on something of the *own* chapter (`federation.chapters.own`, region
 * east, `federation.organizationId`). `arrange` makes a fresh target for each caller and gives the variables, so that a
 * call that works does not spoil the next. `except` names the callers whose verdict differs from `otherwise`.
 */
export type MatrixLine = {
  field: string;
  /** which of several lines of the same field */
  of?: string;
  document: string;
  arrange: (world: MatrixWorld, caller: { name: Caller; seat: SeededSeat | null }) => Promise<Record<string, unknown>>;
  otherwise: Verdict;
  except: Partial<Record<Caller, Verdict>>;
  /** an answer without error may still say nothing: how it is seen that the caller reached the target (lists and nullable fields) */
  reached?: (data: Record<string, unknown>, variables: Record<string, unknown>) => boolean;
};
