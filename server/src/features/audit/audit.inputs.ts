import { Field } from "type-graphql";
import { z } from "zod";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LocalDateScalar } from "../../kernel/graphql/shared-types.js";
import { AuditKindEnum } from "./audit-kinds.js";
import type { AuditKind } from "./audit-kinds.js";

@Input("Which lines of the trail. Without a filter: all that the seat may read.")
export class AuditFilter {
  @Field(() => AuditKindEnum, { nullable: true, description: "What kind of change." })
  kind?: AuditKind | null;
  @Field(() => String, {
    nullable: true,
    description: "A part of the name of who did it, or of the chapter it is about. At most 120 characters.",
  })
  search?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "This day or later." })
  from?: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: "This day or earlier." })
  to?: string | null;
}

@Input("Takes the trail out as a file.")
export class ExportAuditTrailInput extends KeyedInput {
  @Field(() => AuditFilter, { nullable: true, description: "Which lines; all when left out." })
  filter?: AuditFilter | null;
}

/** What is searched for may be pasted, so blanks around it do not count. */
export const searchRules = z.string().trim().max(120);
