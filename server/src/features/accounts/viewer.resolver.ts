import { Ctx, Query, Resolver } from "type-graphql";
import { Public } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import { Viewer } from "./account.type.js";

@Resolver()
export class ViewerResolver {
  @Public()
  @Query(() => Viewer, { nullable: true, description: "Who is signed in; null when nobody is." })
  async viewer(@Ctx() context: Context): Promise<Viewer | null> {
    const { viewer } = await context.work();
    return viewer && { account: { id: viewer.accountId, name: viewer.accountName } };
  }
}
