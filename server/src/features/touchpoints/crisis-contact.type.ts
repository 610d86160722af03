import type { LocalizedText as Text } from "@varde/domain";
import { Field } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalizedText } from "../../kernel/graphql/shared-types.js";

@Output("Somebody to call when a conversation gets heavy.")
export class CrisisContact {
  @Field(() => String, { description: "Who answers." })
  name!: string;
  @Field(() => String, { description: "The number to call." })
  phone!: string;
  @Field(() => LocalizedText, { description: "When to call it." })
  note!: Text;
  @Field(() => Boolean, { description: "For danger to life and what cannot wait." })
  urgent!: boolean;
}
