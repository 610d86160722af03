import { Field } from "type-graphql";
import { Output } from "../../../kernel/graphql/output.js";
import { enumOf } from "../../../kernel/graphql/shared-types.js";

export const PLAN_FILE_FORMATS = ["PDF", "DOCX"] as const;
export type PlanFileFormat = (typeof PLAN_FILE_FORMATS)[number];
export const PlanFileFormatEnum = enumOf(
  PLAN_FILE_FORMATS,
  "ActionPlanFileFormat",
  "PDF: to print, tagged for who has it read aloud. DOCX: to go on writing in a word processor.",
);

@Output("An action plan as a file.")
export class ActionPlanFile {
  @Field(() => String, { description: "What to call it, without its ending." })
  fileName!: string;
  @Field(() => String, { description: "The file, base64." })
  data!: string;
}
