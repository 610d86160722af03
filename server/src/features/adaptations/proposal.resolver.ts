import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import {
  AcceptProposalInput,
  DeclineProposalInput,
  ProposeOverlayInput,
  SeeProposalInput,
  WithdrawProposalInput,
} from "./adaptation.inputs.js";
import { acceptProposal, declineProposal } from "./decide-proposal.service.js";
import { Proposal, ProposalConnection, ProposalPayload, ProposalStateEnum } from "./proposal.type.js";
import type { ProposalState } from "./proposal.type.js";
import { proposeOverlay, seeProposal, withdrawProposal } from "./propose.service.js";
import { findProposal, listProposals } from "./read-proposals.js";

/** Runs a use case once and answers with the proposal as it stands. */
function change(
  context: Context,
  operation: string,
  input: { key: string },
  act: (work: Work) => Promise<Done>,
): Promise<ProposalPayload> {
  return once(context, operation, input, act, async (work, id) => ({ proposal: await findProposal(work, id) }));
}

const INPUT = { description: "Which proposal, and what with it." };

@Resolver()
export class ProposalResolver {
  @Needs("PROPOSAL_READ")
  @Query(() => ProposalConnection, {
    description: "What chapters have proposed, the latest first: to a board its own, to national all.",
  })
  async proposals(
    @Ctx() context: Context,
    @Arg("templateId", () => ID, { nullable: true, description: "Only of this template." }) templateId: string | null,
    @Arg("state", () => ProposalStateEnum, { nullable: true, description: "Only those that stand so." })
    state: ProposalState | null,
    @Arg("unseen", () => Boolean, {
      defaultValue: false,
      description: "Only those national has decided and the chapter has not read.",
    })
    unseen: boolean,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<Proposal>> {
    return listProposals(await context.work(), { templateId, state, unseen, first, after });
  }

  @Needs("TEMPLATE_ADAPT")
  @Mutation(() => ProposalPayload, { description: "Proposes the acting chapter's overlay to national." })
  async proposeOverlay(
    @Ctx() context: Context,
    @Arg("input", () => ProposeOverlayInput, INPUT) input: ProposeOverlayInput,
  ): Promise<ProposalPayload> {
    return change(context, "proposeOverlay", input, (work) => proposeOverlay(work, context.language, input));
  }

  @Needs("TEMPLATE_ADAPT")
  @Mutation(() => ProposalPayload, { description: "Takes back an open proposal." })
  async withdrawProposal(
    @Ctx() context: Context,
    @Arg("input", () => WithdrawProposalInput, INPUT) input: WithdrawProposalInput,
  ): Promise<ProposalPayload> {
    return change(context, "withdrawProposal", input, (work) => withdrawProposal(work, context.language, input));
  }

  @Needs("TEMPLATE_ADAPT")
  @Mutation(() => ProposalPayload, { description: "Says that the chapter has read what was decided." })
  async seeProposal(
    @Ctx() context: Context,
    @Arg("input", () => SeeProposalInput, INPUT) input: SeeProposalInput,
  ): Promise<ProposalPayload> {
    return change(context, "seeProposal", input, (work) => seeProposal(work, input));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => ProposalPayload, { description: "Takes parts of a proposal into the next draft." })
  async acceptProposal(
    @Ctx() context: Context,
    @Arg("input", () => AcceptProposalInput, INPUT) input: AcceptProposalInput,
  ): Promise<ProposalPayload> {
    return change(context, "acceptProposal", input, (work) => acceptProposal(work, context.language, input));
  }

  @Needs("TEMPLATE_WRITE")
  @Mutation(() => ProposalPayload, { description: "Declines a proposal with a reason." })
  async declineProposal(
    @Ctx() context: Context,
    @Arg("input", () => DeclineProposalInput, INPUT) input: DeclineProposalInput,
  ): Promise<ProposalPayload> {
    return change(context, "declineProposal", input, (work) => declineProposal(work, context.language, input));
  }
}
