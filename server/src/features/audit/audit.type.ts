import type { LocalizedText as Text } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { connectionOf, Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, LocalizedText } from "../../kernel/graphql/shared-types.js";

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
  @Field(() => String, { nullable: true, description: "The chapter it is about." })
  chapterName!: string | null;
  @Field(() => String, { nullable: true, description: "Facts of the change as JSON: keys, numbers and dates." })
  detail!: string | null;
}

export const AuditConnection = connectionOf(AuditEntry, "Audit");
