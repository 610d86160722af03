import { Field, ID, Int } from "type-graphql";
import { z } from "zod";
import { ChangeInput, KeyedInput } from "../../kernel/graphql/mutation-inputs.js";
import { Input } from "../../kernel/graphql/output.js";

@Input("Who came to a meeting that has been: this is the whole list, and it replaces the one before.")
export class SetAttendanceInput extends ChangeInput {
  @Field(() => [ID], {
    description: "The members who came, at most 2,000; empty where the chapter writes a number only.",
  })
  memberIds!: string[];
  @Field(() => Int, { description: "How many came besides those named, 0-5000." })
  others!: number;
}

@Input("The leader's choice of names or a number. Without names those written down are removed; the numbers stay.")
export class SetAttendanceByNameInput extends KeyedInput {
  @Field(() => Int, { description: "The `rev` of the chapter the change is based on." })
  rev!: number;
  @Field(() => Boolean, { description: "Write down names." })
  byName!: boolean;
}

export const attendanceRules = z.object({
  memberIds: z.array(z.string()).max(2000),
  others: z.int().min(0).max(5000),
});
