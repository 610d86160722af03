import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID, Int } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { DateTimeScalar, LocalizedText, Problem } from "../../kernel/graphql/shared-types.js";

@Output("One change, as the insert-only trail holds it. Never a member, an address or an answer.")
export class AuditEntry {
  @Field(() => ID, { description: "Its place in the trail." })
  id!: string;
  @Field(() => DateTimeScalar, { description: "When it was done." })
  at!: Date;
  @Field(() => String, { nullable: true, description: "Who held the seat it was done from; null when a job did it." })
  actorName!: string | null;
  @Field(() => String, { description: "What was done, such as `ROLLED_OUT`." })
  action!: string;
  @Field(() => String, { description: "The kind of thing it was done to." })
  subjectType!: string;
  @Field(() => ID, { nullable: true, description: "The thing's id." })
  subjectId!: string | null;
  @Field(() => LocalizedText, {
    nullable: true,
    description: "What the template it was done to is called now; null for other things, and when it is gone.",
  })
  templateName!: Text | null;
  @Field(() => ID, { nullable: true, description: "The id of the chapter it is about." })
  chapterId!: string | null;
  @Field(() => String, { nullable: true, description: "The chapter it is about." })
  chapterName!: string | null;
  @Field(() => String, { nullable: true, description: "Facts of the change as JSON: keys, numbers and dates." })
  detail!: string | null;
}

export const AuditConnection = connectionOf(AuditEntry, "Audit");

@Output("The trail as a file.")
export class AuditExport {
  @Field(() => String, {
    description: "CSV: UTF-8 with a byte order mark, semicolons, safe against formulas; the newest line first.",
  })
  csv!: string;
  @Field(() => Int, { description: "How many lines it holds, 10,000 at most." })
  lines!: number;
  @Field(() => Boolean, { description: "False when there were more; the last line of the file says so too." })
  complete!: boolean;
}

@Output("The file, or why there is none.")
export class ExportAuditTrailPayload {
  @Field(() => AuditExport, { nullable: true, description: "The file; null when refused." })
  export!: AuditExport | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
