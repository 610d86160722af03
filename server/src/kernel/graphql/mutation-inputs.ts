// type-graphql reads it as its decorators run, so it comes before every decorated class
import "reflect-metadata";
import { Field, ID, Int, InputType } from "type-graphql";

/** The field every mutation's input has, for an input that extends another. */
export const IDEMPOTENCY_KEY = {
  description: "Idempotency key: a UUID the client makes for each intent, the same for every retry.",
};

/** What every mutation's input has. Its classes extend one of these two. */
@InputType()
export abstract class KeyedInput {
  @Field(() => ID, {
    description: "Idempotency key: a UUID the client makes for each intent, the same for every retry.",
  })
  key!: string;
}

/** A change of something that is there already. */
@InputType()
export abstract class ChangeInput extends KeyedInput {
  @Field(() => ID, { description: "What it changes." })
  id!: string;
  @Field(() => Int, { description: "The `rev` the change is based on." })
  rev!: number;
}
