import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../kernel/errors/refusal.js";
import { Output } from "../../kernel/graphql/output.js";
import { DateTimeScalar, Problem } from "../../kernel/graphql/shared-types.js";
import { ExportProblemEnum, ExportStateEnum } from "../standings/index.js";
import type { ExportProblem, ExportState } from "../standings/index.js";
import { GrantFileKindEnum } from "./grant-return.type.js";
import type { GrantFileKind } from "./grant-return.type.js";

@Output(
  "A file of a year's returns that was ordered, and how far it has come. It is fetched as other ordered files are.",
)
export class GrantExport {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => GrantFileKindEnum, { description: "What kind of file." })
  kind!: GrantFileKind;
  @Field(() => Int, { description: "The basis year." })
  year!: number;
  @Field(() => ExportStateEnum, { description: "How far it has come." })
  state!: ExportState;
  @Field(() => ExportProblemEnum, { nullable: true, description: "Why it was not made; null unless it failed." })
  problem!: ExportProblem | null;
  @Field(() => Int, { nullable: true, description: "The size of the file in bytes, when it is ready." })
  bytes!: number | null;
  @Field(() => DateTimeScalar, { description: "When it was ordered." })
  orderedAt!: Date;
  @Field(() => DateTimeScalar, { description: "When it is erased." })
  expiresAt!: Date;
}

@Output("The order as it stands.")
export class GrantExportPayload {
  @Field(() => GrantExport, { nullable: true, description: "The order; null when there is none to show." })
  grantExport!: GrantExport | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
