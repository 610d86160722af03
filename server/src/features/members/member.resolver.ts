import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from "type-graphql";
import { z } from "zod";
import { CountsReading, Needs } from "../../kernel/access/policy.js";
import { countReading } from "../../kernel/count-reading.js";
import type { Work } from "../../kernel/db/unit-of-work.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { checkInput } from "../../kernel/errors/check-input.js";
import { asksFor } from "../../kernel/graphql/asks-for.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { listMembers } from "./list-members.service.js";
import { MemberOrderEnum } from "./member.enums.js";
import type { MemberOrder } from "./member.enums.js";
import {
  AddMemberInput,
  MemberFilter,
  memberRules,
  preferenceRules,
  SetContactPreferenceInput,
  SetFeePaidInput,
  UpdateMemberInput,
} from "./member.inputs.js";
import type { MemberFacts, MemberFactsInput } from "./member.inputs.js";
import { Member, MemberConnection, MemberDetail, MemberPayload } from "./member.type.js";
import { readMember } from "./read-member.service.js";
import { addMember, setContactPreference, setFeePaid, updateMember } from "./save-member.service.js";

const shower = (context: Context) => async (work: Work, id: string | null) => ({
  detail: id ? await readMember(work, context.installation.sealer, id) : null,
});

const asks = (context: Context, work: Work) => ({
  work,
  sealer: context.installation.sealer,
  language: context.language,
});

function factsOf(context: Context, work: Work, member: MemberFactsInput): MemberFacts {
  const rules = z.object({ member: memberRules(context.language, work.today) });
  const plain = { ...member, guardian: member.guardian ? { ...member.guardian } : null };
  return checkInput(rules, { member: plain }, context.language).member;
}

@Resolver()
export class MemberResolver {
  @Needs("MEMBER_READ")
  @CountsReading()
  @Query(() => MemberConnection, {
    description: "The acting chapter's members. `totalCount` is null when there are more than 1,000.",
  })
  async members(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("filter", () => MemberFilter, { nullable: true, description: "Which; all of today when left out." })
    filter: MemberFilter | null,
    @Arg("order", () => MemberOrderEnum, { defaultValue: "NAME", description: "In which order." }) order: MemberOrder,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 1-100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The cursor to go on after." }) after: string | null,
  ): Promise<Connection<Member>> {
    const { sealer } = context.installation;
    const work = await context.work();
    await countReading(work, "LIST");
    return listMembers(work, sealer, filter, {
      order,
      first,
      after,
      count: asksFor(info, "totalCount"),
    });
  }

  @Needs("MEMBER_READ")
  @CountsReading()
  @Query(() => MemberDetail, { description: "One member of the acting chapter, contact data included." })
  async member(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The member." }) id: string,
  ): Promise<MemberDetail> {
    const work = await context.work();
    const found = await readMember(work, context.installation.sealer, id);
    if (!found) throw new AppError("NOT_FOUND");
    await countReading(work, "PAGE");
    return found;
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberPayload, { description: "Takes a member into the acting chapter." })
  async addMember(
    @Ctx() context: Context,
    @Arg("input", () => AddMemberInput, { description: "The form." }) input: AddMemberInput,
  ): Promise<MemberPayload> {
    const act = async (work: Work) => addMember(asks(context, work), input.id, factsOf(context, work, input.member));
    return once(context, "addMember", input, act, shower(context));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberPayload, { description: "Corrects what the register holds of a member." })
  async updateMember(
    @Ctx() context: Context,
    @Arg("input", () => UpdateMemberInput, { description: "The form." }) input: UpdateMemberInput,
  ): Promise<MemberPayload> {
    const act = async (work: Work) =>
      updateMember(asks(context, work), input.id, input.rev, factsOf(context, work, input.member));
    return once(context, "updateMember", input, act, shower(context));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberPayload, { description: "Writes down what kind of contact a member has asked for." })
  async setContactPreference(
    @Ctx() context: Context,
    @Arg("input", () => SetContactPreferenceInput, { description: "The wish." }) input: SetContactPreferenceInput,
  ): Promise<MemberPayload> {
    const act = async (work: Work) => {
      const { preference, until } = input;
      const wish = checkInput(preferenceRules(context.language, work.today), { preference, until }, context.language);
      return setContactPreference(asks(context, work), input.id, input.rev, wish);
    };
    return once(context, "setContactPreference", input, act, shower(context));
  }

  @Needs("MEMBER_WRITE")
  @Mutation(() => MemberPayload, { description: "Writes down whether the fee of a calendar year is paid." })
  async setFeePaid(
    @Ctx() context: Context,
    @Arg("input", () => SetFeePaidInput, { description: "The fee." }) input: SetFeePaidInput,
  ): Promise<MemberPayload> {
    const act = (work: Work) => setFeePaid(asks(context, work), input.id, input.rev, input);
    return once(context, "setFeePaid", input, act, shower(context));
  }
}
