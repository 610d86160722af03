import { emptyOverlay } from "@varde/domain";
import { v7 as uuidv7 } from "uuid";
import { DUTY, touchpointSeed } from "../../features/touchpoints/touchpoints.testing.js";
import type { MatrixLine, MatrixWorld, Verdict } from "./line.js";

const content = { ...emptyOverlay(), omitted: ["invite"] };

/** A version of the federation's own organization, with an overlay of the own chapter on it and an open proposal. */
async function adapted({ seed, federation }: MatrixWorld) {
  const { organizationId: organization_id, chapters, leader } = federation;
  const { templateId, versionId } = await (await touchpointSeed(seed, federation)).template(DUTY);
  const overlayId = uuidv7();
  const proposalId = uuidv7();
  const tenant = { organization_id, chapter_id: chapters.own, template_id: templateId, version_id: versionId, content };
  await seed.rows("overlay", { ...tenant, id: overlayId, updated_by: leader.seatId });
  await seed.rows("proposal", { ...tenant, id: proposalId, proposed_by: leader.seatId });
  return { templateId, versionId, overlayId, proposalId };
}

const key = () => ({ key: uuidv7() });
const mutation = (field: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} problems { code } } }`;

// the chapter's own, and nobody above it
const BOARD: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", leader: "OK", board: "OK", siblingLeader: "OK", foreignLeader: "NOT_FOUND" },
};
const ofBoard = (over: Partial<Record<"siblingLeader" | "foreignLeader", Verdict>>) => ({
  ...BOARD,
  except: { ...BOARD.except, ...over },
});
const NATIONAL: Pick<MatrixLine, "otherwise" | "except"> = {
  otherwise: "FORBIDDEN",
  except: { none: "UNAUTHENTICATED", editor: "OK", admin: "OK", foreignAdmin: "NOT_FOUND" },
};

export const adaptationsMatrix: MatrixLine[] = [
  {
    field: "adaptableTemplates",
    document: `query { adaptableTemplates { templateId } }`,
    arrange: async () => ({}),
    ...ofBoard({ foreignLeader: "OK" }),
  },
  {
    // the version is everybody's in the organization; the overlay on it the chapter's own
    field: "adaptation",
    document: `query ($id: ID!) { adaptation(templateId: $id) { overlayId } }`,
    arrange: async (world) => {
      const { templateId, overlayId } = await adapted(world);
      return { id: templateId, overlayId };
    },
    ...ofBoard({ siblingLeader: "NOT_FOUND" }),
    reached: (data, { overlayId }) =>
      (data as { adaptation: { overlayId: string } }).adaptation.overlayId === overlayId,
  },
  {
    field: "proposals",
    document: `query ($id: ID!) { proposals(templateId: $id) { nodes { id } } }`,
    arrange: async (world) => {
      const { templateId, proposalId } = await adapted(world);
      return { id: templateId, proposalId };
    },
    otherwise: "FORBIDDEN",
    except: {
      none: "UNAUTHENTICATED",
      leader: "OK",
      board: "OK",
      editor: "OK",
      admin: "OK",
      siblingLeader: "NOT_FOUND",
      foreignLeader: "NOT_FOUND",
      foreignAdmin: "NOT_FOUND",
    },
    reached: (data, { proposalId }) =>
      (data as { proposals: { nodes: { id: string }[] } }).proposals.nodes.some(({ id }) => id === proposalId),
  },
  {
    // a sibling adapts the version for itself
    field: "saveOverlay",
    document: mutation("saveOverlay", "SaveOverlayInput", "adaptation { rev }"),
    arrange: async (world) => {
      const { versionId } = await adapted(world);
      return { input: { ...key(), id: uuidv7(), rev: 0, versionId, content } };
    },
    ...BOARD,
  },
  {
    field: "carryOverlay",
    document: mutation("carryOverlay", "CarryOverlayInput", "left { key }"),
    arrange: async (world) => {
      const { templateId, versionId } = await adapted(world);
      const next = uuidv7();
      await world.seed.rows("template_version", {
        organization_id: world.federation.organizationId,
        id: next,
        template_id: templateId,
        minor: 1,
        state: "PUBLISHED",
        definition: DUTY,
        about_member: false,
        published_at: new Date(),
      });
      return { input: { ...key(), id: uuidv7(), fromVersionId: versionId, versionId: next } };
    },
    ...ofBoard({ siblingLeader: "NOT_FOUND" }),
  },
  {
    field: "proposeOverlay",
    document: mutation("proposeOverlay", "ProposeOverlayInput", "proposal { id }"),
    arrange: async (world) => {
      const { versionId } = await adapted(world);
      return { input: { ...key(), versionId, rev: 1, message: "" } };
    },
    // a sibling has no overlay to propose: it is told so
    ...BOARD,
  },
  {
    field: "withdrawProposal",
    document: mutation("withdrawProposal", "WithdrawProposalInput", "proposal { id }"),
    arrange: async (world) => ({ input: { ...key(), id: (await adapted(world)).proposalId, rev: 1 } }),
    ...ofBoard({ siblingLeader: "NOT_FOUND" }),
  },
  {
    field: "seeProposal",
    document: mutation("seeProposal", "SeeProposalInput", "proposal { id }"),
    arrange: async (world) => ({ input: { ...key(), id: (await adapted(world)).proposalId } }),
    ...ofBoard({ siblingLeader: "NOT_FOUND" }),
  },
  {
    field: "acceptProposal",
    document: mutation("acceptProposal", "AcceptProposalInput", "proposal { id }"),
    arrange: async (world) => ({
      input: { ...key(), id: (await adapted(world)).proposalId, rev: 1, parts: [{ part: "STEPS", key: "invite" }] },
    }),
    ...NATIONAL,
  },
  {
    field: "declineProposal",
    document: mutation("declineProposal", "DeclineProposalInput", "proposal { id }"),
    arrange: async (world) => ({
      input: { ...key(), id: (await adapted(world)).proposalId, rev: 1, reason: "Kommer i neste." },
    }),
    ...NATIONAL,
  },
];
