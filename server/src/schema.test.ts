import { isEnumType, isInputObjectType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from "graphql";
import { expect, test } from "vitest";
import { createSchema } from "./schema.js";

test("every type, field, argument and input field of the API says what it is", async () => {
  const schema = await createSchema();
  const silent: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const roots = [schema.getQueryType(), schema.getMutationType()];
    if (!type.description && !roots.includes(type as never)) silent.push(type.name);
    if (isObjectType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description) silent.push(`${type.name}.${field.name}`);
      }
    }
    if (isEnumType(type) && !type.description) silent.push(type.name);
  }
  expect(silent).toEqual([]);
});

test("every page is a Relay connection: edges, nodes and where it ends", async () => {
  const schema = await createSchema();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.name.endsWith("Connection")) continue;
    expect([type.name, ...Object.keys(type.getFields()).sort()]).toEqual([
      type.name,
      "edges",
      "nodes",
      "pageInfo",
      "totalCount",
    ]);
  }
});

test("every mutation takes one input with an idempotency key and answers with problems", async () => {
  const schema = await createSchema();
  for (const field of Object.values(schema.getMutationType()!.getFields())) {
    expect([field.name, field.args.map((a) => a.name)]).toEqual([field.name, ["input"]]);
    const { type } = field.args[0]!;
    const input = "ofType" in type ? type.ofType : type;
    expect([field.name, isInputObjectType(input) && "key" in input.getFields()]).toEqual([field.name, true]);
    const payload = "ofType" in field.type ? field.type.ofType : field.type;
    expect([field.name, isObjectType(payload) && "problems" in payload.getFields()]).toEqual([field.name, true]);
  }
});
