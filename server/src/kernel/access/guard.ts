import { defaultFieldResolver } from "graphql";
import type { GraphQLField, GraphQLSchema } from "graphql";
import { AppError } from "../errors/app-error.js";
import type { Context } from "../graphql/context.js";
import type { Policy } from "./policy.js";

/** The root fields of a schema: everything a client can begin with. */
export function rootFields(schema: GraphQLSchema): GraphQLField<unknown, Context>[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) => (root ? Object.values(root.getFields()) : []));
}

/** The policy a root field declares, if any. */
export function policyOf(field: GraphQLField<unknown, Context>): Policy | undefined {
  return field.extensions?.policy as Policy | undefined;
}

async function demand(policy: Policy, context: Context): Promise<void> {
  if (policy === "PUBLIC") return;
  const { viewer } = await context.work();
  if (!viewer) throw new AppError("UNAUTHENTICATED");
  if (policy === "SIGNED_IN") return;
  if (!policy.anyOf.some((cap) => viewer.caps.has(cap))) throw new AppError("FORBIDDEN");
}

/**
 * Puts every root field behind its policy. Throws, so that the server does not start, when one carries none: an
 * undecorated field would otherwise be open to everybody.
 */
export function guardRootFields(schema: GraphQLSchema): void {
  const open = rootFields(schema).filter((field) => policyOf(field) === undefined);
  if (open.length > 0) {
    throw new Error(`these root fields carry no policy: ${open.map((field) => field.name).join(", ")}`);
  }
  for (const field of rootFields(schema)) {
    const policy = policyOf(field)!;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context, info) => {
      await demand(policy, context);
      return resolve(source, args, context, info) as unknown;
    };
  }
}
