import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { Needs, StepUp } from "../../kernel/access/policy.js";
import type { Context } from "../../kernel/graphql/context.js";
import type { Connection } from "../../kernel/graphql/output.js";
import { once } from "../../kernel/mutation.js";
import { AuditFilter, ExportAuditTrailInput } from "./audit.inputs.js";
import { auditFile, auditTrail, noteExport } from "./audit.service.js";
import { AuditConnection, ExportAuditTrailPayload } from "./audit.type.js";
import type { AuditEntry, AuditExport } from "./audit.type.js";

@Resolver()
export class AuditResolver {
  @Needs("AUDIT_READ")
  @Query(() => AuditConnection, { description: "Who changed what and when, newest first." })
  async auditTrail(
    @Ctx() context: Context,
    @Arg("filter", () => AuditFilter, { nullable: true, description: "Which lines; all when left out." })
    filter: AuditFilter | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, 100 at most." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "`endCursor` of the page before." }) after?:
      | string
      | null,
  ): Promise<Connection<AuditEntry>> {
    return auditTrail(await context.work(), filter ?? null, first, after ?? null);
  }

  @Needs("AUDIT_READ")
  @StepUp()
  @Mutation(() => ExportAuditTrailPayload, {
    description:
      "The organization's trail as a file, for its administrators. That it was taken out is written in the trail.",
  })
  async exportAuditTrail(
    @Ctx() context: Context,
    @Arg("input", () => ExportAuditTrailInput, { description: "Which lines." }) input: ExportAuditTrailInput,
  ): Promise<ExportAuditTrailPayload> {
    let file: AuditExport | null = null;
    return once(
      context,
      "exportAuditTrail",
      input,
      async (work) => {
        file = await auditFile(work, input.filter ?? null, context.language);
        return noteExport(work, file.lines);
      },
      // a retry reads it again, and is not written down again
      async (work, id) => ({
        export: id ? (file ?? (await auditFile(work, input.filter ?? null, context.language))) : null,
      }),
    );
  }
}
