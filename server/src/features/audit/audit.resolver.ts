import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { Needs } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { auditTrail } from "./audit.service.js";
import { AuditConnection } from "./audit.type.js";
import type { AuditEntry } from "./audit.type.js";

@Resolver()
export class AuditResolver {
  @Needs("AUDIT_READ")
  @Query(() => AuditConnection, { description: "Who changed what and when, newest first." })
  async auditTrail(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 100 at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "`endCursor` of the page before." }) after?:
      | string
      | null,
  ): Promise<Connection<AuditEntry>> {
    return auditTrail(await context.work(), first, after ?? null);
  }
}
