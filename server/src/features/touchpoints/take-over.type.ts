import { Field } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";

@Output("That the asking seat may take a duty over now: nobody in the chapter is at it, and it is due.")
export class TakeOver {
  @Field(() => [String], {
    description: "Keys of the fields it is asked: none that counts persons, or that the register answers.",
  })
  fields!: string[];
}
