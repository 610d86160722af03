import type { LocalizedText as Text, TemplateDefinition as Definition } from "@varde/domain";
import { Field, ID } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";
import { LocalDateScalar, LocalizedText } from "../../kernel/graphql/shared-types.js";
import { TemplateDefinition } from "../templates/index.js";
import { BoardMessage } from "./board-message.type.js";

@Output("A version of a template that the chapter was given.")
export class VersionNews {
  @Field(() => ID, { description: "The version." })
  versionId!: string;
  @Field(() => ID, { description: "Its template." })
  templateId!: string;
  @Field(() => LocalizedText, { description: "The template's name in this version." })
  name!: Text;
  @Field(() => String, { description: "`major.minor`." })
  number!: string;
  @Field(() => String, {
    nullable: true,
    description: "The number of the version the chapter had before; null when the template is new to it.",
  })
  previousNumber!: string | null;
  @Field(() => String, { nullable: true, description: "What is new, in national's words." })
  notes!: string | null;
  @Field(() => LocalDateScalar, { description: "First day the chapter has it." })
  fromDay!: string;
}

@Output("A version beside the one the chapter had before it.")
export class VersionChange {
  @Field(() => VersionNews, { description: "The version." })
  version!: VersionNews;
  @Field(() => TemplateDefinition, { nullable: true, description: "What the chapter had before; null for a new one." })
  before!: Definition | null;
  @Field(() => TemplateDefinition, { description: "What it has now." })
  after!: Definition;
}

@Output("What the seat acted in has not seen yet.")
export class News {
  @Field(() => [BoardMessage], {
    description: "Messages of the last 60 days not marked as read, newest first, at most 3.",
  })
  boardMessages!: BoardMessage[];
  @Field(() => [VersionNews], {
    description:
      "Versions the chapter was given in the last 60 days and that were not dismissed, newest first, at most 3.",
  })
  versions!: VersionNews[];
}
