import { lexicographicSortSchema, printSchema } from "graphql";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { guardRootFields } from "./kernel/access/guard.js";
import { DateTimeScalar, LocalDateScalar } from "./kernel/graphql/shared-types.js";
import { RESOLVERS } from "./features/index.js";

void LocalDateScalar;

/** The API's schema, every root field behind its policy. Throws when one has none. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: RESOLVERS,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // inputs are checked by the use cases' own rules, which answer with problems and not with errors
    validate: false,
  });
  guardRootFields(schema);
  return schema;
}

/** The contract as committed in `graphql/schema.graphql`. */
export const printContract = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
