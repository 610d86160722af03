import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import type { Context } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/mutation.js";
import type { Done } from "../../kernel/mutation.js";
import { endMembership, reinstateMember } from "./end.service.js";
import { DecideMoveInput, EndMembershipInput, ProposeMoveInput, ReinstateMemberInput } from "./life.inputs.js";
import { AgeingMembers, MemberLife, MemberLifePayload, MemberMoves, MoveTarget } from "./life.type.js";
import { acceptMove, declineMove, proposeMove, withdrawMove } from "./move.service.js";
import { findLife, readLife } from "./read-life.js";
import { listAgeing } from "./read-likeness.js";
import { listMoves, listTargets } from "./read-moves.js";

const INPUT = { description: "What happened." };

/** Runs a use case once and answers with the member's life as it stands. */
export function change<I extends { key: string }>(
  context: Context,
  operation: string,
  input: I,
  act: (work: Work) => Promise<Done>,
): Promise<MemberLifePayload> {
  return once(context, operation, input, act, async (work, id) => ({ life: id ? await findLife(work, id) : null }));
}

@Resolver()
export class LifeResolver {
  @Needs("MEMBER_READ")
  @Query(() => MemberLife, { description: "What has happened to a member of the acting chapter." })
  async memberLife(
    @Ctx() context: Context,
    @Arg("memberId", () => ID, { description: "The member." }) memberId: string,
  ): Promise<MemberLife> {
    return readLife(await context.work(), memberId);
  }

  @Needs("MEMBER_READ")
  @Query(() => MemberMoves, { description: "Who is on the way to the acting chapter, and from it." })
  async memberMoves(@Ctx() context: Context): Promise<MemberMoves> {
    return listMoves(await context.work());
  }

  @Needs("MEMBER_WRITE")
  @Query(() => [MoveTarget], { description: "Chapters of the organization that a member may move to, by name." })
  async moveTargets(@Ctx() context: Context): Promise<MoveTarget[]> {
    return listTargets(await context.work());
  }

  @Needs("MEMBER_READ")
  @Query(() => AgeingMembers, { description: "Who of the acting chapter grows past the highest age this year." })
  async ageingMembers(@Ctx() context: Context): Promise<AgeingMembers> {
    return listAgeing(await context.work());
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Ends a membership; what waits about the member is cancelled." })
  async endMembership(
    @Ctx() context: Context,
    @Arg("input", () => EndMembershipInput, INPUT) input: EndMembershipInput,
  ): Promise<MemberLifePayload> {
    return change(context, "endMembership", input, (work) => endMembership(work, context.language, input));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Takes an end back within thirty days." })
  async reinstateMember(
    @Ctx() context: Context,
    @Arg("input", () => ReinstateMemberInput, INPUT) input: ReinstateMemberInput,
  ): Promise<MemberLifePayload> {
    return change(context, "reinstateMember", input, (work) => reinstateMember(work, context.language, input));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Asks another chapter to receive a member." })
  async proposeMove(
    @Ctx() context: Context,
    @Arg("input", () => ProposeMoveInput, INPUT) input: ProposeMoveInput,
  ): Promise<MemberLifePayload> {
    return change(context, "proposeMove", input, (work) => proposeMove(work, context.language, input));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Takes the acting chapter's own proposal back." })
  async withdrawMove(
    @Ctx() context: Context,
    @Arg("input", () => DecideMoveInput, INPUT) input: DecideMoveInput,
  ): Promise<MemberLifePayload> {
    return change(context, "withdrawMove", input, (work) => withdrawMove(work, context.language, input));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Receives a member; what waits about them comes along." })
  async acceptMove(
    @Ctx() context: Context,
    @Arg("input", () => DecideMoveInput, INPUT) input: DecideMoveInput,
  ): Promise<MemberLifePayload> {
    return change(context, "acceptMove", input, (work) => acceptMove(work, context.language, input));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberLifePayload, { description: "Does not receive a member, who stays where they are." })
  async declineMove(
    @Ctx() context: Context,
    @Arg("input", () => DecideMoveInput, INPUT) input: DecideMoveInput,
  ): Promise<MemberLifePayload> {
    return change(context, "declineMove", input, (work) => declineMove(work, context.language, input));
  }
}
