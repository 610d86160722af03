import "reflect-metadata";
import { GraphQLObjectType, printSchema } from "graphql";
import { Field, ID, ObjectType, Query, Resolver, buildSchemaSync } from "type-graphql";
import { Column, Entity, PrimaryColumn, getMetadataArgsStorage } from "typeorm";
import { expect, it } from "vitest";

@ObjectType()
class Probe {
  @Field(() => ID)
  id!: string;
}
@Resolver()
class ProbeResolver {
  @Query(() => Probe)
  probe(): Probe {
    return { id: "1" };
  }
}
@Entity("probe")
class ProbeRow {
  @PrimaryColumn("uuid")
  id!: string;
  @Column("text")
  name!: string;
}

it("compiles decorators as the server's build does, on one copy of graphql", () => {
  const schema = buildSchemaSync({ resolvers: [ProbeResolver] });
  expect(printSchema(schema)).toContain("probe: Probe!");
  expect(schema.getType("Probe")).toBeInstanceOf(GraphQLObjectType);
  expect(getMetadataArgsStorage().filterColumns(ProbeRow)).toHaveLength(2);
  // a declared field must not become an own property, or entities would start out with undefined columns
  expect(Object.keys(new ProbeRow())).toEqual([]);
});
