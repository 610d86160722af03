import { Field, Int } from "type-graphql";
import { ChangeInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";
import { ImportFieldEnum } from "./import.type.js";
import type { Field as MemberField } from "./read/index.js";

@Input("What a column of the file holds.")
export class ImportColumnInput {
  @Field(() => Int, { description: "Its place, 0 first." })
  index!: number;
  @Field(() => ImportFieldEnum, { description: "What it holds." })
  field!: MemberField;
}

@Input("Says what the columns of a file are, now and the next time. The file is then sent again.")
export class SaveImportMappingInput extends ChangeInput {
  @Field(() => [ImportColumnInput], { description: "One for each column that is to be remembered." })
  columns!: ImportColumnInput[];
}

@Input("Takes a file that was looked through into the register.")
export class ApplyImportInput extends ChangeInput {}

@Input("Gives up a file; what was read of it is forgotten.")
export class CancelImportInput extends ChangeInput {}
