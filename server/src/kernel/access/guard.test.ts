import { Mutation, Query, Resolver, buildSchema } from "type-graphql";
import { expect, test } from "vitest";
import { guardRootFields } from "./guard.js";
import { Public } from "./policy.js";

@Resolver()
class Guarded {
  @Public()
  @Query(() => String)
  open(): string {
    return "open";
  }
}

@Resolver()
class Planted {
  @Mutation(() => String)
  plantedUnguarded(): string {
    return "anybody";
  }
}

test("a root field without a policy stops the server, by name", async () => {
  const schema = await buildSchema({ resolvers: [Guarded, Planted], validate: false });
  expect(() => guardRootFields(schema)).toThrow("these root fields carry no policy: plantedUnguarded");
});

test("root fields with policies pass", async () => {
  const schema = await buildSchema({ resolvers: [Guarded], validate: false });
  expect(() => guardRootFields(schema)).not.toThrow();
});
