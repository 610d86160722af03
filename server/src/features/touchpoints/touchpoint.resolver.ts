import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from "type-graphql";
import { CountsReading, ForIntegrations, Needs } from "../../kernel/access/policy.js";
import { AppError } from "../../kernel/errors/app-error.js";
import { asksFor } from "../../kernel/graphql/asks-for.js";
import { countReading } from "../../kernel/count-reading.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { listChapterTouchpoints, listMemberTouchpoints, listTouchpoints } from "./list-touchpoints.service.js";
import { readTouchpoint } from "./read-touchpoint.service.js";
import { listStartable } from "./start-touchpoint.service.js";
import { readTouchpointChoices } from "./touchpoint-choices.service.js";
import { TouchpointChoices } from "./touchpoint-choices.type.js";
import { StartableTemplate, TouchpointDetail } from "./touchpoint-detail.type.js";
import { TouchpointFilter } from "./touchpoint.inputs.js";
import { Touchpoint, TouchpointConnection } from "./touchpoint.type.js";
import { readWorkday } from "./workday.service.js";
import { WhoseEnum, Workday } from "./workday.type.js";
import type { Whose } from "./workday.type.js";

const FIRST = { defaultValue: 50, description: "How many, 1-100." };
const AFTER = { nullable: true, description: "The cursor to go on after." };

@Resolver()
export class TouchpointResolver {
  @Needs("TOUCHPOINT_READ")
  @Query(() => TouchpointConnection, { description: "The acting chapter's touchpoints by due day." })
  async touchpoints(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("filter", () => TouchpointFilter, { nullable: true, description: "Which; the unclosed when left out." })
    filter: TouchpointFilter | null,
    @Arg("latestFirst", () => Boolean, { defaultValue: false, description: "The latest due day first." })
    latestFirst: boolean,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
  ): Promise<Connection<Touchpoint>> {
    const count = asksFor(info, "totalCount");
    return listTouchpoints(context.installation, await context.work(), filter, { first, after, count, latestFirst });
  }

  @Needs("TOUCHPOINT_READ")
  @Query(() => TouchpointChoices, { description: "What the acting chapter's list can be narrowed to." })
  async touchpointChoices(@Ctx() context: Context): Promise<TouchpointChoices> {
    return readTouchpointChoices(await context.work());
  }

  @Needs("TOUCHPOINT_READ")
  @Query(() => Workday, { description: "What the acting chapter's board has before it today." })
  async workday(
    @Ctx() context: Context,
    @Arg("whose", () => WhoseEnum, {
      nullable: true,
      description: "Whose work; when left out mine if something is mine, else the board's.",
    })
    whose: Whose | null,
  ): Promise<Workday> {
    return readWorkday(context, await context.work(), whose);
  }

  @Needs("TOUCHPOINT_READ", "TOUCHPOINT_UNBOUND_READ")
  @CountsReading()
  @Query(() => TouchpointDetail, { description: "One touchpoint with all it takes to carry it out." })
  async touchpoint(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The touchpoint." }) id: string,
  ): Promise<TouchpointDetail> {
    const work = await context.work();
    const found = await readTouchpoint(context, work, id);
    if (!found) throw new AppError("NOT_FOUND");
    if (found.contact) await countReading(work, "ADDRESS");
    return found;
  }

  @Needs("TOUCHPOINT_READ")
  @Query(() => TouchpointConnection, {
    description: "The touchpoints about one member of the acting chapter, the latest due first.",
  })
  async memberTouchpoints(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("memberId", () => ID, { description: "The member." }) memberId: string,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
  ): Promise<Connection<Touchpoint>> {
    const count = asksFor(info, "totalCount");
    return listMemberTouchpoints(context.installation, await context.work(), memberId, { first, after, count });
  }

  @Needs("TOUCHPOINT_READ")
  @Query(() => [StartableTemplate], { description: "The templates the board may start by hand." })
  async startableTemplates(@Ctx() context: Context): Promise<StartableTemplate[]> {
    return listStartable(await context.work());
  }

  @Needs("TOUCHPOINT_READ", "TOUCHPOINT_UNBOUND_READ")
  @ForIntegrations("DUTIES")
  @Query(() => TouchpointConnection, {
    description: "The touchpoints behind a number. Above the chapter there are none of a template about one member.",
  })
  async chapterTouchpoints(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg("chapterId", () => ID, { description: "The chapter." }) chapterId: string,
    @Arg("templateId", () => ID, { description: "The template." }) templateId: string,
    @Arg("period", () => String, { description: "The period of their first due day, such as `2026-H1`." })
    period: string,
    @Arg("first", () => Int, FIRST) first: number,
    @Arg("after", () => String, AFTER) after: string | null,
  ): Promise<Connection<Touchpoint>> {
    const target = { chapterId, templateId, period };
    const count = asksFor(info, "totalCount");
    return listChapterTouchpoints(context.installation, await context.work(), target, { first, after, count });
  }
}
