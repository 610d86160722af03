import type { Language } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { LanguageEnum } from "../../kernel/graphql/shared-types.js";

@Input("A message of a version, to be sent to oneself.")
export class SendTestMessageInput extends KeyedInput {
  @Field(() => ID, { description: "The template." }) templateId!: string;
  @Field(() => ID, { description: "The version; a draft too." }) versionId!: string;
  @Field(() => String, { description: "The message's key in the version." }) messageKey!: string;
  @Field(() => LanguageEnum, { description: "In which language; bokmål stands in where it is not written." })
  language!: Language;
  @Field(() => ID, { nullable: true, description: "Whose names fill the fields; the organization's when left out." })
  chapterId?: string | null;
}
