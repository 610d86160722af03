import { type Finding, advice, bad, good } from "./finding.js";

/**
 * The lowest safe minor of each major. Below it, ON CONFLICT DO UPDATE ... WHERE is evaluated on rows hidden by
 * row-level security (CVE-2026-120154, fixed in the minors of November 2026).
 */
const FLOOR: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 6 };

/** Judges `server_version_num` (180004 is 18.4). Production needs the floor; elsewhere falling short is advice. */
export const judgeVersion = (versionNumber: number, production: boolean): Finding => {
  const major = Math.floor(versionNumber / 10_000);
  const minor = versionNumber % 10_000;
  const floor = FLOOR[major];
  const version = `${major}.${minor}`;
  if (floor === undefined) return bad("PostgreSQL", `${version}; Varde runs on 15 to 18`);
  if (minor >= floor) return good("PostgreSQL", version);
  const short = `${version} is below ${major}.${floor}, which fixes CVE-2026-120154`;
  return production ? bad("PostgreSQL", short) : advice("PostgreSQL", `${short}: for trials on loopback only`);
};
