import type { CoreChoice_CandidatesFragment, CoreScoreKind } from "../../../../graphql/generated/graphql";

export type Candidates = CoreChoice_CandidatesFragment;
export type Candidate = Candidates["candidates"][number];

export const scoreOf = ({ scores }: Candidate, kind: CoreScoreKind) => scores.find((one) => one.kind === kind)!;
/** Whether it has a place in the picture. */
export const placed = (one: Candidate): boolean => one.quadrant !== "UNKNOWN";
