import { Field, ID } from "type-graphql";
import { KeyedInput } from "../../../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../../../kernel/graphql/output.js";
import { ExportContentEnum, ExportKindEnum } from "./order.type.js";
import type { ExportContent, ExportKind } from "./order.type.js";

@Input("A file of standings to be made.")
export class OrderExportInput extends KeyedInput {
  @Field(() => ExportKindEnum, { description: "What kind of file." }) kind!: ExportKind;
  @Field(() => ExportContentEnum, { description: "Which interaction points." }) content!: ExportContent;
  @Field(() => ID, { nullable: true, description: "One region of the reach; left out: all of it." })
  regionId?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "A part for each region; of a report on the whole organization.",
  })
  eachRegion!: boolean;
}

@Input("An ordered file to give up or erase.")
export class RemoveExportInput extends KeyedInput {
  @Field(() => ID, { description: "The order." }) id!: string;
}
