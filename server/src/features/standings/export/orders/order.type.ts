import { Field, ID, Int } from "type-graphql";
import type { ProblemData } from "../../../../kernel/errors/refusal.js";
import { Output } from "../../../../kernel/graphql/output.js";
import { DateTimeScalar, enumOf, Problem } from "../../../../kernel/graphql/shared-types.js";

export const EXPORT_KINDS = ["REPORT", "TABLES"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
/** Grant returns are ordered, kept and fetched in the same way; what they are is their feature's. */
export const RETURN_KINDS = ["RETURN_TABLE", "RETURNS"] as const;
export type OrderKind = ExportKind | (typeof RETURN_KINDS)[number];
export const ExportKindEnum = enumOf(
  EXPORT_KINDS,
  "ExportKind",
  "REPORT: a PDF to print, with pictures. TABLES: an Excel file with a sheet for each interaction point.",
);

export const EXPORT_CONTENTS = ["CORE", "ALL"] as const;
export type ExportContent = (typeof EXPORT_CONTENTS)[number];
export const ExportContentEnum = enumOf(
  EXPORT_CONTENTS,
  "ExportContent",
  "CORE: the core set. ALL: everything that can be compared, the core set first.",
);

export const EXPORT_STATES = ["WAITING", "MAKING", "READY", "FAILED", "EXPIRED"] as const;
export type ExportState = (typeof EXPORT_STATES)[number];
export const ExportStateEnum = enumOf(
  EXPORT_STATES,
  "ExportState",
  "How far an ordered export has come. EXPIRED: its day is over, and the file is erased.",
);

export const EXPORT_PROBLEMS = ["REACH", "ERROR"] as const;
export type ExportProblem = (typeof EXPORT_PROBLEMS)[number];
export const ExportProblemEnum = enumOf(
  EXPORT_PROBLEMS,
  "ExportProblem",
  "Why an export was not made. REACH: what the seat may see changed meanwhile. ERROR: it failed, again and again.",
);

@Output("A file of standings that was ordered, and how far it has come.")
export class ExportOrder {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => ExportKindEnum, { description: "What kind of file." })
  kind!: ExportKind;
  @Field(() => ExportContentEnum, { description: "Which interaction points." })
  content!: ExportContent;
  @Field(() => String, { description: "Whose numbers, by name." })
  scopeName!: string;
  @Field(() => ID, { nullable: true, description: "The region it is about; null for all of the reach." })
  regionId!: string | null;
  @Field(() => Boolean, { description: "Whether each region has a part of its own." })
  eachRegion!: boolean;
  @Field(() => ExportStateEnum, { description: "How far it has come." })
  state!: ExportState;
  @Field(() => ExportProblemEnum, { nullable: true, description: "Why it was not made; null unless it failed." })
  problem!: ExportProblem | null;
  @Field(() => Int, { description: "Parts that are read." })
  done!: number;
  @Field(() => Int, { description: "Parts in all." })
  total!: number;
  @Field(() => Int, { nullable: true, description: "The size of the file in bytes, when it is ready." })
  bytes!: number | null;
  @Field(() => DateTimeScalar, { description: "When it was ordered." })
  orderedAt!: Date;
  @Field(() => DateTimeScalar, { description: "When it is erased." })
  expiresAt!: Date;
}

@Output("The order as it stands.")
export class ExportOrderPayload {
  @Field(() => ExportOrder, { nullable: true, description: "The order; null when there is none to show." })
  exportOrder!: ExportOrder | null;
  @Field(() => [Problem], { description: "What the user can mend; empty when all is well." })
  problems!: ProblemData[];
}
