import { getNamedType, isCompositeType, isListType, isNonNullType } from "graphql";
import type { DocumentNode, GraphQLOutputType, GraphQLSchema, SelectionSetNode, ValidationRule } from "graphql";
import { GraphQLError } from "graphql";
// the library's other build loads a second copy of `graphql`, to which our schema is a stranger
import { getComplexity } from "graphql-query-complexity/cjs";
import type { ComplexityEstimator } from "graphql-query-complexity/cjs";

/** What one document may cost, and what a token may spend in a minute. */
export const COST = { document: 5000, minute: 30_000, depth: 15, nodes: 5000 } as const;

/** What a root field costs by itself: it asks the database. */
const ROOT = 100;
/** How many a list is taken to hold that has no page size. */
const LIST = 25;
/** The schema's own types: some hundreds, and in each a handful of everything. Weighed so that the usual introspection passes. */
const INTROSPECTION = { types: 40, list: 2, field: 0.1 } as const;

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** How many times what stands below a field is answered. A page size counts as it is asked for, also by a variable; a huge one too. */
function timesBelow(type: GraphQLOutputType, owner: string, args: Record<string, unknown>): number {
  const named = getNamedType(type).name;
  if (named.endsWith("Connection") && !isList(type)) return Math.max(1, Number(args["first"] ?? LIST));
  // a connection has been counted where its page size stands
  if (!isList(type) || owner.endsWith("Connection")) return 1;
  return Math.max(1, Number(args["first"] ?? LIST));
}

const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (type.name.startsWith("__")) {
    const times = !isList(field.type) ? 1 : field.name === "types" ? INTROSPECTION.types : INTROSPECTION.list;
    return INTROSPECTION.field + times * childComplexity;
  }
  const own = type.name === "Query" || type.name === "Mutation" ? ROOT : 1;
  const below = isCompositeType(getNamedType(field.type))
    ? timesBelow(field.type, type.name, args) * childComplexity
    : 0;
  return own + below;
};

/**
 * What a valid document costs with its variables: every field by its alias, fragments where they are used, and below a list times
 * its page size. Throws a GraphQLError when its variables do not fit, or it has more than 5,000 fields when its fragments are
 * written out.
 */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown>,
  operationName: string | undefined,
): number {
  const cost = getComplexity({
    schema,
    query,
    variables,
    estimators: [estimate],
    maxQueryNodes: COST.nodes,
    ...(operationName === undefined ? {} : { operationName }),
  });
  return Number.isFinite(cost) ? Math.ceil(cost) : Number.MAX_SAFE_INTEGER;
}

/** Refuses what is nested more than fifteen deep, fragments counted where they are used. */
export const depthLimit: ValidationRule = (context) => {
  const known = new Map<string, number>();
  const depthOf = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((one) => {
        if (one.kind === "Field") return 1 + depthOf(one.selectionSet);
        return one.kind === "InlineFragment" ? depthOf(one.selectionSet) : depthOfFragment(one.name.value);
      }),
    );
  const depthOfFragment = (name: string): number => {
    const depth = known.get(name);
    if (depth !== undefined) return depth;
    // a ring of fragments is refused by another rule
    known.set(name, 0);
    const found = depthOf(context.getFragment(name)?.selectionSet);
    known.set(name, found);
    return found;
  };
  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet);
      if (depth > COST.depth)
        context.reportError(
          new GraphQLError(`The document is ${depth} deep; ${COST.depth} is allowed.`, { nodes: node }),
        );
    },
  };
};
