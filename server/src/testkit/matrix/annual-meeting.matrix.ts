import { v7 as uuidv7 } from "uuid";
import type { MatrixLine, MatrixWorld } from "./line.js";

async function meeting({ seed, federation }: MatrixWorld): Promise<string> {
  const id = uuidv7();
  await seed.rows("meeting", {
    organization_id: federation.organizationId,
    chapter_id: federation.chapters.own,
    id,
    kind: "ANNUAL_MEETING",
    held_on: "2027-02-12",
  });
  return id;
}

const OWN = {
  otherwise: "FORBIDDEN",
  except: {
    none: "UNAUTHENTICATED",
    leader: "OK",
    board: "OK",
    siblingLeader: "NOT_FOUND",
    foreignLeader: "NOT_FOUND",
  },
} as const;
const asked = (field: string, shape: string): MatrixLine => ({
  field,
  document: `query ($id: ID!) { ${field}(id: $id) { ${shape} } }`,
  arrange: async (world) => ({ id: await meeting(world) }),
  ...OWN,
});

/** A board's own annual meeting: nobody above it reads what is written, and who may vote is read in the chapter alone. */
export const annualMeetingMatrix: MatrixLine[] = [
  asked("annualKit", "meetingId"),
  {
    field: "takeVotingList",
    document: `mutation ($input: TakeVotingListInput!) { takeVotingList(input: $input) { list { fileName } problems { code } } }`,
    arrange: async (world) => ({ input: { key: uuidv7(), id: await meeting(world) } }),
    ...OWN,
  },
  {
    ...asked("annualMeetingFile", "fileName"),
    document: `query ($id: ID!) { annualMeetingFile(id: $id, paper: MINUTES, format: DOCX) { fileName } }`,
  },
  {
    field: "saveAnnualKit",
    document: `mutation ($input: SaveAnnualKitInput!) { saveAnnualKit(input: $input) { kit { rev } problems { code } } }`,
    arrange: async (world) => ({
      input: { key: uuidv7(), id: await meeting(world), rev: 0, notice: "Velkommen", agenda: [], papers: [] },
    }),
    ...OWN,
  },
];
