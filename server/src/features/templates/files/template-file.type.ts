import { Field, ID } from "type-graphql";
import { KeyedInput } from "../../../kernel/graphql/mutation-inputs.js";
import { Input, Output } from "../../../kernel/graphql/output.js";

@Output("One version of a template as a file to keep, to read or to import again.")
export class TemplateFile {
  @Field(() => String, { description: "What to call the file." })
  name!: string;
  @Field(() => String, { description: "Its content: JSON, as its `$schema` says." })
  content!: string;
  @Field(() => String, { description: "Where the JSON Schema of such files is." })
  schemaUrl!: string;
}

@Input("A template from a file, as a new template with a first draft.")
export class ImportTemplateInput extends KeyedInput {
  @Field(() => ID, { description: "The new template's id, made by the client." })
  id!: string;
  @Field(() => String, { description: "The whole file as text, at most 256 kB." })
  file!: string;
}
