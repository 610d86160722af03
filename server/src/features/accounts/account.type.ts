import { Field, ID } from "type-graphql";
import { Output } from "../../kernel/graphql/output.js";

@Output("A person who signs in. Belongs to the installation; seats belong to organizations.")
export class Account {
  @Field(() => ID, { description: "Its id." })
  id!: string;
  @Field(() => String, { description: "The person's name." })
  name!: string;
}

@Output("Who is signed in.")
export class Viewer {
  @Field(() => Account, { description: "The person." })
  account!: Account;
}
