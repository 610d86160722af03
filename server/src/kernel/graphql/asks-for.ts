import type { GraphQLResolveInfo, SelectionSetNode } from "graphql";

/** Whether the client asked for this field of the answer, directly or through a fragment. */
export function asksFor(info: GraphQLResolveInfo, field: string): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((one) => {
      if (one.kind === "Field") return one.name.value === field;
      const part = one.kind === "FragmentSpread" ? info.fragments[one.name.value] : one;
      return within(part?.selectionSet);
    });
  return info.fieldNodes.some((node) => within(node.selectionSet));
}
