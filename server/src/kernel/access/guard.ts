import { defaultFieldResolver } from "graphql";
import type { GraphQLField, GraphQLSchema } from "graphql";
import type { Work } from "../db/unit-of-work.js";
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

/** Whether a root field wants the second factor anew. */
export const asksStepUp = (field: GraphQLField<unknown, Context>): boolean => field.extensions?.stepUp === true;

/** Throws STEP_UP_REQUIRED for whoever has a second factor and has not given it within ten minutes. */
export async function demandStepUp(work: Work): Promise<void> {
  const [row] = await work.query<{ needs: boolean }>("select authz.needs_step_up() as needs");
  if (row!.needs) throw new AppError("STEP_UP_REQUIRED");
}

/** The scope a token needs for a root field; undefined when no token reaches it. */
export const scopeFor = (field: GraphQLField<unknown, Context>): string | undefined =>
  field.extensions?.integrations as string | undefined;

async function demandScope(scope: string | undefined, context: Context): Promise<void> {
  const { viewer } = await context.work();
  if (!viewer) throw new AppError("UNAUTHENTICATED");
  if (scope === undefined || !viewer.scopes?.has(scope)) throw new AppError("FORBIDDEN");
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
    const dangerous = asksStepUp(field);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (source, args, context, info) => {
      await (context.byToken ? demandScope(scopeFor(field), context) : demand(policy, context));
      if (dangerous) await demandStepUp(await context.work());
      return resolve(source, args, context, info) as unknown;
    };
  }
}
