import { addDays } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import type { Federation, Seed, SeededSeat } from "../../testkit/seed.js";
import type { TestServer } from "../../testkit/server.js";

export type Life = {
  memberId: string;
  name: string;
  leftOn: string | null;
  endReason: string | null;
  movedTo: string | null;
  undoUntil: string | null;
  mobileWrongOn: string | null;
  declined: boolean;
  move: { id: string; rev: number; toChapter: string | null } | null;
  merges: { id: string; rev: number; keptId: string }[];
  rev: number;
};
export type LifePayload = { life: Life | null; problems: { code: string; path: string[]; message: string }[] };

const FIELDS = `memberId name leftOn endReason movedTo undoUntil mobileWrongOn declined move { id rev toChapter } merges { id rev keptId } rev`;
const INPUTS = {
  endMembership: "EndMembershipInput",
  reinstateMember: "ReinstateMemberInput",
  proposeMove: "ProposeMoveInput",
  withdrawMove: "DecideMoveInput",
  acceptMove: "DecideMoveInput",
  declineMove: "DecideMoveInput",
  mergeMembers: "MergeMembersInput",
  undoMerge: "UndoMergeInput",
} as const;
export type LifeMutation = keyof typeof INPUTS;

/** The document of one of the feature's mutations. */
export const lifeDocument = (name: LifeMutation): string =>
  `mutation ($input: ${INPUTS[name]}!) { ${name}(input: $input) { life { ${FIELDS} } problems { code path message } } }`;

const withKey = (input: Record<string, unknown>) => ({ input: { key: uuidv7(), ...input } });

/** Runs one with a fresh key unless told otherwise. */
export async function live(
  server: TestServer,
  seat: SeededSeat,
  name: LifeMutation,
  input: Record<string, unknown>,
): Promise<LifePayload> {
  return (await server.ask<Record<string, LifePayload>>(seat, lifeDocument(name), withKey(input)))[name]!;
}
/** The code of the error, or "OK". */
export const lifeCode = (
  server: TestServer,
  seat: SeededSeat | null,
  name: LifeMutation,
  input: Record<string, unknown>,
): Promise<string> => server.code(seat, lifeDocument(name), withKey(input));

/** The problems' codes. */
export const codes = ({ problems }: LifePayload): string[] => problems.map(({ code }) => code);

export async function lifeOf(server: TestServer, seat: SeededSeat, memberId: string): Promise<Life> {
  const document = `query ($memberId: ID!) { memberLife(memberId: $memberId) { ${FIELDS} } }`;
  return (await server.ask<{ memberLife: Life }>(seat, document, { memberId })).memberLife;
}

/** A member of a chapter with everything that is known of one, under names that nothing else has. */
export async function knownMember(
  seed: Seed,
  world: Federation,
  today: string,
  over: Record<string, unknown> = {},
): Promise<string> {
  const id = uuidv7();
  const word = `canary${seed.unique()}`;
  const contact = (text: string) => seed.sealer.blindIndex(world.organizationId, text);
  await seed.rows("member", {
    organization_id: world.organizationId,
    chapter_id: world.chapters.own,
    id,
    first_name: word,
    last_name: "Canaryson",
    member_no: word,
    birth_date: "2004-02-29",
    birth_year: 2004,
    email_ct: seed.sealer.seal(`${word}@test.example`, `member/${id}/email`),
    email_bidx: contact(`${word}@test.example`),
    mobile_ct: seed.sealer.seal("+4790000001", `member/${id}/mobile`),
    mobile_bidx: contact(word),
    guardian_ct: seed.sealer.seal(`{"name":"${word}"}`, `member/${id}/guardian`),
    guardian_bidx: contact(`guardian ${word}`),
    postcode: "0150",
    joined_on: addDays(today, -40),
    joined_chapter_on: addDays(today, -40),
    ...over,
  });
  return id;
}
